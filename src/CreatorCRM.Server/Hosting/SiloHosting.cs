using System.Net;
using System.Net.Sockets;
using CreatorCRM.Storage;
using Orleans.Configuration;

namespace CreatorCRM.Server.Hosting;

/// <summary>The Orleans silo in this process.</summary>
public static class SiloHosting
{
    public static void AddCrmSilo(this IHostApplicationBuilder builder, StorageOptions storage)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddCrmStorage(storage);
        builder.Logging.AddFilter("Orleans", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        // Orleans places every grain through Polly, which tells of each placement.
        builder.Logging.AddFilter("Polly", LogLevel.Warning);
        // It takes the machine's uptime for a hang when it looks for the first time.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        var cluster = builder.Configuration.GetSection("Cluster");
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(options => options.ClusterId = cluster["Id"] ?? "creatorcrm");
            if (storage.Engine == StorageEngine.Postgres) silo.Configure<EndpointOptions>(options => Listen(options, cluster));
            // The embedded silo talks to nobody, so any free port will do and several can run side by side.
            else silo.UseLocalhostClustering(FreePort(), gatewayPort: 0);
            silo.UseCrmStorage(storage);
        });
    }

    private static void Listen(EndpointOptions options, IConfigurationSection cluster)
    {
        options.SiloPort = cluster.GetValue("SiloPort", 11111);
        // Clients are GraphQL clients; nothing connects to Orleans' own gateway.
        options.GatewayPort = 0;
        if (cluster["Address"] is not { Length: > 0 } address) return;
        if (!IPAddress.TryParse(address, out var ip)) throw new StartupException($"Cluster__Address is '{address}', which is no IP address. Give the one at which the other nodes reach this one.");
        options.AdvertisedIPAddress = ip;
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
