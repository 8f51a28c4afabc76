using System.Collections.Immutable;
using System.Globalization;

namespace CreatorCRM.Sequences;

/// <summary>Something about a sequence in a partnership.</summary>
public interface ISequenceEvent : IEvent;

/// <param name="Steps">As they were then; the sequence itself may be changed later.</param>
/// <param name="DueAt">When the first step is due.</param>
[EventType("partnership.sequence-started")]
public sealed record SequenceStarted(string Run, string Sequence, string Name, ImmutableArray<SequenceStep> Steps, DateTimeOffset DueAt) : ISequenceEvent
{
    public string Summary => $"The sequence {Name} was started: {SequenceWords.Count(Steps.Length)}, the first one due on {DueAt:yyyy-MM-dd}.";
}

/// <param name="Message">The number of the message that was logged with it; null for none.</param>
/// <param name="NextDueAt">When the step after it is due; null after the last one.</param>
[EventType("partnership.sequence-step-done")]
public sealed record SequenceStepDone(string Run, string Name, int Step, string? Message, DateTimeOffset At, DateTimeOffset? NextDueAt) : ISequenceEvent
{
    public string Summary =>
        string.Create(CultureInfo.InvariantCulture, $"Step {Step} of the sequence {Name} was done{(NextDueAt is { } due ? $"; the next one is due on {due:yyyy-MM-dd}" : "")}.");

    public DateTimeOffset? OccurredAt => At;
}

[EventType("partnership.sequence-step-skipped")]
public sealed record SequenceStepSkipped(string Run, string Name, int Step, string? Reason, DateTimeOffset? NextDueAt) : ISequenceEvent
{
    public string Summary => string.Create(CultureInfo.InvariantCulture,
        $"Step {Step} of the sequence {Name} was skipped{(Reason is null ? "" : $", since {Reason}")}{(NextDueAt is { } due ? $"; the next one is due on {due:yyyy-MM-dd}" : "")}.");
}

[EventType("partnership.sequence-finished")]
public sealed record SequenceFinished(string Run, string Name) : ISequenceEvent
{
    public string Summary => $"The sequence {Name} came to its end.";
}

[EventType("partnership.sequence-stopped")]
public sealed record SequenceStopped(string Run, string Name, SequenceStopReason Reason, string? Note) : ISequenceEvent
{
    public string Summary => $"The sequence {Name} was stopped{Why}{(Note is null ? "" : $": {Note}")}.";

    private string Why => Reason switch
    {
        SequenceStopReason.Replied => ", since the influencer answered",
        SequenceStopReason.OptedOut => ", since the influencer must not be contacted any more",
        SequenceStopReason.Declined => ", since one side does not want to",
        SequenceStopReason.StageChanged => ", since the partnership went to another stage",
        SequenceStopReason.Replaced => ", since another one was started in its place",
        SequenceStopReason.TakenBack => ", since the bulk action that started it was taken back",
        _ => " by hand",
    };
}
