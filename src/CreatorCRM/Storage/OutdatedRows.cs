using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CreatorCRM.Storage;

/// <summary>
/// Writes the rows of the kinds anew that a script of the schema declared outdated, from the journal. It belongs to the migration: it runs in its transaction
/// and before anything is served. Facts are left alone, since what an event added once and for all does not change.
/// </summary>
internal static class OutdatedRows
{
    private const int PageSize = 500;

    public static async Task Rewrite(DbConnection connection, CancellationToken cancel)
    {
        var kinds = await Texts(connection, "SELECT kind FROM outdated_rows", cancel);
        if (kinds.Count == 0) return;
        if (connection is NpgsqlConnection) await KeepWritersOut(connection, cancel);
        var tables = Tables(connection);
        for (var streams = await Streams(connection, "", cancel); streams.Count > 0; streams = await Streams(connection, streams[^1], cancel))
        {
            foreach (var stream in streams.Select(StreamId.Parse).Where(stream => kinds.Contains(stream.Kind)))
            {
                foreach (var row in await Replay(connection, stream, cancel)) await Write(connection, tables[row.GetType()], row, cancel);
            }
        }
        await using var done = Command(connection, "DELETE FROM outdated_rows");
        await done.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>
    /// Until the transaction ends. On PostgreSQL nodes of the version before may be at work. A commit's first statement writes to this table, so each comes
    /// before the migration or waits for its end: no row is written anew from events that have gone on meanwhile, and nobody waits for a table that the
    /// migration holds while the migration waits for theirs.
    /// </summary>
    public static async Task KeepWritersOut(DbConnection connection, CancellationToken cancel)
    {
        await using var locking = Command(connection, "LOCK TABLE streams IN SHARE ROW EXCLUSIVE MODE");
        await locking.ExecuteNonQueryAsync(cancel);
    }

    private static Dictionary<Type, RowTable> Tables(DbConnection connection)
    {
        var options = new DbContextOptionsBuilder<CrmDbContext>();
        using var context = new CrmDbContext((connection is NpgsqlConnection ? options.UseNpgsql(connection) : options.UseSqlite(connection)).Options);
        return RowTable.ReadFrom(context.Model);
    }

    private static Task<List<string>> Streams(DbConnection connection, string after, CancellationToken cancel) =>
        Texts(connection, $"SELECT stream FROM streams WHERE stream > @p0 ORDER BY stream LIMIT {PageSize}", cancel, after);

    private static async Task<IReadOnlyList<IRow>> Replay(DbConnection connection, StreamId stream, CancellationToken cancel)
    {
        var replay = AggregateReplay.Start(stream.Kind, new EntityKey(stream.Workspace, stream.Id))!;
        await using var command = Command(
            connection, "SELECT version, type, schema_version, data, actor_id, actor_name, occurred_at, recorded_at FROM events WHERE stream = @p0 ORDER BY version", stream.ToString());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var meta = new EventMeta(reader.GetInt64(0), new Actor(reader.GetString(4), reader.GetString(5)), CheckConnection.Instant(reader, 6),
                CheckConnection.Instant(reader, 7));
            replay.Apply(EventCatalog.Default.Read(reader.GetString(1), reader.GetInt32(2), reader.GetString(3)), meta);
        }
        return replay.Rows();
    }

    private static async Task Write(DbConnection connection, RowTable table, IRow row, CancellationToken cancel)
    {
        var parameters = string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"));
        await using var command = Command(
            connection, $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({parameters}) {table.OnConflict}",
            Array.ConvertAll(table.Columns, column => column.ValueIn(row)));
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<List<string>> Texts(DbConnection connection, string sql, CancellationToken cancel, params object?[] values)
    {
        await using var command = Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancel)) texts.Add(reader.GetString(0));
        return texts;
    }

    private static DbCommand Command(DbConnection connection, string sql, params object?[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        // Years of data take what they take.
        command.CommandTimeout = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", values[i] ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
