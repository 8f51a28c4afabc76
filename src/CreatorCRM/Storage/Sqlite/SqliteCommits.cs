using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CreatorCRM.Storage.Sqlite;

/// <summary>Checks one commit and writes it, within the transaction that is open.</summary>
internal sealed class SqliteCommits(SqliteConnection connection, IReadOnlyDictionary<Type, RowTable> tables) : IDisposable
{
    private readonly SqliteStatement _find = new(connection, "SELECT stream, fingerprint, part, version FROM commands WHERE id = ?1");
    private readonly SqliteStatement _version = new(connection, "SELECT version FROM streams WHERE stream = ?1");
    private readonly SqliteStatement _start = new(connection, "INSERT INTO streams (stream, version) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
    private readonly SqliteStatement _move = new(connection, "UPDATE streams SET version = ?2 WHERE stream = ?1 AND version = ?3");
    private readonly SqliteStatement _keep = new(connection,
        "INSERT INTO commands (id, stream, fingerprint, part, version, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    private readonly SqliteStatement _event = new(connection, """
        INSERT INTO events (workspace, stream, version, type, schema_version, data, actor_id, actor_name, command_id, ordinal, occurred_at, recorded_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        """);
    private readonly SqliteStatement _subject = new(connection,
        "INSERT INTO event_subjects (workspace, subject, occurred_at, position) VALUES (?1, ?2, ?3, ?4)");
    private readonly Dictionary<RowGuard, SqliteStatement> _guards = new(SameCondition.Instance);
    private readonly SqliteRows _rows = new(connection, tables);

    /// <summary>Anything but committed has written nothing.</summary>
    /// <exception cref="SqliteException">A rule of the tables was broken; part of the commit may be written.</exception>
    public AppendOutcome Write(Commit commit)
    {
        if (commit.Command is { } command && _find.First(Recorded(command.Id), command.Id) is { } first) return new AppendOutcome.AlreadyDone(first);
        foreach (var guard in commit.Guards)
        {
            if (!Holds(guard, commit.Stream.Workspace)) return new AppendOutcome.Refused(guard.Else);
        }
        var stream = commit.Stream.ToString();
        if (!Move(stream, commit)) return new AppendOutcome.VersionConflict();
        var recordedAt = Microseconds.From(commit.RecordedAt);
        if (commit.Command is { } keyed) _keep.Run(keyed.Id, stream, keyed.Fingerprint, keyed.Part, commit.NewVersion, recordedAt);
        WriteEvents(commit, stream, recordedAt);
        foreach (var row in commit.Rows.Deletes) _rows.Delete(row);
        foreach (var write in commit.Rows.Writes) _rows.Write(write);
        return new AppendOutcome.Committed();
    }

    public void Dispose()
    {
        foreach (var statement in _guards.Values.Concat([_find, _version, _start, _move, _keep, _event, _subject])) statement.Dispose();
        _rows.Dispose();
    }

    private bool Move(string stream, Commit commit)
    {
        if (commit.Events.Count == 0) return _version.First(row => raw.sqlite3_column_int64(row, 0), stream) == commit.ExpectedVersion;
        return (commit.ExpectedVersion == 0 ? _start.Run(stream, commit.NewVersion) : _move.Run(stream, commit.NewVersion, commit.ExpectedVersion)) == 1;
    }

    private void WriteEvents(Commit commit, string stream, long recordedAt)
    {
        string[] subjects = [new Subject(commit.Stream.Kind, commit.Stream.Id).ToString(), .. commit.Subjects.Select(subject => subject.ToString())];
        for (var i = 0; i < commit.Events.Count; i++)
        {
            var @event = commit.Events[i];
            object occurredAt = Microseconds.From(@event.OccurredAt);
            _event.Run(commit.Stream.Workspace, stream, commit.ExpectedVersion + i + 1, @event.Type, @event.SchemaVersion, @event.Data,
                commit.Actor.Id, commit.Actor.Name, commit.Command?.Id, i, occurredAt, recordedAt);
            object position = raw.sqlite3_last_insert_rowid(connection.Handle);
            foreach (var subject in subjects) _subject.Run(commit.Stream.Workspace, subject, occurredAt, position);
        }
    }

    private bool Holds(RowGuard guard, string workspace)
    {
        if (!_guards.TryGetValue(guard, out var statement))
        {
            statement = new SqliteStatement(connection, $"SELECT 1 FROM {guard.Table} WHERE workspace = ?1 AND id = ?2 AND ({guard.Condition?.Replace("@value", "?3") ?? "1"})");
            _guards.Add(guard, statement);
        }
        return guard.Value is null ? statement.Finds(workspace, guard.Id) : statement.Finds(workspace, guard.Id, guard.Value);
    }

    private static Func<sqlite3_stmt, RecordedCommand> Recorded(string id) => row => new RecordedCommand(
        id, StreamId.Parse(Text(row, 0)!), Text(row, 1)!, Text(row, 2), raw.sqlite3_column_int64(row, 3));

    private static string? Text(sqlite3_stmt row, int column) => raw.sqlite3_column_text(row, column).utf8_to_string();

    // Conditions are constants of the program, so there are a handful of statements.
    private sealed class SameCondition : IEqualityComparer<RowGuard>
    {
        public static SameCondition Instance { get; } = new();

        public bool Equals(RowGuard? x, RowGuard? y) => x?.Table == y?.Table && x?.Condition == y?.Condition;

        public int GetHashCode(RowGuard guard) => HashCode.Combine(guard.Table, guard.Condition);
    }
}
