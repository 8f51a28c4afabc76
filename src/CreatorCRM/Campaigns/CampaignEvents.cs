namespace CreatorCRM.Campaigns;

[EventType("campaign.created")]
public sealed record CampaignCreated(string Name) : IEvent
{
    public string Summary => $"The campaign {Name} was created.";
}

/// <summary>The fields that changed, with their new values; never the status or the brief, which have events of their own.</summary>
[EventType("campaign.updated")]
public sealed record CampaignUpdated(CampaignChanges Changes) : IEvent
{
    public string Summary => $"The campaign was updated: {string.Join(", ", Changed())}.";

    private IEnumerable<string> Changed()
    {
        if (Changes.Name is { } name) yield return $"name {name}";
        if (Changes.Brand is { } brand) yield return $"brand {brand.Value ?? "none"}";
        if (Changes.Product is { } product) yield return $"product {product.Value ?? "none"}";
        if (Changes.Budget is { } budget) yield return $"budget {budget.Value?.ToString() ?? "open"}";
        if (Changes.StartsOn is { } start) yield return start.Value is { } day ? $"starts on {day:yyyy-MM-dd}" : "start open";
        if (Changes.EndsOn is { } end) yield return end.Value is { } day ? $"ends on {day:yyyy-MM-dd}" : "end open";
        if (Changes.Goals is not null) yield return "goals";
        if (Changes.Channels is not null) yield return "channels";
        if (Changes.LandingPages is not null) yield return "landing pages";
        if (Changes.Owner is { } owner) yield return $"owner {owner.Value ?? "nobody"}";
    }
}

[EventType("campaign.status-changed")]
public sealed record CampaignStatusChanged(CampaignStatus From, CampaignStatus To) : IEvent
{
    public string Summary => $"The campaign went from {From.Words()} to {To.Words()}.";
}

[EventType("campaign.brief-revised")]
public sealed record BriefRevised(int BriefVersion, Brief Brief) : IEvent
{
    public string Summary => $"Version {BriefVersion} of the brief was written.";
}
