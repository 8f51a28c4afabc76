using Microsoft.Data.Sqlite;

namespace CreatorCRM.Storage.Sqlite;

/// <summary>The one writing connection, with its statements prepared once. Used by one thread at a time.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int UniqueViolation = 2067, PrimaryKeyViolation = 1555;

    private readonly SqliteConnection _connection;
    private readonly IReadOnlyDictionary<Type, RowTable> _tables;
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    public SqliteWriter(string connectionString, IReadOnlyDictionary<Type, RowTable> tables)
    {
        _tables = tables;
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        // FULL: a commit is acknowledged only when it has reached the disk.
        Run("PRAGMA synchronous = FULL");
    }

    /// <summary>All commits in one transaction, each in a savepoint of its own: one that fails writes nothing while its neighbours go on.</summary>
    public AppendOutcome[] Write(IReadOnlyList<Commit> commits)
    {
        var outcomes = new AppendOutcome[commits.Count];
        Run("BEGIN IMMEDIATE");
        try
        {
            for (var i = 0; i < commits.Count; i++) outcomes[i] = Refuse(commits[i]) ?? WriteAlone(commits[i]);
            Run("COMMIT");
            return outcomes;
        }
        catch
        {
            Run("ROLLBACK");
            throw;
        }
    }

    public static RecordedCommand? FindCommand(SqliteConnection connection, string id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT stream, fingerprint, part, version FROM commands WHERE id = $1";
        command.Parameters.AddWithValue("$1", id);
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new RecordedCommand(id, StreamId.Parse(reader.GetString(0)), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetInt64(3))
            : null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values) await command.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private AppendOutcome? Refuse(Commit commit)
    {
        if (commit.Command is { } command && FindCommand(_connection, command.Id) is { } first) return new AppendOutcome.AlreadyDone(first);
        var version = Scalar("SELECT version FROM streams WHERE stream = $1", commit.Stream.ToString());
        if ((version as long? ?? 0) != commit.ExpectedVersion) return new AppendOutcome.VersionConflict();
        foreach (var guard in commit.Guards)
        {
            if (Scalar($"SELECT 1 FROM {guard.Table} WHERE workspace = $1 AND id = $2 AND ({guard.Condition ?? "1"})", commit.Stream.Workspace, guard.Id) is null)
                return new AppendOutcome.Refused(guard.Else);
        }
        return null;
    }

    private AppendOutcome WriteAlone(Commit commit)
    {
        Run("SAVEPOINT one");
        AppendOutcome outcome;
        try
        {
            WriteOne(commit);
            outcome = new AppendOutcome.Committed();
        }
        catch (Exception e)
        {
            // Fails itself when SQLite has given up the whole transaction (disk full, I/O error): then the batch has failed.
            Run("ROLLBACK TO one");
            outcome = Explain(commit, e);
        }
        Run("RELEASE one");
        return outcome;
    }

    private static AppendOutcome Explain(Commit commit, Exception e)
    {
        if (e is not SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation }) return new AppendOutcome.Failed(e);
        var rule = commit.UniqueRules.FirstOrDefault(rule => e.Message.Contains(string.Join(", ", rule.Columns.Select(column => $"{rule.Table}.{column}")), StringComparison.Ordinal));
        return rule is null ? new AppendOutcome.Failed(e) : new AppendOutcome.Refused(rule.Refusal);
    }

    private void WriteOne(Commit commit)
    {
        var stream = commit.Stream.ToString();
        if (commit.Events.Count > 0)
            Run("INSERT INTO streams (stream, version) VALUES ($1, $2) ON CONFLICT (stream) DO UPDATE SET version = excluded.version", stream, commit.NewVersion);
        if (commit.Command is { } command)
        {
            Run("INSERT INTO commands (id, stream, fingerprint, part, version, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)",
                command.Id, stream, command.Fingerprint, command.Part, commit.NewVersion, Microseconds.From(commit.RecordedAt));
        }
        string[] subjects = [new Subject(commit.Stream.Kind, commit.Stream.Id).ToString(), .. commit.Subjects.Select(subject => subject.ToString())];
        for (var i = 0; i < commit.Events.Count; i++)
        {
            var @event = commit.Events[i];
            var occurredAt = Microseconds.From(@event.OccurredAt);
            var position = Scalar("""
                INSERT INTO events (workspace, stream, version, type, schema_version, data, actor_id, actor_name, command_id, ordinal, occurred_at, recorded_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING position
                """, commit.Stream.Workspace, stream, commit.ExpectedVersion + i + 1, @event.Type, @event.SchemaVersion, @event.Data,
                commit.Actor.Id, commit.Actor.Name, commit.Command?.Id, i, occurredAt, Microseconds.From(commit.RecordedAt));
            foreach (var subject in subjects)
                Run("INSERT INTO event_subjects (workspace, subject, occurred_at, position) VALUES ($1, $2, $3, $4)", commit.Stream.Workspace, subject, occurredAt, position);
        }
        foreach (var row in commit.Rows.Deletes) WriteRow(row, delete: true);
        foreach (var row in commit.Rows.Upserts) WriteRow(row, delete: false);
    }

    private void WriteRow(IRow row, bool delete)
    {
        var table = _tables[row.GetType()];
        var columns = delete ? table.KeyColumns : table.Columns;
        var sql = delete
            ? $"DELETE FROM {table.Name} WHERE {string.Join(" AND ", columns.Select((column, i) => $"{column.Name} = ${i + 1}"))}"
            : $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))}) {table.OnConflict}";
        Run(sql, [.. columns.Select(column => column.ValueIn(row))]);
    }

    private void Run(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    private object? Scalar(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteScalar();

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
            _prepared.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
