namespace CreatorCRM.Merges;

/// <summary>A merge in lists.</summary>
[RowTable("influencer_merges", nameof(Id))]
public sealed record InfluencerMergeRow : IRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public long Version { get; init; }
    public required string SurvivorId { get; init; }
    /// <summary>As it was then; likewise the other's.</summary>
    public required string SurvivorName { get; init; }
    public required string MergedId { get; init; }
    public required string MergedName { get; init; }
    public string? Reason { get; init; }
    public MergeStatus Status { get; init; }
    public int Accounts { get; init; }
    public int Partnerships { get; init; }
    public int Tasks { get; init; }
    public required string StartedBy { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? MergedAt { get; init; }
    public string? UndoneBy { get; init; }
    public DateTimeOffset? UndoStartedAt { get; init; }
    public DateTimeOffset? UndoneAt { get; init; }

    string IRow.RowKey => Id;
}

/// <summary>One of the two in a merge that is under way: a unique index lets nobody be in two of them.</summary>
[RowTable("influencer_merge_parties", nameof(MergeId), nameof(InfluencerId))]
public sealed record MergePartyRow : IRow
{
    public required string Workspace { get; init; }
    public required string MergeId { get; init; }
    public required string InfluencerId { get; init; }

    string IRow.RowKey => $"{MergeId}/{InfluencerId}";
}

public partial record InfluencerMerge
{
    public IEnumerable<IRow> Rows() =>
    [
        new InfluencerMergeRow
        {
            Workspace = Key.Workspace,
            Id = Key.Id,
            Version = Version,
            SurvivorId = Survivor,
            SurvivorName = SurvivorName,
            MergedId = Merged,
            MergedName = MergedName,
            Reason = Reason,
            Status = Status,
            Accounts = Counts.Accounts,
            Partnerships = Counts.Partnerships,
            Tasks = Counts.Tasks,
            StartedBy = StartedBy.Name,
            StartedAt = StartedAt,
            MergedAt = MergedAt,
            UndoneBy = UndoneBy?.Name,
            UndoStartedAt = UndoStartedAt,
            UndoneAt = UndoneAt,
        },
        .. Status.IsUnderWay()
            ? new[] { Survivor, Merged }.Select(one => new MergePartyRow { Workspace = Key.Workspace, MergeId = Key.Id, InfluencerId = one })
            : [],
    ];
}
