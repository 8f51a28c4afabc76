using System.Net;
using CreatorCRM.Common;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace CreatorCRM.TestSupport;

/// <summary>A real silo on a real database of its own, in this process.</summary>
public sealed class CrmSilo : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string? _folder;

    private CrmSilo(IHost host, string? folder)
    {
        _host = host;
        _folder = folder;
    }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public IServiceProvider Services => _host.Services;

    public CrmDbContext Read() => _host.Services.GetRequiredService<IDbContextFactory<CrmDbContext>>().CreateDbContext();

    public TGrain Grain<TGrain>(string id, string workspace = "default") where TGrain : IGrainWithStringKey =>
        Grains.GetGrain<TGrain>(new EntityKey(workspace, id).ToString());

    public static async Task<StorageOptions> NewStorage(StorageEngine engine, PostgresServer postgres) => engine == StorageEngine.Postgres
        ? new StorageOptions("", await postgres.CreateDatabase())
        : new StorageOptions(Directory.CreateTempSubdirectory("creatorcrm-").FullName, null);

    /// <param name="replace">Puts services of the test in the place of the program's.</param>
    public static async Task<CrmSilo> Start(StorageEngine engine, PostgresServer postgres, TimeProvider? time = null,
        Action<IServiceCollection>? replace = null) =>
        await Start(await NewStorage(engine, postgres), time, ownsStorage: true, replace: replace);

    /// <param name="clusterId">Silos of different clusters do not know of each other, so each has an activation of its own of the same grain.</param>
    public static async Task<CrmSilo> Start(StorageOptions storage, TimeProvider? time = null, bool ownsStorage = false, string clusterId = "test",
        Action<IServiceCollection>? replace = null)
    {
        await CrmStorage.Migrate(storage, CancellationToken.None);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole();
        // What Orleans tells of a silo that is stopped on purpose says nothing of the test.
        builder.Logging.AddFilter("Orleans", LogLevel.None).AddFilter("Polly", LogLevel.None).AddFilter("CreatorCRM", LogLevel.Critical);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddCrmStorage(storage);
        replace?.Invoke(builder.Services);
        builder.UseOrleans(silo =>
        {
            var (siloPort, gatewayPort) = (Ports.Free(), Ports.Free());
            if (storage.Engine == StorageEngine.Sqlite) silo.UseLocalhostClustering(siloPort, gatewayPort);
            else silo.ConfigureEndpoints(IPAddress.Loopback, siloPort, gatewayPort);
            silo.UseCrmStorage(storage);
            silo.Configure<ClusterOptions>(cluster => cluster.ClusterId = clusterId);
        });
        var host = builder.Build();
        await host.StartAsync();
        await Caretakers.FirstRounds(host.Services);
        return new CrmSilo(host, ownsStorage && storage.Engine == StorageEngine.Sqlite ? storage.DataFolder : null);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
    }
}
