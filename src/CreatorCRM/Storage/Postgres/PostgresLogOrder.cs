using System.Globalization;
using Npgsql;

namespace CreatorCRM.Storage.Postgres;

/// <summary>
/// Keeps the log's order when a database moves. Events are ordered by their transaction, whose numbers are the server's own: after a dump and restore into
/// another server they begin anew. The function <c>log_transaction</c> then adds a constant, so that old events, old cursors and new events keep their order.
/// </summary>
internal static class PostgresLogOrder
{
    /// <summary>Called at start, while no other node migrates. Does nothing on the server that wrote the last event.</summary>
    public static async Task Restore(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var asking = new NpgsqlCommand(
            "SELECT log_transaction(pg_current_xact_id())::text::bigint, pg_current_xact_id()::text::bigint, (SELECT transaction::text::bigint FROM events ORDER BY transaction DESC LIMIT 1)", connection);
        await using var reader = await asking.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var (next, own, last) = (reader.GetInt64(0), reader.GetInt64(1), reader.IsDBNull(2) ? 0 : reader.GetInt64(2));
        await reader.CloseAsync();
        if (last < next) return;
        var missing = (last - own + 1).ToString(CultureInfo.InvariantCulture);
        await using var replacing = new NpgsqlCommand(
            $"CREATE OR REPLACE FUNCTION log_transaction(number xid8) RETURNS xid8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT (number::text::bigint + {missing})::text::xid8'", connection);
        await replacing.ExecuteNonQueryAsync(cancel);
    }
}
