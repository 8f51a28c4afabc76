using CreatorCRM.Access;
using CreatorCRM.Influencers;
using CreatorCRM.Relationships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>What there is between you and a person, over all campaigns.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Relationship(Influencer influencer, RelationshipFacts facts, DateTimeOffset now)
{
    internal Influencer Influencer => influencer;

    private InfluencerRow Row => influencer.Row;

    /// <summary>How close you are: what a manager set, or what follows from what happened.</summary>
    public RelationshipStage Stage => RelationshipStages.Of(facts, Row.DoNotContact, Row.ManualStage, now);

    /// <summary>The stage that a manager set, and that stands until it is released; null lets it follow from what happens.</summary>
    public ManualRelationshipStage? ManualStage =>
        Row is { ManualStage: { } stage, ManualStageSince: { } since } ? new ManualRelationshipStage(stage, Row.ManualStageReason, since) : null;

    /// <summary>How well it does; null before the first contact.</summary>
    public RelationshipHealth? Health => Relationships.Health.Of(facts, now) is { } health ? new RelationshipHealth(health) : null;

    /// <summary>When either side first spoke to the other; null before that.</summary>
    public DateTimeOffset? FirstContactAt => facts.FirstContactAt;

    /// <summary>When either side last spoke to the other.</summary>
    public DateTimeOffset? LastContactAt => facts.LastContactAt;

    /// <summary>How many partnerships there are or were.</summary>
    public int Partnerships => int.CreateSaturating(facts.Partnerships);

    /// <summary>How many of them came to a contract that both signed.</summary>
    public int ContractedPartnerships => int.CreateSaturating(facts.ContractedPartnerships);

    /// <summary>How many of them were completed.</summary>
    public int CompletedPartnerships => int.CreateSaturating(facts.CompletedPartnerships);
}

/// <summary>A stage that a manager set.</summary>
/// <param name="Stage">Which.</param>
/// <param name="Reason">Why; null when nobody said.</param>
/// <param name="Since">From when on.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record ManualRelationshipStage(RelationshipStage Stage, string? Reason, DateTimeOffset Since);

/// <summary>
/// How well a relationship does: 100 x the weighted mean of the factors that are known (0.5 while none is) x recency, where recency = 2^(-days since the last
/// contact / 180). So it decays when nobody talks.
/// </summary>
[Requires(Scope.RelationshipsRead)]
public sealed class RelationshipHealth(Health health)
{
    /// <summary>0 to 100, rounded down.</summary>
    public int Score => health.Score;

    /// <summary>What is left of it after the time without contact: 1 at the last contact, a half after 180 days.</summary>
    public decimal Recency => Share(health.Recency);

    /// <summary>What it is made of besides.</summary>
    public IReadOnlyList<RelationshipHealthFactor> Factors => [.. health.Factors.Select(factor => new RelationshipHealthFactor(factor))];

    internal static decimal Share(double value) => decimal.Round((decimal)value, 4);
}

/// <summary>One part of the score.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class RelationshipHealthFactor(HealthFactor factor)
{
    /// <summary>Which.</summary>
    public HealthFactorKind Kind => factor.Kind;

    /// <summary>0 to 1; null while nothing is known, and then it does not count.</summary>
    public decimal? Value => factor.Value is { } value ? RelationshipHealth.Share(value) : null;

    /// <summary>Its weight beside the other factors that are known; all four together weigh 1.</summary>
    public decimal Weight => (decimal)factor.Weight;

    /// <summary>The figures behind it, as a sentence.</summary>
    public string Source => factor.Source;
}

[Extends(typeof(Influencer))]
[Requires(Scope.RelationshipsRead)]
public static class InfluencerRelationship
{
    /// <summary>What there is between you and this person, over all campaigns.</summary>
    public static IDataLoaderResult<Relationship> Relationship(Influencer influencer, PastPartnershipsOf past, TimeProvider time) => influencer.At is { } at
        ? past.LoadRows(CreatorCRM.Influencers.Influencer.Kind, influencer.Key, at).Then(rows => new Relationship(influencer, RelationshipFacts.Of(rows), at))
        : new LoaderResult<Relationship>(_ => Task.FromResult(new Relationship(influencer, influencer.Row.Facts, time.GetUtcNow())));
}
