namespace CreatorCRM.Journal;

/// <summary>The journal's tables on one engine.</summary>
public interface IJournalStore
{
    /// <summary>
    /// Writes the commits in one transaction and answers once it is durable, with one outcome per commit in order.
    /// A commit that fails does so alone. No stream and no command id may occur twice.
    /// </summary>
    Task<AppendOutcome[]> Write(IReadOnlyList<Commit> commits, CancellationToken cancel);

    /// <summary>The stream's events above a version, oldest first.</summary>
    Task<IReadOnlyList<StoredEvent>> Read(StreamId stream, long afterVersion, CancellationToken cancel);

    Task<RecordedCommand?> FindCommand(string commandId, CancellationToken cancel);

    /// <summary>At most <paramref name="limit"/> committed events of all streams behind the cursor, in an order that never gains an earlier entry.</summary>
    /// <param name="workspace">Only those of this workspace; null: of all.</param>
    Task<IReadOnlyList<StoredEvent>> ReadLog(LogCursor after, int limit, CancellationToken cancel, string? workspace = null);

    /// <summary>The place of the last event that <see cref="ReadLog"/> would give now; the start when there is none.</summary>
    Task<LogCursor> ReadHead(CancellationToken cancel);

    /// <summary>Completes when something may have been written since the call.</summary>
    Task WaitForCommit(CancellationToken cancel);
}

/// <summary>A place in the log. On PostgreSQL positions are handed out before commits, so the writing transaction comes first.</summary>
[GenerateSerializer, Immutable, Alias("log-cursor")]
public readonly record struct LogCursor(long Transaction, long Position) : IComparable<LogCursor>
{
    public static LogCursor Start => default;

    public int CompareTo(LogCursor other) => (Transaction, Position).CompareTo((other.Transaction, other.Position));

    public static bool operator <(LogCursor left, LogCursor right) => left.CompareTo(right) < 0;
    public static bool operator >(LogCursor left, LogCursor right) => left.CompareTo(right) > 0;
    public static bool operator <=(LogCursor left, LogCursor right) => left.CompareTo(right) <= 0;
    public static bool operator >=(LogCursor left, LogCursor right) => left.CompareTo(right) >= 0;
}

/// <summary>An event as the journal holds it.</summary>
public sealed record StoredEvent(
    LogCursor Cursor, StreamId Stream, long Version, string Type, int SchemaVersion, string Data,
    Actor Actor, string? CommandId, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt)
{
    public EventMeta Meta => new(Version, Actor, OccurredAt, RecordedAt);
}
