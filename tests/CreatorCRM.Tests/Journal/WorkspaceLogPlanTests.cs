using System.Data.Common;
using CreatorCRM.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CreatorCRM.Tests.Journal;

/// <summary>Who catches up in a small workspace beside a large one reads its own events only: both planners seek in the index by workspace.</summary>
public sealed class WorkspaceLogPlanTests(PostgresServer postgres)
{
    private const string Columns = "workspace, stream, version, type, schema_version, data, actor_id, actor_name, ordinal, occurred_at, recorded_at";

    [Fact]
    public async Task On_SQLite()
    {
        var storage = await CrmSilo.NewStorage(StorageEngine.Sqlite, postgres);
        await CrmStorage.Migrate(storage, CancellationToken.None);
        await using (var connection = new SqliteConnection(storage.CrmConnectionString + ";Pooling=false"))
        {
            await Fill(connection, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)", Columns, "0, 0");
            // As SqliteJournalStore.ReadLog asks.
            var plan = await Lines(connection, "EXPLAIN QUERY PLAN SELECT position, stream FROM events WHERE position > 7000 AND workspace = 'small' ORDER BY position LIMIT 500", column: 3);
            plan.ShouldBe(["SEARCH events USING INDEX ix_events_workspace (workspace=? AND position>?)"]);
        }
        Directory.Delete(storage.DataFolder, recursive: true);
    }

    [Fact]
    public async Task On_PostgreSQL()
    {
        var storage = await CrmSilo.NewStorage(StorageEngine.Postgres, postgres);
        await CrmStorage.Migrate(storage, CancellationToken.None);
        await using var connection = new NpgsqlConnection(storage.CrmConnectionString);
        // Of a transaction long ago: what other tests have under way on this server would else hide all of it from the planner.
        await Fill(connection, "WITH n(i) AS (SELECT generate_series(1, 20000))", Columns + ", transaction", "now(), now(), '100'");
        // As PostgresJournalStore.ReadLog asks.
        var plan = string.Join('\n', await Lines(connection, """
            EXPLAIN SELECT position, stream FROM events
            WHERE (transaction, position) > ('70'::text::xid8, 7000) AND transaction < pg_snapshot_xmin(pg_current_snapshot()) AND workspace = 'small'
            ORDER BY transaction, position LIMIT 500
            """, column: 0));
        plan.ShouldMatch(@"^Limit[^\n]*\n\s+->  Index Scan using ix_events_workspace on events", plan);
        plan.ShouldMatch(@"Index Cond: [^\n]*workspace = 'small'[^\n]*ROW\(transaction, ""?position""?\) >", plan);
    }

    // One event in a hundred is of the small workspace.
    private static async Task Fill(DbConnection connection, string numbers, string columns, string rest)
    {
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await Execute(connection, $"""
            INSERT INTO events ({columns})
            {numbers}
            SELECT CASE WHEN i % 100 = 0 THEN 'small' ELSE 'large' END, 's' || i, 1, 't', 1, '{"{}"}', 'a', 'A', 0, {rest} FROM n
            """);
        await Execute(connection, "ANALYZE");
    }

    private static async Task Execute(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<List<string>> Lines(DbConnection connection, string sql, int column)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) lines.Add(reader.GetString(column));
        return lines;
    }
}
