using CreatorCRM.Journal;
using CreatorCRM.Server.Hosting;
using CreatorCRM.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CreatorCRM.Server.Demo;

/// <summary>A silo that exists while the demo is told, in which the aggregates live by the demo's clock.</summary>
internal static class DemoSilo
{
    /// <summary>The storage must have been migrated.</summary>
    public static Task<IHost> Start(StorageOptions storage, DemoClock clock, CancellationToken cancel) => CommandSilo.Start(storage, "demo", cancel,
        services => services.Replace(ServiceDescriptor.Singleton(provider => ActivatorUtilities.CreateInstance<AggregateServices>(provider, clock))));
}
