using CreatorCRM.Partnerships;

namespace CreatorCRM.Sequences;

/// <summary>A sequence in a partnership.</summary>
[RowTable("sequence_runs", nameof(Id))]
public sealed record SequenceRunRow : INumberedPartRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public required string InfluencerId { get; init; }
    public int Number { get; init; }
    public required string SequenceId { get; init; }
    public required string Name { get; init; }
    /// <summary>JSON array of <see cref="SequenceRunStep"/>.</summary>
    public required string Steps { get; init; }
    public SequenceRunStatus Status { get; init; }
    public SequenceStopReason? StopReason { get; init; }
    public string? StopNote { get; init; }
    /// <summary>The number of the step to do; null when it is over.</summary>
    public int? NextStep { get; init; }
    public DateTimeOffset? NextDueAt { get; init; }
    public required string StartedBy { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    string IRow.RowKey => Id;
}

public partial record SequenceRuns
{
    public IEnumerable<IRow> Rows(Partnership partnership) => All.Select(run => new SequenceRunRow
    {
        Workspace = partnership.Key.Workspace,
        Id = PartNumber.Id(partnership.Key, run.Number),
        PartnershipId = partnership.Key.Id,
        InfluencerId = partnership.InfluencerId,
        Number = PartNumber.Parse(run.Number),
        SequenceId = run.Sequence,
        Name = run.Name,
        Steps = CrmJson.Write(run.Steps),
        Status = run.Status,
        StopReason = run.StopReason,
        StopNote = run.StopNote,
        NextStep = run.Next?.Number,
        NextDueAt = run.Next?.DueAt,
        StartedBy = run.StartedBy,
        StartedAt = run.StartedAt,
        EndedAt = run.EndedAt,
    });
}
