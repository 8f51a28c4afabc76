using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>A person to add. Only the name is needed.</summary>
/// <param name="DisplayName">At most 200 characters.</param>
/// <param name="Accounts">At most 50.</param>
/// <param name="Niches">What they are about. Kept in lower case.</param>
/// <param name="Tags">Your own labels. Kept in lower case.</param>
/// <param name="Languages">Language tags of BCP 47 such as `de` or `pt-BR`.</param>
/// <param name="Country">Where they live.</param>
/// <param name="ContactPoints">At most 20.</param>
/// <param name="Agency">Who represents them, at most 200 characters.</param>
/// <param name="Owner">Who on your side keeps the relationship, at most 200 characters.</param>
/// <param name="Notes">Anything worth remembering, at most 10,000 characters.</param>
/// <param name="IsCustomer">They buy from you; no when left out.</param>
/// <param name="IsMinor">They need a guardian's signature; no when left out.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record CreateInfluencerInput(
    string DisplayName,
    IReadOnlyList<AccountInput>? Accounts,
    IReadOnlyList<string>? Niches,
    IReadOnlyList<string>? Tags,
    IReadOnlyList<string>? Languages,
    [property: Country] string? Country,
    IReadOnlyList<ContactPointInput>? ContactPoints,
    string? Agency,
    string? Owner,
    string? Notes,
    bool? IsCustomer,
    bool? IsMinor,
    string? IdempotencyKey)
{
    internal CreateInfluencer ToCommand() => new(DisplayName, [.. (Accounts ?? []).Select(account => account.ToCommand())], new InfluencerChanges
    {
        Niches = Niches?.ToImmutableArray(),
        Tags = Tags?.ToImmutableArray(),
        Languages = Languages?.ToImmutableArray(),
        Country = Country is null ? null : new(Country),
        ContactPoints = ContactPoints?.Select(point => point.ToCommand()).ToImmutableArray(),
        Agency = Agency is null ? null : new(Agency),
        Owner = Owner is null ? null : new(Owner),
        Notes = Notes is null ? null : new(Notes),
        IsCustomer = IsCustomer,
        IsMinor = IsMinor,
    });
}

/// <summary>What to change. What is left out stays as it is; null clears it. Lists are replaced whole.</summary>
/// <param name="InfluencerId">Whom to change.</param>
/// <param name="DisplayName">At most 200 characters; cannot be cleared.</param>
/// <param name="Niches">What they are about. Kept in lower case.</param>
/// <param name="Tags">Your own labels. Kept in lower case.</param>
/// <param name="Languages">Language tags of BCP 47 such as `de` or `pt-BR`.</param>
/// <param name="Country">Where they live.</param>
/// <param name="ContactPoints">At most 20.</param>
/// <param name="Agency">Who represents them, at most 200 characters.</param>
/// <param name="Owner">Who on your side keeps the relationship, at most 200 characters.</param>
/// <param name="Notes">Anything worth remembering, at most 10,000 characters.</param>
/// <param name="IsCustomer">They buy from you; null is no.</param>
/// <param name="IsMinor">They need a guardian's signature; null is no.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the influencer since this version.</param>
public sealed record UpdateInfluencerInput(
    NodeId<Influencer> InfluencerId,
    Optional<string> DisplayName,
    Optional<IReadOnlyList<string>> Niches,
    Optional<IReadOnlyList<string>> Tags,
    Optional<IReadOnlyList<string>> Languages,
    [property: Country] Optional<string> Country,
    Optional<IReadOnlyList<ContactPointInput>> ContactPoints,
    Optional<string> Agency,
    Optional<string> Owner,
    Optional<string> Notes,
    Optional<bool?> IsCustomer,
    Optional<bool?> IsMinor,
    string? IdempotencyKey,
    int? ExpectedVersion)
{
    internal InfluencerChanges ToCommand() => new()
    {
        // A name cannot be cleared: the domain refuses the empty one.
        DisplayName = DisplayName.IsGiven ? DisplayName.Value ?? "" : null,
        Niches = List(Niches),
        Tags = List(Tags),
        Languages = List(Languages),
        Country = Text(Country),
        ContactPoints = ContactPoints.IsGiven ? [.. (ContactPoints.Value ?? []).Select(point => point.ToCommand())] : null,
        Agency = Text(Agency),
        Owner = Text(Owner),
        Notes = Text(Notes),
        IsCustomer = IsCustomer.IsGiven ? IsCustomer.Value ?? false : null,
        IsMinor = IsMinor.IsGiven ? IsMinor.Value ?? false : null,
    };

    private static ImmutableArray<string>? List(Optional<IReadOnlyList<string>> list) => list.IsGiven ? [.. list.Value ?? []] : null;

    private static Change<string?>? Text(Optional<string> text) => text.IsGiven ? new(text.Value) : null;
}

/// <summary>A way to reach a person.</summary>
/// <param name="Kind">By which means.</param>
/// <param name="Value">The address or number.</param>
/// <param name="Label">Such as "manager" or "studio".</param>
public sealed record ContactPointInput(ContactPointKind Kind, string Value, string? Label)
{
    internal ContactPoint ToCommand() => new(Kind, Value, Label);
}
