using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CreatorCRM.Storage;

/// <summary>The tables and statements that Orleans' grain storage and membership need. Orleans reads them when a silo starts, so apply them before.</summary>
public static class OrleansSchema
{
    /// <summary>
    /// Brings the database up to date, all or nothing; a second run changes nothing, and nodes that start together wait for each other.
    /// On PostgreSQL an open transaction of the connection is joined.
    /// </summary>
    /// <param name="connection">Open; on SQLite to the file that <see cref="OrleansStorage.UseSqliteStorage"/> is given.</param>
    /// <exception cref="NotSupportedException">The connection is of another engine.</exception>
    public static async Task Apply(DbConnection connection, CancellationToken cancellation = default)
    {
        switch (connection)
        {
            case SqliteConnection sqlite:
                // The file remembers it. A commit then appends to one file, and a backup can read meanwhile.
                await Execute(sqlite, "pragma journal_mode = wal", cancellation);
                await using (var transaction = sqlite.BeginTransaction(deferred: false))
                {
                    await Execute(sqlite, Script("Sqlite"), cancellation);
                    await transaction.CommitAsync(cancellation);
                }
                break;
            case NpgsqlConnection:
                // All statements of one command are one transaction.
                await Execute(connection, Script("Postgres"), cancellation);
                break;
            default:
                throw new NotSupportedException($"There is no Orleans schema for {connection.GetType()}.");
        }
    }

    private static async Task Execute(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string Script(string engine)
    {
        var name = $"CreatorCRM.Storage.{engine}.orleans.sql";
        using var script = typeof(OrleansSchema).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(script);
        return reader.ReadToEnd();
    }
}
