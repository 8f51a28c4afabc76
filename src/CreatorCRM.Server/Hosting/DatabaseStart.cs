using CreatorCRM.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CreatorCRM.Server.Hosting;

/// <summary>Opens the database for the first time, and says in one sentence what keeps it closed.</summary>
internal static class DatabaseStart
{
    private const int CannotOpen = 14, ReadOnly = 8, Full = 13, Corrupt = 11, NotADatabase = 26;

    // As long as a server that was killed usually needs to read its log again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Pause = TimeSpan.FromMilliseconds(250);

    /// <exception cref="StartupException">The database cannot be reached, read or written.</exception>
    /// <exception cref="NewerSchemaException">A newer program migrated it.</exception>
    public static async Task Prepare(StorageOptions storage, CancellationToken cancel)
    {
        if (storage.PostgresConnectionString is { } connectionString) await Reach(connectionString, cancel);
        try
        {
            await CrmStorage.Migrate(storage, cancel);
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode is NotADatabase or Corrupt)
        {
            throw new StartupException($"The database in {storage.DataFolder} is damaged, or is none. Put back its files from a backup, or give another folder with --data.");
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode is CannotOpen or ReadOnly or Full)
        {
            throw new StartupException($"The database in {storage.DataFolder} cannot be written: {problem.Message} Look at the folder's rights and at the space on its disk.");
        }
        catch (PostgresException problem) when (problem.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new StartupException($"The PostgreSQL user of ConnectionStrings__Crm may not create tables: {problem.MessageText}.");
        }
    }

    /// <summary>Connects once. A server that says it is starting itself is waited for: both may have been started together.</summary>
    private static async Task Reach(string connectionString, CancellationToken cancel)
    {
        var time = TimeProvider.System;
        var begun = time.GetTimestamp();
        try
        {
            while (!await IsReached(connectionString, mayWait: time.GetElapsedTime(begun) < Patience, cancel)) await Task.Delay(Pause, time, cancel);
        }
        catch (ArgumentException problem)
        {
            throw new StartupException($"ConnectionStrings__Crm cannot be read: {problem.Message} Write it as Host=...;Username=...;Password=...;Database=...");
        }
        catch (NpgsqlException problem)
        {
            throw new StartupException($"PostgreSQL does not let us in by ConnectionStrings__Crm: {problem.Message}");
        }
    }

    private static async Task<bool> IsReached(string connectionString, bool mayWait, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancel);
            return true;
        }
        catch (PostgresException problem) when (mayWait && problem.SqlState == PostgresErrorCodes.CannotConnectNow)
        {
            return false;
        }
    }
}
