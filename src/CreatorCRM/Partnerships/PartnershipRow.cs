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
    public long Replies { get; init; }
    /// <summary>How long all replies took together.</summary>
    public long ReplySeconds { get; init; }
    /// <summary>JSON of <see cref="Relationships.Rating"/>; null before it is given.</summary>
    public string? Rating { get; init; }
    /// <summary>How many marks were given, and their sum.</summary>
    public long Marks { get; init; }
    public long MarkPoints { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    string IRow.RowKey => Id;

    public static PartnershipRow From(Partnership state) => new()
    {
        Workspace = state.Key.Workspace,
        Id = state.Key.Id,
        Version = state.Version,
        InfluencerId = state.InfluencerId,
        CampaignId = state.CampaignId,
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
        Replies = state.Outreach.Replies,
        ReplySeconds = state.Outreach.ReplySeconds,
        Rating = state.Rating is { } rating ? CrmJson.Write(rating) : null,
        Marks = state.Rating is null ? 0 : Relationships.Rating.Marks,
        MarkPoints = state.Rating?.Points ?? 0,
        CreatedAt = state.CreatedAt,
        UpdatedAt = state.UpdatedAt,
    };
}
