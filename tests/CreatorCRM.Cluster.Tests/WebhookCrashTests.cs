using System.Collections.Concurrent;
using System.Text.Json;
using CreatorCRM.Journal;
using CreatorCRM.Storage;
using CreatorCRM.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Cluster.Tests;

/// <summary>Kills the program again and again while it delivers, and looks whether the receiver missed anything.</summary>
public sealed class WebhookCrashTests(PostgresServer postgres) : IAsyncDisposable
{
    private const int Rounds = 6, Workers = 4, WritesPerRound = 60;
    private static readonly string[] Settings = ["--Webhooks:AllowHttp", "true", "--Webhooks:AllowedNetworks", "127.0.0.0/8"];

    private readonly ConcurrentQueue<(string Id, string Entity, int Version)> _received = [];
    private readonly Uri _address = new($"http://127.0.0.1:{Ports.Free()}");
    private readonly int _siloPort = Ports.Free();
    private StorageOptions? _storage;
    private ServerProcess? _server;

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_receiver_gets_every_event_although_the_program_is_killed(StorageEngine engine)
    {
        _storage = await CrmSilo.NewStorage(engine, postgres);
        await using var receiver = await Receiver();
        _server = await Start();
        using (var client = new CrmClient(_address)) await client.CreateWebhook($"{receiver.Urls.First()}/hooks");
        var load = new CrashLoad(_address);
        await load.Start(Workers);
        for (var round = 0; round < Rounds; round++)
        {
            await load.Acknowledged(WritesPerRound);
            await _server.Kill();
            _server = await Start();
        }
        await load.Finish();

        var written = await Written();
        written.Count.ShouldBeGreaterThan(Rounds * WritesPerRound);
        await Poll.Until(() => _received.Select(one => one.Id).Distinct().Count() >= written.Count);
        _received.Select(one => (one.Entity, one.Version)).Distinct().Count().ShouldBe(written.Count);
        // What came twice came under the same id, so that each id once is each event once.
        _received.Select(one => one.Id).Distinct().Count().ShouldBe(written.Count);
        _received.Count.ShouldBeLessThan(written.Count + (Rounds * 100));
        // In order: an event that comes again after a kill comes with all that followed it.
        foreach (var entity in _received.DistinctBy(one => one.Id).GroupBy(one => one.Entity)) entity.Select(one => one.Version).ShouldBeInOrder();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_storage is { Engine: StorageEngine.Sqlite }) Directory.Delete(_storage.DataFolder, recursive: true);
    }

    private Task<ServerProcess> Start() => ServerProcess.Start(_storage!, _address, _siloPort, Settings);

    private async Task<WebApplication> Receiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async http =>
        {
            var body = await JsonDocument.ParseAsync(http.Request.Body);
            var entity = body.RootElement.GetProperty("entity");
            _received.Enqueue((http.Request.Headers["webhook-id"].ToString(), entity.GetProperty("id").GetString()!, entity.GetProperty("version").GetInt32()));
        });
        await app.StartAsync();
        return app;
    }

    private async Task<IReadOnlyList<StoredEvent>> Written()
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddCrmStorage(_storage!).BuildServiceProvider();
        var log = await services.GetRequiredService<IJournalStore>().ReadLog(LogCursor.Start, 100_000, CancellationToken.None);
        return [.. log.Where(stored => EventKinds.Entities.Contains(stored.Stream.Kind))];
    }
}
