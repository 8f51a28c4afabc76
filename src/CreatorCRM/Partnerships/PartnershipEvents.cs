namespace CreatorCRM.Partnerships;

[EventType("partnership.created")]
public sealed record PartnershipCreated(string InfluencerId, string InfluencerName, string CampaignId, string CampaignName, string? Owner) : IEvent
{
    public string Summary => $"{InfluencerName} was shortlisted for {CampaignName}.";
}

/// <param name="From">Who was in charge; null when nobody was.</param>
[EventType("partnership.owner-changed")]
public sealed record PartnershipOwnerChanged(string? From, string? To) : IEvent
{
    public string Summary => $"{To ?? "Nobody"} is in charge of the partnership now{(From is null ? "" : $"; before, it was {From}")}.";
}

/// <summary>The stage followed from something else that happened, or a manager set it.</summary>
[EventType("partnership.stage-changed")]
public sealed record StageChanged(PartnershipStage From, PartnershipStage To, bool Manual, string? Reason) : IEvent
{
    public string Summary =>
        $"The stage {(From == To ? $"{To.Words()} was confirmed" : $"went from {From.Words()} to {To.Words()}")}{(Manual ? " by hand" : "")}{(Reason is null ? "" : $": {Reason}")}.";
}
