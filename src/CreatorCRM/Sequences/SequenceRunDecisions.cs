namespace CreatorCRM.Sequences;

/// <summary>
/// What the commands about a sequence in a partnership come to. Pure. In which stage one can be started, and whether the person may be contacted, is the
/// partnership's to add.
/// </summary>
public partial record SequenceRuns
{
    /// <param name="sequence">As it is now; null when there is none.</param>
    public Decision Start(StartSequence command, SequenceToStart? sequence, DateTimeOffset now)
    {
        if (sequence is null) return Refusal.NotFound("sequence", "sequenceId");
        if (sequence.IsArchived) return Archived;
        if (Active is { } running && !command.Replace)
            return new Refusal(RefusalCode.SequenceRunning, $"The sequence {running.Name} is under way in this partnership. Stop it first, or replace it.",
                "partnershipId");
        if (All.Length >= PartNumber.Max)
            return Refusal.Invalid("partnershipId", $"A partnership may have at most {PartNumber.Max} sequences, one after the other.");
        var number = PartNumber.After(All.Length);
        var started = new SequenceStarted(number, sequence.Id, sequence.Name, sequence.Steps, now.AddDays(sequence.Steps[0].WaitDays));
        var decision = Active is null ? Decision.Accept(started) : Ending(SequenceStopReason.Replaced, null).Then(started);
        return decision.Provided(new RowGuard("sequences", sequence.Id, "archived_at IS NULL", Archived)).About(number);
    }

    /// <param name="message">The number of the message that is logged with it; null for none.</param>
    public Decision Done(string run, int step, string? message, DateTimeOffset at) =>
        Closing(run, step, at, (active, dueAt) => new SequenceStepDone(run, active.Name, step, message, at, dueAt));

    public Decision Skip(SkipSequenceStep command, DateTimeOffset now)
    {
        var reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim();
        var validation = new Validation().Text("reason", reason, 1000);
        return validation.HasRefusals
            ? Decision.Refuse(validation.Refusals)
            : Closing(command.Run, command.Step, now, (active, dueAt) => new SequenceStepSkipped(command.Run, active.Name, command.Step, reason, dueAt));
    }

    /// <summary>Stopping what was stopped before changes nothing.</summary>
    public Decision Stop(StopSequence command)
    {
        if (Find(command.Run) is not { } run) return NoSuch;
        var note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim();
        var validation = new Validation().Text("note", note, 1000);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        if (command.TakingBack && run.Status != SequenceRunStatus.Active) return Decision.Nothing;
        if (run.Status == SequenceRunStatus.Stopped) return Decision.Nothing.About(run.Number);
        if (run.Status == SequenceRunStatus.Finished) return Over(run);
        if (command.TakingBack && !run.IsUntouched)
            return new Refusal(RefusalCode.IllegalSequenceStatus,
                "A step of this sequence was done or skipped already, so it is kept. Stop it by hand if it should not go on.", "sequenceRunId");
        return Ending(command.TakingBack ? SequenceStopReason.TakenBack : SequenceStopReason.StoppedByManager, note).About(run.Number);
    }

    /// <summary>Stops the one under way; nothing when none is.</summary>
    public Decision Ending(SequenceStopReason reason, string? note) =>
        Active is { } run ? Decision.Accept(new SequenceStopped(run.Number, run.Name, reason, note)) : Decision.Nothing;

    /// <summary>The step, if it is the one to do.</summary>
    public (SequenceRunStep? Step, Refusal? Refusal) Next(string run, int step)
    {
        if (Find(run) is not { } found) return (null, NoSuch);
        if (found.Next is not { } next) return (null, Over(found));
        return next.Number == step
            ? (next, null)
            : (null, new Refusal(RefusalCode.IllegalSequenceStatus, $"Step {next.Number} is next in this sequence, not step {step}.", "step"));
    }

    private Decision Closing(string number, int step, DateTimeOffset at, Func<SequenceRun, DateTimeOffset?, IEvent> closed)
    {
        if (Next(number, step).Refusal is { } refusal) return refusal;
        var run = Find(number)!;
        var decision = Decision.Accept(closed(run, run.DueAfter(step, at)));
        return (step == run.Steps.Length ? decision.Then(new SequenceFinished(number, run.Name)) : decision).About(number);
    }

    private SequenceRun? Find(string number) => All.FirstOrDefault(run => run.Number == number);

    private static Refusal NoSuch => Refusal.NotFound("sequence in a partnership", "sequenceRunId");

    private static Refusal Archived => new(RefusalCode.Archived, "This sequence is archived. Take it back before you use it.", "sequenceId");

    private static Refusal Over(SequenceRun run) =>
        new(RefusalCode.IllegalSequenceStatus, $"The sequence {run.Name} is {run.Status.Words()} in this partnership, so it takes no further step.",
            "sequenceRunId");
}
