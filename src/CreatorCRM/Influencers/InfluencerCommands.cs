using System.Collections.Immutable;

namespace CreatorCRM.Influencers;

/// <summary>A way to reach a person.</summary>
/// <param name="Kind">By which means.</param>
/// <param name="Value">The address or number.</param>
/// <param name="Label">Such as "manager" or "studio"; null without one.</param>
[GenerateSerializer, Immutable, Alias("contact-point")]
public sealed record ContactPoint(ContactPointKind Kind, string Value, string? Label = null);

/// <summary>By which means a person is reached.</summary>
public enum ContactPointKind
{
    /// <summary>An e-mail address.</summary>
    Email,
    /// <summary>A phone number.</summary>
    Phone,
    /// <summary>A page on the web.</summary>
    Url,
    /// <summary>Where post arrives.</summary>
    PostalAddress,
    /// <summary>Anything else; the label says what.</summary>
    Other,
}

/// <summary>An account to add.</summary>
/// <param name="Handle">As the platform shows it; a leading @ is dropped.</param>
[GenerateSerializer, Immutable, Alias("new-account")]
public sealed record NewAccount(Platform Platform, string Handle, string? Url = null, Metrics? Metrics = null);

/// <summary>Adds a person. Only the name is needed.</summary>
[GenerateSerializer, Immutable, Alias("create-influencer")]
public sealed record CreateInfluencer(string DisplayName, ImmutableArray<NewAccount> Accounts, InfluencerChanges Details);

/// <summary>New values for a profile; what is null stays as it is. Lists are replaced whole.</summary>
[GenerateSerializer, Immutable, Alias("influencer-changes")]
public sealed record InfluencerChanges
{
    [Id(0)] public string? DisplayName { get; init; }
    [Id(1)] public ImmutableArray<string>? Niches { get; init; }
    [Id(2)] public ImmutableArray<string>? Tags { get; init; }
    /// <summary>Language tags of BCP 47 such as <c>de</c> or <c>pt-BR</c>.</summary>
    [Id(3)] public ImmutableArray<string>? Languages { get; init; }
    /// <summary>ISO 3166-1 alpha-2.</summary>
    [Id(4)] public Change<string?>? Country { get; init; }
    [Id(5)] public ImmutableArray<ContactPoint>? ContactPoints { get; init; }
    [Id(6)] public Change<string?>? Agency { get; init; }
    [Id(7)] public Change<string?>? Owner { get; init; }
    [Id(8)] public Change<string?>? Notes { get; init; }
    [Id(9)] public bool? IsCustomer { get; init; }
    /// <summary>Needs a guardian's signature.</summary>
    [Id(10)] public bool? IsMinor { get; init; }
}

[GenerateSerializer, Immutable, Alias("record-metrics")]
public sealed record RecordMetrics(string Account, Metrics Metrics, DateTimeOffset? TakenAt);

/// <summary>Nobody may contact the person any more, by any path, until it is lifted.</summary>
[GenerateSerializer, Immutable, Alias("set-do-not-contact")]
public sealed record SetDoNotContact(string Reason);

[GenerateSerializer, Immutable, Alias("lift-do-not-contact")]
public sealed record LiftDoNotContact(string Reason);
