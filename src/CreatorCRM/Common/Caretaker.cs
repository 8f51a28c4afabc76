using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Common;

/// <summary>
/// Does rounds on every node: the first once the node serves, so that it delays no start, and then one per interval. What a round leaves undone, because it
/// failed or the node ended, the next one finds, here or on another node; so rounds must be harmless beside each other.
/// </summary>
/// <param name="charge">What it looks after, as the subject of a sentence in the log, in the plural.</param>
/// <param name="interval">From the start of one round to the start of the next.</param>
public abstract class Caretaker(string charge, TimeSpan interval, IHostApplicationLifetime host, TimeProvider time, ILogger logger) : BackgroundService
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes after the first round, whatever came of it.</summary>
    public Task FirstRound => _first.Task;

    protected abstract Task Round(DateTimeOffset now, CancellationToken cancel);

    /// <summary>One after another. One that cannot be looked after holds up none of those behind it; the next round tries it again.</summary>
    protected async Task Each<T>(IEnumerable<T> all, Func<T, Task> look, CancellationToken cancel)
    {
        foreach (var one in all)
        {
            try
            {
                await look(one);
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                logger.LogWarning(e, "{Charge}: {One} could not be looked after; trying again in {Interval}.", charge, one, interval);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The silo may stop before its caretakers are told to.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, host.ApplicationStopping);
        try
        {
            await Started(end.Token);
            await Rounds(end.Token);
        }
        catch (Exception) when (end.IsCancellationRequested)
        {
            // However the round that was under way ended, it is no fault: the node ends.
        }
    }

    private async Task Rounds(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(interval, time);
        do
        {
            try
            {
                await Round(time.GetUtcNow(), cancel);
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                logger.LogWarning(e, "{Charge} could not be looked after; trying again in {Interval}.", charge, interval);
            }
            _first.TrySetResult();
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    private async Task Started(CancellationToken cancel)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = host.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancel);
    }
}
