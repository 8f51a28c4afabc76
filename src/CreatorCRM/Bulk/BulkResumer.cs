using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Bulk;

/// <summary>Has bulk actions that an ended process left resumed, twice a minute. Harmless on any number of nodes.</summary>
public sealed class BulkResumer(BulkQueries bulk, IGrainFactory grains, IHostApplicationLifetime host, TimeProvider time, ILogger<BulkResumer> logger)
    : Caretaker("Unfinished bulk actions", TimeSpan.FromSeconds(30), host, time, logger)
{
    protected override async Task Round(DateTimeOffset now, CancellationToken cancel) =>
        await Each(await bulk.Running(cancel), key => grains.GetGrain<IBulkActionGrain>(key.ToString()).Resume(), cancel);
}
