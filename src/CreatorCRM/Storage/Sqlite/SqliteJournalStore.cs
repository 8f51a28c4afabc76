using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Storage.Sqlite;

/// <summary>The journal on SQLite: one connection writes, in WAL mode with a flush per transaction; readers never wait for it.</summary>
public sealed class SqliteJournalStore : IJournalStore, IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly Lazy<SqliteWriter> _writer;
    private readonly SqliteTurns _turns;
    private readonly CommitSignal _signal = new();

    public SqliteJournalStore(StorageOptions options, IDbContextFactory<CrmDbContext> contexts, SqliteTurns turns)
    {
        _turns = turns;
        _connectionString = options.CrmConnectionString;
        _writer = new(() =>
        {
            using var context = contexts.CreateDbContext();
            return new SqliteWriter(options.CrmConnectionString, RowTable.ReadFrom(context.Model));
        }, LazyThreadSafetyMode.PublicationOnly); // A failure is not kept: the next batch tries again.
    }

    public Task<AppendOutcome[]> Write(IReadOnlyList<Commit> commits, CancellationToken cancel) => _turns.Run(() =>
    {
        var outcomes = _writer.Value.Write(commits);
        _signal.Pulse();
        return outcomes;
    }, cancel);

    public async Task<IReadOnlyList<StoredEvent>> Read(StreamId stream, long afterVersion, CancellationToken cancel) =>
        await Select("WHERE stream = $1 AND version > $2 ORDER BY version", [stream.ToString(), afterVersion], cancel);

    public async Task<IReadOnlyList<StoredEvent>> ReadLog(LogCursor after, int limit, CancellationToken cancel, string? workspace = null) => workspace is null
        ? await Select("WHERE position > $1 ORDER BY position LIMIT $2", [after.Position, limit], cancel)
        : await Select("WHERE position > $1 AND workspace = $3 ORDER BY position LIMIT $2", [after.Position, limit, workspace], cancel);

    public async Task<LogCursor> ReadHead(CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancel);
        await using var command = new SqliteCommand("SELECT coalesce(max(position), 0) FROM events", connection);
        return new LogCursor(0, (long)(await command.ExecuteScalarAsync(cancel))!);
    }

    public async Task<RecordedCommand?> FindCommand(string commandId, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT stream, fingerprint, part, version FROM commands WHERE id = $1";
        command.Parameters.AddWithValue("$1", commandId);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? new RecordedCommand(commandId, StreamId.Parse(reader.GetString(0)), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.GetInt64(3))
            : null;
    }

    public Task WaitForCommit(CancellationToken cancel) => _signal.Wait(cancel);

    public async ValueTask DisposeAsync()
    {
        if (_writer.IsValueCreated) await _writer.Value.DisposeAsync();
    }

    private async Task<List<StoredEvent>> Select(string condition, object[] parameters, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT position, stream, version, type, schema_version, data, actor_id, actor_name, command_id, occurred_at, recorded_at FROM events " + condition;
        for (var i = 0; i < parameters.Length; i++) command.Parameters.AddWithValue($"${i + 1}", parameters[i]);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync(cancel))
        {
            events.Add(new StoredEvent(
                new LogCursor(0, reader.GetInt64(0)), StreamId.Parse(reader.GetString(1)), reader.GetInt64(2), reader.GetString(3), reader.GetInt32(4),
                reader.GetString(5),
                new Actor(reader.GetString(6), reader.GetString(7)), reader.IsDBNull(8) ? null : reader.GetString(8),
                Microseconds.ToInstant(reader.GetInt64(9)), Microseconds.ToInstant(reader.GetInt64(10))));
        }
        return events;
    }
}
