using System.Collections.Immutable;

namespace CreatorCRM.Sequences;

/// <summary>Where a sequence stands in a partnership.</summary>
public enum SequenceRunStatus
{
    /// <summary>Under way: one of its steps is next.</summary>
    Active,
    /// <summary>Every step was done or skipped.</summary>
    Finished,
    /// <summary>It ended before its last step.</summary>
    Stopped,
}

/// <summary>Why a sequence ended before its last step.</summary>
public enum SequenceStopReason
{
    /// <summary>The influencer answered.</summary>
    Replied,
    /// <summary>The influencer must not be contacted any more.</summary>
    OptedOut,
    /// <summary>One of the two sides does not want to.</summary>
    Declined,
    /// <summary>The partnership went to another stage by something else than the sequence's own messages.</summary>
    StageChanged,
    /// <summary>Somebody stopped it.</summary>
    StoppedByManager,
    /// <summary>Another sequence was started in its place.</summary>
    Replaced,
    /// <summary>The bulk action that started it was taken back.</summary>
    TakenBack,
}

/// <summary>Where one step of a sequence under way stands.</summary>
public enum SequenceStepStatus
{
    /// <summary>Others come before it.</summary>
    Pending,
    /// <summary>It is the one to do, once it is due.</summary>
    Next,
    /// <summary>It was done.</summary>
    Done,
    /// <summary>It was left out, and the sequence went on.</summary>
    Skipped,
    /// <summary>The sequence was stopped before it was done.</summary>
    Dropped,
}

/// <summary>A step as it was when the sequence was started, and what became of it.</summary>
/// <param name="Number">Counts the steps, from 1.</param>
/// <param name="DueAt">Null until it is next.</param>
/// <param name="ClosedAt">When it was done, skipped or dropped.</param>
/// <param name="Message">The number of the message that was logged; null for none.</param>
public sealed record SequenceRunStep(int Number, SequenceStep Step, SequenceStepStatus Status, DateTimeOffset? DueAt = null, DateTimeOffset? ClosedAt = null,
    string? Message = null)
{
    /// <summary>From which status a step may go where; how its run goes on is decided in <see cref="SequenceRuns"/> and held against this by tests.</summary>
    public static ImmutableDictionary<SequenceStepStatus, ImmutableArray<SequenceStepStatus>> Moves { get; } = new Dictionary<SequenceStepStatus, ImmutableArray<SequenceStepStatus>>
    {
        [SequenceStepStatus.Pending] = [SequenceStepStatus.Next, SequenceStepStatus.Dropped],
        [SequenceStepStatus.Next] = [SequenceStepStatus.Done, SequenceStepStatus.Skipped, SequenceStepStatus.Dropped],
        [SequenceStepStatus.Done] = [],
        [SequenceStepStatus.Skipped] = [],
        [SequenceStepStatus.Dropped] = [],
    }.ToImmutableDictionary();
}

/// <summary>A sequence under way in a partnership, or as it ended. It keeps the name and the steps that the sequence had when it was started.</summary>
/// <param name="Sequence">The id of the sequence that it was started from.</param>
public sealed record SequenceRun(
    string Number, string Sequence, string Name, ImmutableArray<SequenceRunStep> Steps, string StartedBy, DateTimeOffset StartedAt,
    SequenceRunStatus Status = SequenceRunStatus.Active, SequenceStopReason? StopReason = null, string? StopNote = null, DateTimeOffset? EndedAt = null)
{
    /// <summary>From which status a run may go where: one that is over stays so.</summary>
    public static ImmutableDictionary<SequenceRunStatus, ImmutableArray<SequenceRunStatus>> Moves { get; } = new Dictionary<SequenceRunStatus, ImmutableArray<SequenceRunStatus>>
    {
        [SequenceRunStatus.Active] = [SequenceRunStatus.Finished, SequenceRunStatus.Stopped],
        [SequenceRunStatus.Finished] = [],
        [SequenceRunStatus.Stopped] = [],
    }.ToImmutableDictionary();

    /// <summary>The step to do; null when it is over.</summary>
    public SequenceRunStep? Next => Steps.FirstOrDefault(step => step.Status == SequenceStepStatus.Next);

    /// <summary>No step was done or skipped yet.</summary>
    public bool IsUntouched => Steps.All(step => step.Status is SequenceStepStatus.Pending or SequenceStepStatus.Next);

    /// <summary>When the step after this one is due if this one is closed at the instant; null after the last one.</summary>
    public DateTimeOffset? DueAfter(int step, DateTimeOffset closed) => step < Steps.Length ? closed.AddDays(Steps[step].Step.WaitDays) : null;
}
