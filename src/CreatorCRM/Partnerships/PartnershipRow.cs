using CreatorCRM.Compensation;
using CreatorCRM.Contracts;

namespace CreatorCRM.Partnerships;

/// <summary>A partnership in lists.</summary>
[RowTable("partnerships", nameof(Id))]
public sealed record PartnershipRow : IRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public long Version { get; init; }
    public required string InfluencerId { get; init; }
    public required string CampaignId { get; init; }
    /// <summary>See <see cref="Partnership.MergedFrom"/>.</summary>
    public string MergedFrom { get; init; } = "";
    /// <summary>The merge that brought it to its influencer; null when it was made for them.</summary>
    public string? MergeId { get; init; }
    public string? Owner { get; init; }
    public PartnershipStage Stage { get; init; }
    public DateTimeOffset StageSince { get; init; }
    public bool StageIsManual { get; init; }
    public DateTimeOffset? FirstContactAt { get; init; }
    public DateTimeOffset? LastOutreachAt { get; init; }
    public DateTimeOffset? LastReplyAt { get; init; }
    /// <summary>The later of the two: whoever spoke last.</summary>
    public DateTimeOffset? LastContactAt { get; init; }
    /// <summary>The earliest that is not done.</summary>
    public DateTimeOffset? NextFollowUpAt { get; init; }
    public ContractStatus? ContractStatus { get; init; }
    /// <summary>When the first contract came into force.</summary>
    public DateTimeOffset? ContractedAt { get; init; }
    /// <summary>The last day of the version in force, or the one to which notice was given.</summary>
    public DateOnly? ContractEndsOn { get; init; }
    public long Replies { get; init; }
    /// <summary>How long all replies took together.</summary>
    public long ReplySeconds { get; init; }
    /// <summary>Pieces of content that are online, and those of them that were by the end of their due day.</summary>
    public long DeliverablesDue { get; init; }
    public long DeliverablesOnTime { get; init; }
    /// <summary>Posts whose engagement rate is known, and their points, 0 to 100 each.</summary>
    public long Results { get; init; }
    public long ResultPoints { get; init; }
    /// <summary>JSON of <see cref="Relationships.Rating"/>; null before it is given.</summary>
    public string? Rating { get; init; }
    public Party? DeclinedBy { get; init; }
    public DeclineReason? DeclineReason { get; init; }
    public string? DeclineNote { get; init; }
    /// <summary>JSON of <see cref="Partnerships.AcknowledgedBrief"/>; null before a version of the brief is acknowledged.</summary>
    public string? AcknowledgedBrief { get; init; }
    /// <summary>How many marks were given, and their sum.</summary>
    public long Marks { get; init; }
    public long MarkPoints { get; init; }
    /// <summary>What the brand is bound to at most, in minor units of <see cref="CostCurrency"/>; likewise what is earned and paid.</summary>
    public long CommittedMinor { get; init; }
    public long EarnedMinor { get; init; }
    public long PaidMinor { get; init; }
    public string? CostCurrency { get; init; }
    /// <summary>JSON of <see cref="Compensation.CostBasis"/>; null before an offer is accepted.</summary>
    public string? CostBasis { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    /// <summary>The first day of the month in which it was shortlisted, in UTC.</summary>
    [KeptByTriggers] public DateOnly CreatedMonth { get; init; }

    string IRow.RowKey => Id;

    public static PartnershipRow From(Partnership state) => From(state, state.CostBasis, state.Cost);

    private static PartnershipRow From(Partnership state, CostBasis? basis, Cost? cost) => new()
    {
        Workspace = state.Key.Workspace,
        Id = state.Key.Id,
        Version = state.Version,
        InfluencerId = state.InfluencerId,
        CampaignId = state.CampaignId,
        MergedFrom = state.MergedFrom,
        MergeId = state.Moves.IsEmpty ? null : state.Moves[^1].Merge,
        Owner = state.Owner,
        Stage = state.Stage,
        StageSince = state.StageSince,
        StageIsManual = state.StageIsManual,
        FirstContactAt = state.Outreach.FirstContactAt,
        LastOutreachAt = state.Outreach.LastOutreachAt,
        LastReplyAt = state.Outreach.LastReplyAt,
        LastContactAt = new[] { state.Outreach.LastOutreachAt, state.Outreach.LastReplyAt }.Max(),
        NextFollowUpAt = state.Outreach.NextFollowUpAt,
        ContractStatus = state.Contracts.Latest?.Status,
        ContractedAt = state.ContractedAt,
        ContractEndsOn = state.Contracts.InForce?.EndsOn,
        Replies = state.Outreach.Replies,
        ReplySeconds = state.Outreach.ReplySeconds,
        DeliverablesDue = state.Deliverables.Published,
        DeliverablesOnTime = state.Deliverables.PublishedOnTime,
        Results = state.Deliverables.Results.Length,
        ResultPoints = state.Deliverables.Results.Sum(),
        Rating = state.Rating is { } rating ? CrmJson.Write(rating) : null,
        DeclinedBy = state.Declined?.By,
        DeclineReason = state.Declined?.Reason,
        DeclineNote = state.Declined?.Note,
        AcknowledgedBrief = state.Brief is { } brief ? CrmJson.Write(brief) : null,
        Marks = state.Rating is null ? 0 : Relationships.Rating.Marks,
        MarkPoints = state.Rating?.Points ?? 0,
        CommittedMinor = cost?.Committed ?? 0,
        EarnedMinor = cost?.Earned ?? 0,
        PaidMinor = cost?.Paid ?? 0,
        CostCurrency = cost?.Currency?.Code,
        CostBasis = basis is null ? null : CrmJson.Write(basis),
        CreatedAt = state.CreatedAt,
        UpdatedAt = state.UpdatedAt,
    };
}
