using System.Collections.Immutable;

namespace CreatorCRM.Sequences;

/// <summary>The sequences that were started in a partnership, in their order; at most one of them is under way.</summary>
public sealed partial record SequenceRuns
{
    public static SequenceRuns Empty { get; } = new();

    public ImmutableArray<SequenceRun> All { get; init; } = [];

    /// <summary>The one under way; null when none is.</summary>
    public SequenceRun? Active => All is [.., { Status: SequenceRunStatus.Active } run] ? run : null;

    public SequenceRuns Apply(ISequenceEvent @event, EventMeta meta) => @event switch
    {
        SequenceStarted e => this with { All = All.Add(Started(e, meta)) },
        SequenceStepDone e => With(e.Run, run => Closed(run, e.Step, SequenceStepStatus.Done, e.Message, e.NextDueAt, meta)),
        SequenceStepSkipped e => With(e.Run, run => Closed(run, e.Step, SequenceStepStatus.Skipped, null, e.NextDueAt, meta)),
        SequenceFinished e => With(e.Run, run => run with { Status = SequenceRunStatus.Finished, EndedAt = meta.OccurredAt }),
        SequenceStopped e => With(e.Run, run => run with
        {
            Steps = Dropped(run.Steps, meta.OccurredAt),
            Status = SequenceRunStatus.Stopped,
            StopReason = e.Reason,
            StopNote = e.Note,
            EndedAt = meta.OccurredAt,
        }),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a sequence in a partnership."),
    };

    private SequenceRuns With(string number, Func<SequenceRun, SequenceRun> change) =>
        this with { All = [.. All.Select(run => run.Number == number ? change(run) : run)] };

    private static SequenceRun Started(SequenceStarted e, EventMeta meta) => new(e.Run, e.Sequence, e.Name,
        [.. e.Steps.Select((step, i) => new SequenceRunStep(i + 1, step, i == 0 ? SequenceStepStatus.Next : SequenceStepStatus.Pending, i == 0 ? e.DueAt : null))],
        meta.Actor.Name, meta.OccurredAt);

    private static SequenceRun Closed(SequenceRun run, int number, SequenceStepStatus status, string? message, DateTimeOffset? nextDueAt, EventMeta meta) =>
        run with
        {
            Steps = [.. run.Steps.Select(step => step.Number == number ? step with { Status = status, ClosedAt = meta.OccurredAt, Message = message }
            : step.Number == number + 1 ? step with { Status = SequenceStepStatus.Next, DueAt = nextDueAt } : step)],
        };

    /// <summary>The steps of a run that is stopped.</summary>
    internal static ImmutableArray<SequenceRunStep> Dropped(ImmutableArray<SequenceRunStep> steps, DateTimeOffset? at) =>
        [.. steps.Select(step => step.Status is SequenceStepStatus.Pending or SequenceStepStatus.Next
            ? step with { Status = SequenceStepStatus.Dropped, ClosedAt = at } : step)];
}
