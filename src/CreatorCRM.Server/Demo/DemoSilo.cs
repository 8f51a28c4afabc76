using System.Globalization;
using CreatorCRM.Journal;
using CreatorCRM.Server.Hosting;
using CreatorCRM.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CreatorCRM.Server.Demo;

/// <summary>A silo that exists while the demo is told, in which the aggregates live by the demo's clock.</summary>
internal static class DemoSilo
{
    /// <summary>The storage must have been migrated.</summary>
    public static async Task<IHost> Start(StorageOptions storage, DemoClock clock, CancellationToken cancel)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            // A cluster of its own: on PostgreSQL it must not join the running nodes, which live by the real clock.
            ["Cluster:Id"] = "creatorcrm-demo",
            ["Cluster:Address"] = "127.0.0.1",
            ["Cluster:SiloPort"] = SiloHosting.FreePort().ToString(CultureInfo.InvariantCulture),
        });
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Error);
        builder.AddCrmSilo(storage);
        builder.Services.Replace(ServiceDescriptor.Singleton(services => ActivatorUtilities.CreateInstance<AggregateServices>(services, clock)));
        var host = builder.Build();
        await host.StartAsync(cancel);
        return host;
    }
}
