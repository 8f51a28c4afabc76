using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Merges;

/// <summary>Looks for merges that an ended process left and has them resumed, at the start and then twice a minute. Harmless on any number of nodes.</summary>
public sealed class MergeResumer(MergeQueries merges, IGrainFactory grains, TimeProvider time, ILogger<MergeResumer> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                foreach (var key in await merges.Running(stoppingToken)) await grains.GetGrain<IInfluencerMergeGrain>(key.ToString()).Resume();
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(e, "Unfinished merges could not be looked up; trying again in {Interval}.", Interval);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
