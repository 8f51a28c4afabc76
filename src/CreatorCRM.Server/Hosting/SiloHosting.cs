using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CreatorCRM.Server.Access;
using CreatorCRM.Storage;
using Orleans.Configuration;

namespace CreatorCRM.Server.Hosting;

/// <summary>The Orleans silo in this process.</summary>
public static class SiloHosting
{
    public static void AddCrmSilo(this IHostApplicationBuilder builder, StorageOptions storage)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddCrmStorage(storage).AddSingleton(AccessSettings.Read(builder.Configuration))
            .AddSingleton(PayoutSettings.Read(builder.Configuration));
        builder.Logging.AddFilter("Orleans", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        // Orleans places every grain through Polly, which tells of each placement.
        builder.Logging.AddFilter("Polly", LogLevel.Warning);
        // It takes the machine's uptime for a hang when it looks for the first time.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        // At each start it advises to have a heap per core, which costs a small server more memory than it gains time. It also warns of a stop that takes long,
        // which is hidden with it; its neighbours, whose names begin alike, are not.
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error)
            .AddFilter("Orleans.Runtime.SiloLifecycleSubject", LogLevel.Warning).AddFilter("Orleans.Runtime.SiloControl", LogLevel.Warning);
        var cluster = builder.Configuration.GetSection("Cluster");
        var endpoint = Endpoint(cluster);
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(options => options.ClusterId = cluster["Id"] ?? "creatorcrm");
            if (storage.Engine == StorageEngine.Postgres) silo.Configure<EndpointOptions>(endpoint);
            // The embedded silo talks to nobody, so any free port will do and several can run side by side.
            else silo.UseLocalhostClustering(FreePort(), gatewayPort: 0);
            silo.UseCrmStorage(storage);
        });
    }

    /// <exception cref="StartupException">A setting is wrong. Known before anything starts.</exception>
    private static Action<EndpointOptions> Endpoint(IConfigurationSection cluster)
    {
        var (port, ip) = (11111, (IPAddress?)null);
        if (cluster["SiloPort"] is { Length: > 0 } givenPort
            && !(int.TryParse(givenPort, CultureInfo.InvariantCulture, out port) && port is > 0 and <= IPEndPoint.MaxPort))
            throw new StartupException($"Cluster__SiloPort is '{givenPort}', which is no port. Give a number from 1 to {IPEndPoint.MaxPort}.");
        if (cluster["Address"] is { Length: > 0 } address && !IPAddress.TryParse(address, out ip))
            throw new StartupException($"Cluster__Address is '{address}', which is no IP address. Give the one at which the other nodes reach this one.");
        return options =>
        {
            options.SiloPort = port;
            // Clients are GraphQL clients; nothing connects to Orleans' own gateway.
            options.GatewayPort = 0;
            if (ip is not null) options.AdvertisedIPAddress = ip;
        };
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
