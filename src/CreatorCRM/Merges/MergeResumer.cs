using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Merges;

/// <summary>Has merges that an ended process left resumed, twice a minute. Harmless on any number of nodes.</summary>
public sealed class MergeResumer(MergeQueries merges, IGrainFactory grains, IHostApplicationLifetime host, TimeProvider time, ILogger<MergeResumer> logger)
    : Caretaker("Unfinished merges", TimeSpan.FromSeconds(30), host, time, logger)
{
    protected override async Task Round(DateTimeOffset now, CancellationToken cancel) =>
        await Each(await merges.Running(cancel), key => grains.GetGrain<IInfluencerMergeGrain>(key.ToString()).Resume(), cancel);
}
