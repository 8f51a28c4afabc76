using System.Collections.Immutable;
using System.Globalization;

namespace CreatorCRM.Influencers;

[EventType("influencer.created")]
public sealed record InfluencerCreated(string DisplayName) : IEvent
{
    public string Summary => $"{DisplayName} was added.";
}

/// <summary>The fields that changed, with their new values.</summary>
[EventType("influencer.profile-updated")]
public sealed record InfluencerProfileUpdated(InfluencerChanges Changes) : IEvent
{
    public string Summary => $"The profile was updated: {string.Join(", ", Changed())}.";

    private IEnumerable<string> Changed()
    {
        if (Changes.DisplayName is { } name) yield return $"name {name}";
        if (Changes.Niches is { } niches) yield return $"niches {List(niches)}";
        if (Changes.Tags is { } tags) yield return $"tags {List(tags)}";
        if (Changes.Languages is { } languages) yield return $"languages {List(languages)}";
        if (Changes.Country is { } country) yield return $"country {country.Value ?? "unknown"}";
        if (Changes.ContactPoints is not null) yield return "contact points";
        if (Changes.Agency is { } agency) yield return $"agency {agency.Value ?? "none"}";
        if (Changes.Owner is { } owner) yield return $"owner {owner.Value ?? "nobody"}";
        if (Changes.Notes is not null) yield return "notes";
        if (Changes.IsCustomer is { } customer) yield return customer ? "is a customer" : "is not a customer";
        if (Changes.IsMinor is { } minor) yield return minor ? "is a minor" : "is of age";
    }

    private static string List(ImmutableArray<string> texts) => texts.IsEmpty ? "none" : string.Join(" and ", texts);
}

[EventType("influencer.account-added")]
public sealed record AccountAdded(string Account, Platform Platform, string Handle, string? Url) : IEvent
{
    public string Summary => $"The {Platform.Words()} account @{Handle} was added.";
}

[EventType("influencer.metrics-recorded")]
public sealed record MetricsRecorded(string Account, Platform Platform, string Handle, Metrics Metrics, EngagementRate? EngagementRate, DateTimeOffset TakenAt)
    : IEvent
{
    public string Summary => string.Create(CultureInfo.InvariantCulture,
        $"@{Handle} on {Platform.Words()} had {(Metrics.Followers is { } followers ? $"{followers:N0} followers" : "figures recorded")}{(EngagementRate is { } rate ? $" and an engagement rate of {rate.Value:P2}" : "")}.");

    public DateTimeOffset? OccurredAt => TakenAt;
}

[EventType("influencer.do-not-contact-set")]
public sealed record DoNotContactSet(string Reason) : IEvent
{
    public string Summary => $"Must not be contacted: {Reason}";
}

[EventType("influencer.do-not-contact-lifted")]
public sealed record DoNotContactLifted(string Reason) : IEvent
{
    public string Summary => $"May be contacted again: {Reason}";
}
