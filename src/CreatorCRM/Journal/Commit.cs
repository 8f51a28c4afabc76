namespace CreatorCRM.Journal;

/// <summary>Everything that one accepted command writes; all of it or nothing becomes durable.</summary>
/// <param name="ExpectedVersion">The stream's version before; 0 for a new stream.</param>
public sealed record Commit(
    StreamId Stream,
    long ExpectedVersion,
    IReadOnlyList<PendingEvent> Events,
    IReadOnlyList<Subject> Subjects,
    RowChanges Rows,
    IReadOnlyList<RowGuard> Guards,
    IReadOnlyList<UniqueRule> UniqueRules,
    IReadOnlyList<CheckRule> CheckRules,
    Actor Actor,
    DateTimeOffset RecordedAt,
    KeyedCommand? Command)
{
    public long NewVersion => ExpectedVersion + Events.Count;

    /// <summary>The refusal of the rule whose trigger raised this error; null when it was none of the aggregate's.</summary>
    public Refusal? Explain(string error) => CheckRules.Select(rule => rule.Explain(error)).FirstOrDefault(refusal => refusal is not null);
}

/// <summary>An event about to be written.</summary>
public sealed record PendingEvent(string Type, int SchemaVersion, string Data, DateTimeOffset OccurredAt);

/// <summary>A command that carries an idempotency key: its outcome is kept so that a repetition gets the same answer.</summary>
public sealed record KeyedCommand(string Id, string Fingerprint, string? Part);

/// <summary>The kept outcome of a keyed command.</summary>
public sealed record RecordedCommand(string Id, StreamId Stream, string Fingerprint, string? Part, long Version);

/// <summary>How a commit ended. Anything but <see cref="Committed"/> wrote nothing.</summary>
public abstract record AppendOutcome
{
    public sealed record Committed : AppendOutcome;

    /// <summary>Somebody else wrote to the stream since it was read.</summary>
    public sealed record VersionConflict : AppendOutcome;

    /// <summary>The command's key was used before.</summary>
    public sealed record AlreadyDone(RecordedCommand First) : AppendOutcome;

    public sealed record Refused(Refusal Refusal) : AppendOutcome;

    /// <summary>The database does not take what this commit holds: a fault of the program.</summary>
    public sealed record Failed(Exception Fault) : AppendOutcome;
}

/// <summary>The store did not answer, so nobody knows whether the commit is durable: read the stream again before going on.</summary>
public sealed class CommitOutcomeUnknownException(string message, Exception inner) : Exception(message, inner);
