using System.Net;
using System.Net.Sockets;
using CreatorCRM.Journal;
using CreatorCRM.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;

namespace CreatorCRM.Server.Demo;

/// <summary>A silo that exists while the demo is told, in which the aggregates live by the demo's clock.</summary>
internal static class DemoSilo
{
    // A cluster of its own: on PostgreSQL it must not join the running nodes, whose clocks are real.
    private const string Cluster = "creatorcrm-demo";

    public static async Task<IHost> Start(StorageOptions storage, DemoClock clock, TimeProvider time, CancellationToken cancel)
    {
        await CrmStorage.Migrate(storage, cancel);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddConsole();
        builder.Services.AddSingleton(time).AddCrmStorage(storage);
        builder.Services.Replace(ServiceDescriptor.Singleton(services => ActivatorUtilities.CreateInstance<AggregateServices>(services, clock)));
        builder.UseOrleans(silo =>
        {
            if (storage.Engine == StorageEngine.Sqlite) silo.UseLocalhostClustering(FreePort(), gatewayPort: 0);
            else silo.ConfigureEndpoints(IPAddress.Loopback, FreePort(), gatewayPort: 0);
            silo.UseCrmStorage(storage);
            silo.Configure<ClusterOptions>(cluster => cluster.ClusterId = Cluster);
        });
        var host = builder.Build();
        await host.StartAsync(cancel);
        return host;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
