using System.Collections.Immutable;
using CreatorCRM.Relationships;

namespace CreatorCRM.Influencers;

/// <summary>An account as the influencer's events tell it, with the latest figures.</summary>
[GenerateSerializer, Immutable, Alias("account")]
public sealed record Account(string Number, Platform Platform, string Handle, string? Url, Metrics Metrics, EngagementRate? EngagementRate,
    DateTimeOffset? MetricsTakenAt);

/// <summary>Why and since when a person must not be contacted.</summary>
/// <param name="Reason">Who wanted it and why.</param>
/// <param name="Since">From when on.</param>
[GenerateSerializer, Immutable, Alias("do-not-contact")]
public sealed record DoNotContact(string Reason, DateTimeOffset Since);

/// <summary>A stage of the relationship that a manager set.</summary>
public sealed record ManualStage(RelationshipStage Stage, string? Reason, DateTimeOffset Since);

/// <summary>A person (not an account) that the brand has, had or wants a relationship with.</summary>
public sealed partial record Influencer : IAggregate<Influencer>
{
    public static string Kind => "influencer";
    public static int Shape => 3;

    public required EntityKey Key { get; init; }
    public long Version { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public string DisplayName { get; init; } = "";
    public ImmutableArray<Account> Accounts { get; init; } = [];
    public ImmutableArray<string> Niches { get; init; } = [];
    public ImmutableArray<string> Tags { get; init; } = [];
    public ImmutableArray<string> Languages { get; init; } = [];
    public string? Country { get; init; }
    public ImmutableArray<ContactPoint> ContactPoints { get; init; } = [];
    public string? Agency { get; init; }
    public string? Owner { get; init; }
    public string? Notes { get; init; }
    public bool IsCustomer { get; init; }
    public bool IsMinor { get; init; }
    public DoNotContact? DoNotContact { get; init; }
    /// <summary>What a manager set; null lets the stage of the relationship follow from what happens.</summary>
    public ManualStage? ManualStage { get; init; }

    public bool Exists => Version > 0;

    /// <summary>The one whose followers make the tier; null without any account.</summary>
    public Account? LargestAccount => Accounts.MaxBy(account => account.Metrics.Followers ?? -1);

    public IEnumerable<Subject> RelatedSubjects => [];

    public static Influencer New(EntityKey key) => new() { Key = key };

    public Influencer Apply(IEvent @event, EventMeta meta) => (@event switch
    {
        InfluencerCreated e => this with { DisplayName = e.DisplayName, CreatedAt = meta.RecordedAt },
        InfluencerProfileUpdated e => With(e.Changes),
        AccountAdded e => this with { Accounts = Accounts.Add(new Account(e.Account, e.Platform, e.Handle, e.Url, Metrics.Unknown, null, null)) },
        MetricsRecorded e => this with { Accounts = [.. Accounts.Select(account => account.Number == e.Account ? With(account, e) : account)] },
        DoNotContactSet e => this with { DoNotContact = new DoNotContact(e.Reason, meta.OccurredAt) },
        DoNotContactLifted => this with { DoNotContact = null },
        RelationshipStageSet e => this with { ManualStage = new ManualStage(e.Stage, e.Reason, meta.OccurredAt) },
        RelationshipStageReleased => this with { ManualStage = null },
        InfluencerMerged e => Apply(e, meta),
        InfluencerAbsorbed e => Apply(e, meta),
        InfluencerSeparated e => Apply(e),
        InfluencerRestored e => Apply(e),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of an influencer."),
    }) with { Version = meta.Version, UpdatedAt = meta.RecordedAt };

    // Figures of the past go into the history only.
    private static Account With(Account account, MetricsRecorded e) => account.MetricsTakenAt > e.TakenAt
        ? account
        : account with { Metrics = e.Metrics, EngagementRate = e.EngagementRate, MetricsTakenAt = e.TakenAt };

    private Influencer With(InfluencerChanges changes) => this with
    {
        DisplayName = changes.DisplayName ?? DisplayName,
        Niches = changes.Niches ?? Niches,
        Tags = changes.Tags ?? Tags,
        Languages = changes.Languages ?? Languages,
        Country = changes.Country is { } country ? country.Value : Country,
        ContactPoints = changes.ContactPoints ?? ContactPoints,
        Agency = changes.Agency is { } agency ? agency.Value : Agency,
        Owner = changes.Owner is { } owner ? owner.Value : Owner,
        Notes = changes.Notes is { } notes ? notes.Value : Notes,
        IsCustomer = changes.IsCustomer ?? IsCustomer,
        IsMinor = changes.IsMinor ?? IsMinor,
    };
}
