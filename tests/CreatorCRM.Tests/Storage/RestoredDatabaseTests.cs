using System.Diagnostics;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Storage;

/// <summary>
/// A database that pg_dump wrote and another server reads: its transactions are numbered anew, below those that wrote the events. All servers are the test's
/// own, since a log waits for the oldest transaction of its whole server.
/// </summary>
public sealed class RestoredDatabaseTests
{
    [Fact]
    public async Task The_log_goes_on_in_order_and_old_cursors_keep_their_place_as_often_as_the_database_moves()
    {
        await using var first = new PostgresServer();
        await first.InitializeAsync();
        var home = await CrmSilo.NewStorage(StorageEngine.Postgres, first);
        await CrmStorage.Migrate(home, CancellationToken.None);
        await Burn(20_000, home);
        await Add(home, "i1", "i2");
        var cursor = (await Log(home, LogCursor.Start))[^1].Cursor;

        await using var second = new PostgresServer();
        var there = await MovedTo(second, home);
        (await Ids(there, LogCursor.Start)).ShouldBe(["i1", "i2"]);
        await Add(there, "i3");
        await CrmStorage.Migrate(there, CancellationToken.None);
        await Add(there, "i4");
        (await Ids(there, LogCursor.Start)).ShouldBe(["i1", "i2", "i3", "i4"]);

        await using var third = new PostgresServer();
        var elsewhere = await MovedTo(third, there);
        await Add(elsewhere, "i5");
        (await Ids(elsewhere, LogCursor.Start)).ShouldBe(["i1", "i2", "i3", "i4", "i5"]);
        (await Ids(elsewhere, cursor)).ShouldBe(["i3", "i4", "i5"]);
    }

    private static async Task<StorageOptions> MovedTo(PostgresServer server, StorageOptions from)
    {
        await server.InitializeAsync();
        var moved = new StorageOptions(from.DataFolder, await server.CreateDatabase());
        await Move(from, moved);
        await CrmStorage.Migrate(moved, CancellationToken.None);
        return moved;
    }

    private static async Task<IEnumerable<string>> Ids(StorageOptions storage, LogCursor after) =>
        (await Log(storage, after)).Select(stored => stored.Stream.Id);

    private static async Task Add(StorageOptions storage, params string[] ids)
    {
        await using var services = Services(storage);
        foreach (var id in ids)
            (await services.GetRequiredService<IJournalStore>().Write([InfluencerCommits.Create(new EntityKey("w", id))], CancellationToken.None))
                .ShouldBe([new AppendOutcome.Committed()]);
    }

    private static async Task<IReadOnlyList<StoredEvent>> Log(StorageOptions storage, LogCursor after)
    {
        await using var services = Services(storage);
        return await services.GetRequiredService<IJournalStore>().ReadLog(after, 100, CancellationToken.None);
    }

    private static ServiceProvider Services(StorageOptions storage) =>
        new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddCrmStorage(storage).BuildServiceProvider();

    private static async Task Burn(int transactions, StorageOptions storage)
    {
        await using var connection = new Npgsql.NpgsqlConnection(storage.PostgresConnectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand($"DO $$ BEGIN FOR i IN 1..{transactions} LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$", connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Move(StorageOptions from, StorageOptions to)
    {
        var file = Path.GetTempFileName();
        await Run("pg_dump", [.. Address(from), "-f", file]);
        await Run("psql", [.. Address(to), "-q", "-v", "ON_ERROR_STOP=1", "-f", file]);
        File.Delete(file);
    }

    private static string[] Address(StorageOptions storage)
    {
        var address = new Npgsql.NpgsqlConnectionStringBuilder(storage.PostgresConnectionString);
        return ["-h", address.Host!, "-p", $"{address.Port}", "-U", address.Username!, "-d", address.Database!];
    }

    private static async Task Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginOutputReadLine();
        var problem = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, problem);
    }
}
