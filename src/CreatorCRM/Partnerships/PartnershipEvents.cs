namespace CreatorCRM.Partnerships;

[EventType("partnership.created")]
public sealed record PartnershipCreated(string InfluencerId, string InfluencerName, string CampaignId, string CampaignName, string? Owner) : IEvent
{
    public string Summary => $"{InfluencerName} was shortlisted for {CampaignName}.";
}

/// <summary>The stage followed from something else that happened, or a manager set it.</summary>
[EventType("partnership.stage-changed")]
public sealed record StageChanged(PartnershipStage From, PartnershipStage To, bool Manual, string? Reason) : IEvent
{
    public string Summary =>
        $"The stage {(From == To ? $"{To.Words()} was confirmed" : $"went from {From.Words()} to {To.Words()}")}{(Manual ? " by hand" : "")}{(Reason is null ? "" : $": {Reason}")}.";
}
