using System.Globalization;
using CreatorCRM.Common;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Hosting;

/// <summary>A silo that lives as long as one command of the console, without HTTP.</summary>
internal static class CommandSilo
{
    /// <summary>
    /// The storage must have been migrated. On PostgreSQL the silo forms a cluster of its own beside the running nodes; what both write to one
    /// entity at a time is kept apart by the versions in the journal. It does what the command asks and looks after nothing else: unfinished work is the
    /// nodes', which would do it at the same time.
    /// </summary>
    public static async Task<IHost> Start(StorageOptions storage, string verb, CancellationToken cancel, Action<IServiceCollection>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Cluster:Id"] = $"creatorcrm-{verb}",
            ["Cluster:Address"] = "127.0.0.1",
            ["Cluster:SiloPort"] = SiloHosting.FreePort().ToString(CultureInfo.InvariantCulture),
        });
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Error);
        builder.AddCrmSilo(storage);
        foreach (var caretaker in builder.Services.Where(service => service.ImplementationType?.IsSubclassOf(typeof(Caretaker)) is true).ToArray())
            builder.Services.Remove(caretaker);
        builder.Logging.AddFilter("Orleans", LogLevel.Error);
        configure?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync(cancel);
        return host;
    }
}
