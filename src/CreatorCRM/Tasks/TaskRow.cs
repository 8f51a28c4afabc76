namespace CreatorCRM.Tasks;

/// <summary>
/// Something to do, in the one list of all that is to be done. Tasks write their own row, partnerships one for each follow-up and for each step of a sequence
/// whose turn has come.
/// </summary>
[RowTable("tasks", nameof(Id))]
public sealed record TaskRow : IRow
{
    public required string Workspace { get; init; }
    /// <summary>
    /// Of a follow-up: the partnership's id, a point, "follow-up", a point and the number; of a sequence's step likewise, with the numbers of both.
    /// </summary>
    public required string Id { get; init; }
    public TaskKind Kind { get; init; }
    public TaskState Status { get; init; }
    public required string Title { get; init; }
    public string? Note { get; init; }
    public DateTimeOffset DueAt { get; init; }
    public string? Assignee { get; init; }
    public string? InfluencerId { get; init; }
    public string? CampaignId { get; init; }
    public string? PartnershipId { get; init; }
    /// <summary>The merge that made it be about its influencer; null when it was from the start, and for follow-ups.</summary>
    public string? MergeId { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    string IRow.RowKey => Id;
}

public partial record WorkTask
{
    public IEnumerable<IRow> Rows() =>
    [
        new TaskRow
        {
            Workspace = Key.Workspace,
            Id = Key.Id,
            Kind = TaskKind.Manual,
            Status = Status,
            Title = Title,
            Note = Note,
            DueAt = DueAt,
            Assignee = Assignee,
            InfluencerId = About.InfluencerId,
            CampaignId = About.CampaignId,
            PartnershipId = About.PartnershipId,
            MergeId = MergeMoves.IsEmpty ? null : MergeMoves[^1].Merge,
            ClosedAt = ClosedAt,
        },
    ];
}
