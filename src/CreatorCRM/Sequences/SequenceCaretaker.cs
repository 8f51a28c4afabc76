using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Sequences;

/// <summary>Looks for opt-outs that an ended process did not record in partnerships, at the start and then every ten minutes. Harmless on any number of nodes.</summary>
public sealed class SequenceCaretaker(SequenceOptOuts optOuts, TimeProvider time, ILogger<SequenceCaretaker> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await optOuts.RecordAll(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(e, "Opt-outs that end sequences could not be looked up; trying again in {Interval}.", Interval);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
