using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CreatorCRM.Storage.Postgres;

/// <summary>The journal on PostgreSQL: a batch is one round trip and one commit.</summary>
public sealed class PostgresJournalStore : IJournalStore
{
    private const int Attempts = 3;

    // No transaction below the oldest running one can still commit, so nothing can appear before what is read.
    private const string Settled = "transaction < log_transaction(pg_snapshot_xmin(pg_current_snapshot()))";
    private const string BehindCursor = $"(transaction, position) > ($1::text::xid8, $2) AND {Settled}";

    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _time;
    private readonly Lazy<PostgresBatch> _batch;
    private readonly PostgresListener _listener;

    public PostgresJournalStore(
        NpgsqlDataSource source, [FromKeyedServices(PostgresPool.JournalWriter)] NpgsqlDataSource writing, IDbContextFactory<CrmDbContext> contexts,
        PostgresListener listener, TimeProvider time)
    {
        _source = source;
        _listener = listener;
        _time = time;
        _batch = new(() =>
        {
            using var context = contexts.CreateDbContext();
            return new PostgresBatch(writing, RowTable.ReadFrom(context.Model));
        });
    }

    public async Task<AppendOutcome[]> Write(IReadOnlyList<Commit> commits, CancellationToken cancel)
    {
        // One order for every node, so that two nodes that write the same streams wait for each other in turn and never in a circle.
        var order = Enumerable.Range(0, commits.Count).OrderBy(i => commits[i].Stream.ToString(), StringComparer.Ordinal).ToArray();
        var outcomes = new AppendOutcome?[commits.Count];
        var waiting = order.ToList();
        while (waiting.Count > 0)
        {
            var refused = waiting.Count == 1 ? null : await TryWrite(waiting.ConvertAll(i => commits[i]), cancel);
            if (refused is null)
            {
                // A row among several broke a rule that only its own statement names, or one of them is in another node's way each time: each is tried alone.
                foreach (var i in waiting) outcomes[i] = await WriteAlone(commits[i], cancel);
                waiting.Clear();
            }
            else if (refused.Count == 0)
            {
                foreach (var i in waiting) outcomes[i] = new AppendOutcome.Committed();
                waiting.Clear();
            }
            else
            {
                foreach (var (at, outcome) in refused) outcomes[waiting[at]] = outcome;
                waiting.RemoveAll(i => outcomes[i] is not null);
            }
        }
        return outcomes!;
    }

    public Task<IReadOnlyList<StoredEvent>> Read(StreamId stream, long afterVersion, CancellationToken cancel) =>
        Select("WHERE stream = $1 AND version > $2 ORDER BY version", [stream.ToString(), afterVersion], cancel);

    public Task<IReadOnlyList<StoredEvent>> ReadLog(LogCursor after, int limit, CancellationToken cancel, string? workspace = null)
    {
        var transaction = after.Transaction.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return workspace is null
            ? Select($"WHERE {BehindCursor} ORDER BY transaction, position LIMIT $3", [transaction, after.Position, limit], cancel)
            : Select($"WHERE {BehindCursor} AND workspace = $4 ORDER BY transaction, position LIMIT $3", [transaction, after.Position, limit, workspace],
                cancel);
    }

    public async Task<LogCursor> ReadHead(CancellationToken cancel)
    {
        await using var command = _source.CreateCommand($"SELECT transaction::text::bigint, position FROM events WHERE {Settled} ORDER BY transaction DESC, position DESC LIMIT 1");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new LogCursor(reader.GetInt64(0), reader.GetInt64(1)) : LogCursor.Start;
    }

    public async Task<RecordedCommand?> FindCommand(string commandId, CancellationToken cancel)
    {
        await using var command = _source.CreateCommand("SELECT stream, fingerprint, part, version FROM commands WHERE id = $1");
        command.Parameters.AddWithValue(commandId);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? new RecordedCommand(commandId, StreamId.Parse(reader.GetString(0)), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.GetInt64(3))
            : null;
    }

    public Task WaitForCommit(CancellationToken cancel) => _listener.Wait(cancel);

    // A connection that breaks before the commit has written nothing, so the batch may be sent again; likewise one that a deadlock threw out.
    private async Task<List<(int At, AppendOutcome Outcome)>?> TryWrite(List<Commit> commits, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await _batch.Value.TryWrite(commits, cancel);
            }
            catch (NpgsqlException e) when (attempt < Attempts && (e.IsTransient || !PostgresBatch.IsBadRow(e)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt), _time, cancel);
            }
            catch (PostgresException e) when (commits.Count > 1 && PostgresBatch.IsLostToAnother(e))
            {
                return null;
            }
        }
    }

    private async Task<AppendOutcome> WriteAlone(Commit commit, CancellationToken cancel)
    {
        try
        {
            var refused = await TryWrite([commit], cancel);
            return refused!.Count == 0 ? new AppendOutcome.Committed() : refused[0].Outcome;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            if (e.ConstraintName == "ux_events_stream_version") return new AppendOutcome.VersionConflict();
            return commit.UniqueRules.FirstOrDefault(rule => rule.Index == e.ConstraintName) is { } rule
                ? new AppendOutcome.Refused(rule.Refusal)
                : new AppendOutcome.Failed(e);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CheckViolation && commit.Explain(e.MessageText) is not null)
        {
            return new AppendOutcome.Refused(commit.Explain(e.MessageText)!);
        }
        catch (Exception e) when (PostgresBatch.IsBadRow(e) || PostgresBatch.IsLostToAnother(e))
        {
            return new AppendOutcome.Failed(e);
        }
    }

    private async Task<IReadOnlyList<StoredEvent>> Select(string condition, object[] parameters, CancellationToken cancel)
    {
        await using var command = _source.CreateCommand(
            "SELECT transaction::text::bigint, position, stream, version, type, schema_version, data, actor_id, actor_name, command_id, occurred_at, recorded_at FROM events " + condition);
        foreach (var parameter in parameters) command.Parameters.AddWithValue(parameter);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync(cancel))
        {
            events.Add(new StoredEvent(
                new LogCursor(reader.GetInt64(0), reader.GetInt64(1)), StreamId.Parse(reader.GetString(2)), reader.GetInt64(3), reader.GetString(4),
                reader.GetInt32(5), reader.GetString(6),
                new Actor(reader.GetString(7), reader.GetString(8)), reader.IsDBNull(9) ? null : reader.GetString(9),
                reader.GetFieldValue<DateTimeOffset>(10), reader.GetFieldValue<DateTimeOffset>(11)));
        }
        return events;
    }
}
