using Npgsql;

namespace CreatorCRM.Storage.Postgres;

/// <summary>
/// Writes many commits in one round trip: every table gets one statement over arrays, whatever the number of commits.
/// The checks come first in the same batch; if one fails, the transaction is rolled back and the caller leaves that commit out.
/// </summary>
internal sealed class PostgresBatch(NpgsqlDataSource source, IReadOnlyDictionary<Type, RowTable> tables)
{
    /// <summary>
    /// The commits that failed a check, in which case nothing was written; empty when all are durable; null when one of several holds a bad row.
    /// </summary>
    public async Task<List<(int At, AppendOutcome Outcome)>?> TryWrite(IReadOnlyList<Commit> commits, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        List<(int, AppendOutcome)> refused = [];
        try
        {
            await using var batch = new NpgsqlBatch(connection, transaction);
            var checks = PostgresChecks.AddTo(batch, commits);
            AddEvents(batch, commits);
            foreach (var rows in commits.SelectMany(commit => commit.Rows.Deletes).GroupBy(row => row.GetType())) AddDeletes(batch, tables[rows.Key], rows);
            foreach (var rows in commits.SelectMany(commit => commit.Rows.Writes).Select(write => write.Row).GroupBy(row => row.GetType()))
                AddUpserts(batch, tables[rows.Key], rows);
            batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT pg_notify('crm_commit', '')"));
            await using var reader = await batch.ExecuteReaderAsync(cancel);
            refused = await checks.Failures(reader, cancel);
            while (refused.Count == 0 && await reader.NextResultAsync(cancel))
            {
                // To the end, where a bad row is reported.
            }
        }
        catch (PostgresException) when (refused.Count > 0)
        {
            // What comes after a failed check may break too; the check says why.
        }
        catch (Exception e) when (commits.Count > 1 && IsBadRow(e))
        {
            return null;
        }
        if (refused.Count > 0) return refused;
        try
        {
            await transaction.CommitAsync(cancel);
        }
        catch (NpgsqlException e)
        {
            throw new CommitOutcomeUnknownException("The connection was lost while the commit was under way.", e);
        }
        return [];
    }

    /// <summary>True when another transaction was given way to, as in a deadlock: nothing was written, and the same batch may be sent again.</summary>
    public static bool IsLostToAnother(Exception e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>True when the content is to blame and not the connection or another transaction: the others can still be written.</summary>
    public static bool IsBadRow(Exception e) => e switch
    {
        PostgresException postgres => postgres.SqlState[..2] is "21" or "22" or "23" or "42" or "54",
        NpgsqlException => false,
        InvalidCastException or FormatException or OverflowException or ArgumentException => true,
        _ => false,
    };

    private static void AddEvents(NpgsqlBatch batch, IReadOnlyList<Commit> commits)
    {
        var events = commits.SelectMany(commit => commit.Events.Select((@event, i) => (Commit: commit, Event: @event, Ordinal: i))).ToArray();
        if (events.Length == 0) return;
        var subjects = events.SelectMany((e, i) => e.Commit.Subjects.Prepend(new Subject(e.Commit.Stream.Kind, e.Commit.Stream.Id))
            .Select(subject => (At: i + 1, Subject: subject.ToString()))).ToArray();
        batch.Add("""
            WITH input AS (
                SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::int[], $11::timestamptz[], $12::timestamptz[])
                WITH ORDINALITY AS i(workspace, stream, version, type, schema_version, data, actor_id, actor_name, command_id, ordinal, occurred_at, recorded_at, at)
            ), written AS (
                INSERT INTO events (workspace, stream, version, type, schema_version, data, actor_id, actor_name, command_id, ordinal, occurred_at, recorded_at)
                SELECT workspace, stream, version, type, schema_version, data, actor_id, actor_name, command_id, ordinal, occurred_at, recorded_at FROM input ORDER BY at
                RETURNING position, stream, version
            )
            INSERT INTO event_subjects (workspace, subject, occurred_at, position)
            SELECT input.workspace, s.subject, input.occurred_at, written.position
            FROM unnest($13::bigint[], $14::text[]) AS s(at, subject) JOIN input USING (at) JOIN written USING (stream, version)
            """,
            events.Select(e => e.Commit.Stream.Workspace).ToArray(),
            events.Select(e => e.Commit.Stream.ToString()).ToArray(),
            events.Select(e => e.Commit.ExpectedVersion + e.Ordinal + 1).ToArray(),
            events.Select(e => e.Event.Type).ToArray(),
            events.Select(e => e.Event.SchemaVersion).ToArray(),
            events.Select(e => e.Event.Data).ToArray(),
            events.Select(e => e.Commit.Actor.Id).ToArray(),
            events.Select(e => e.Commit.Actor.Name).ToArray(),
            events.Select(e => e.Commit.Command?.Id).ToArray(),
            events.Select(e => e.Ordinal).ToArray(),
            events.Select(e => e.Event.OccurredAt.UtcDateTime).ToArray(),
            events.Select(e => e.Commit.RecordedAt.UtcDateTime).ToArray(),
            subjects.Select(s => (long)s.At).ToArray(),
            subjects.Select(s => s.Subject).ToArray());
    }

    private static void AddUpserts(NpgsqlBatch batch, RowTable table, IEnumerable<IRow> rows)
    {
        var list = rows.ToArray();
        batch.Add($"INSERT INTO {table.Name} ({table.ColumnList}) SELECT * FROM unnest({Parameters(table.Columns)}) {table.OnConflict}",
            Array.ConvertAll(table.Columns, column => PostgresArrays.Of(column, list)));
    }

    private static void AddDeletes(NpgsqlBatch batch, RowTable table, IEnumerable<IRow> rows)
    {
        var list = rows.ToArray();
        batch.Add($"DELETE FROM {table.Name} WHERE ({table.KeyList}) IN (SELECT * FROM unnest({Parameters(table.KeyColumns)}))",
            Array.ConvertAll(table.KeyColumns, column => PostgresArrays.Of(column, list)));
    }

    private static string Parameters(RowTable.Column[] columns) =>
        string.Join(", ", columns.Select((column, i) => $"${i + 1}::{PostgresArrays.TypeName(column)}[]"));
}
