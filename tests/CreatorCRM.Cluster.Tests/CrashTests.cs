using System.Diagnostics;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CreatorCRM.Cluster.Tests;

/// <summary>Kills the program or the database in the middle of the work, twenty times, and looks whether anything was lost or done twice.</summary>
public sealed class CrashTests : IAsyncDisposable
{
    private const int Rounds = 20, Workers = 8, MostBetweenKills = 60;

    private readonly Random _random = new(20260401);
    private readonly Uri _address = new($"http://127.0.0.1:{Ports.Free()}");
    private readonly int _siloPort = Ports.Free();
    // Of its own, since every other user of a cluster is thrown out too when a backend dies.
    private readonly PostgresServer _postgres = new();
    private StorageOptions? _storage;
    private ServerProcess? _server;

    [Fact]
    public async Task On_sqlite_no_acknowledged_write_is_lost_or_done_twice_when_the_program_is_killed()
    {
        _storage = await CrmSilo.NewStorage(StorageEngine.Sqlite, _postgres);
        await Survive(_ => RestartServer());
    }

    [Fact]
    public async Task On_postgresql_no_acknowledged_write_is_lost_or_done_twice_when_the_program_or_the_database_is_killed()
    {
        await _postgres.InitializeAsync();
        _storage = await CrmSilo.NewStorage(StorageEngine.Postgres, _postgres);
        await Survive(round => round % 2 == 0 ? RestartServer() : KillBackend());
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        if (_storage is { Engine: StorageEngine.Postgres })
        {
            await _postgres.DisposeAsync();
        }
        else if (_storage is not null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_storage.DataFolder, recursive: true);
        }
    }

    private async Task Survive(Func<int, Task> disaster)
    {
        _server = await ServerProcess.Start(_storage!, _address, _siloPort);
        var load = new CrashLoad(_address);
        await load.Start(Workers);
        for (var round = 0; round < Rounds; round++)
        {
            await load.Acknowledged(_random.Next(1, MostBetweenKills));
            await disaster(round);
        }
        await load.Acknowledged(1);
        await load.Finish();
        await _server!.Kill();
        await Verify(load);
    }

    private async Task RestartServer()
    {
        await _server!.Kill();
        _server = await ServerProcess.Start(_storage!, _address, _siloPort);
    }

    // PostgreSQL takes the death of one backend for a damaged shared memory: it throws out all others and recovers from its log.
    private async Task KillBackend()
    {
        var pids = new List<int>();
        await using (var connection = new NpgsqlConnection($"{_storage!.PostgresConnectionString};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend' ORDER BY pid", connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) pids.Add(reader.GetInt32(0));
        }
        using var backend = pids.OrderBy(_ => _random.Next()).Select(Running).OfType<Process>().First();
        backend.Kill();
        using var client = ServerProcess.Client(_address);
        await ServerProcess.WaitUntilReady(client, _server);
    }

    // Null when the connection was closed since it was listed.
    private static Process? Running(int pid)
    {
        try
        {
            return Process.GetProcessById(pid);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private async Task Verify(CrashLoad load)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddCrmStorage(_storage!).BuildServiceProvider();
        var contexts = services.GetRequiredService<IDbContextFactory<CrmDbContext>>();
        await using var db = await contexts.CreateDbContextAsync();
        (await db.Set<OutreachMessageRow>().Select(row => row.Subject).ToListAsync()).Order(StringComparer.Ordinal)
            .ShouldBe(load.Messages.Order(StringComparer.Ordinal));
        var influencers = await db.Set<InfluencerRow>().Select(row => new { row.DisplayName, row.Version }).ToListAsync();
        influencers.Select(row => row.DisplayName).Order(StringComparer.Ordinal)
            .ShouldBe(load.Created.Concat(Enumerable.Range(0, Workers).Select(i => $"Worker {i}")).Order(StringComparer.Ordinal));
        // The first version is the creation, and each note is one.
        foreach (var (name, notes) in load.Notes) influencers.Single(row => row.DisplayName == name).Version.ShouldBe(notes + 1, name);

        var report = await new ReadModelCheck(contexts, EventCatalog.Default).Run();
        report.Damages.ShouldBeEmpty();
        report.Events.ShouldBeGreaterThan(Rounds);
    }
}
