namespace CreatorCRM.Partnerships;

/// <summary>Puts an influencer on a campaign's shortlist.</summary>
/// <param name="InfluencerName">As it is now, for the sentences of the timeline; likewise the campaign's.</param>
[GenerateSerializer, Immutable, Alias("create-partnership")]
public sealed record CreatePartnership(string InfluencerId, string InfluencerName, string CampaignId, string CampaignName, string? Owner);

/// <param name="Owner">Who is in charge of it; null: who was.</param>
[GenerateSerializer, Immutable, Alias("update-partnership")]
public sealed record UpdatePartnership(Change<string?>? Owner);

[GenerateSerializer, Immutable, Alias("change-stage")]
public sealed record ChangeStage(PartnershipStage Stage, string? Reason);
