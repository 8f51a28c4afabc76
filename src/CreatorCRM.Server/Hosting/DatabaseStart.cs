using CreatorCRM.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CreatorCRM.Server.Hosting;

/// <summary>Opens the database for the first time, and says in one sentence what keeps it closed.</summary>
internal static class DatabaseStart
{
    private const int CannotOpen = 14, ReadOnly = 8, Full = 13, Corrupt = 11, NotADatabase = 26;

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

    private static async Task Reach(string connectionString, CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancel);
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
}
