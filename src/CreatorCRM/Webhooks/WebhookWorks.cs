using Microsoft.Extensions.Logging;

namespace CreatorCRM.Webhooks;

/// <summary>Starts the work for a webhook, and keeps it going over faults of the database.</summary>
public sealed class WebhookWorks(
    LiveLog log, IJournalStore store, EventCatalog catalog, WebhookQueries webhooks, WebhookDeliveries deliveries, WebhookSecrets secrets,
    IWebhookSender sender,
    RetrySchedule schedule, WebhookOptions options, IGrainFactory grains, TimeProvider time, ILogger<WebhookWorks> logger)
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(5), LooksApart = TimeSpan.FromSeconds(30);

    /// <summary>Ends when it is told to, and when the webhook is no longer active. Never fails.</summary>
    public async Task Run(EntityKey key, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (!await RunOnce(key, stop)) return;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "The webhook {Webhook} could not go on; it begins again from what is stored in {Pause}.", key, PauseAfterFault);
                await Task.Delay(PauseAfterFault, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>True when the webhook was changed meanwhile, and the work is to begin anew.</returns>
    private async Task<bool> RunOnce(EntityKey key, CancellationToken stop)
    {
        if (!(await webhooks.ByIds(key.Workspace, [key.Id], stop)).TryGetValue(key.Id, out var webhook))
        {
            await deliveries.Forget(key, stop);
            return false;
        }
        await deliveries.SkipUnchosen(key, webhook.Choices, stop);
        if (webhook.Status != WebhookStatus.Active) return false;
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var run = new WebhookRun(webhook, await secrets.Signing(webhook, time.GetUtcNow(), stop), await deliveries.Progress(key, stop), deliveries, sender,
            options, grains, time, halt);
        var changed = Changed(webhook, halt.Token);
        Task[] work =
        [
            new WebhookLine(run, log, new EventStories(store, catalog), deliveries, schedule, logger).Follow(halt.Token),
            new WebhookRetries(run, () => new EventStories(store, catalog), deliveries, schedule, logger).Run(halt.Token),
            changed,
        ];
        // Each ends by a fault, a halt or a change, which is the others' end, too.
        var first = await Task.WhenAny(work);
        await halt.CancelAsync();
        await Task.WhenAll(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (first.IsFaulted) await first;
        stop.ThrowIfCancellationRequested();
        return first == changed && first.IsCompletedSuccessfully;
    }

    // Who changes a webhook tells its work at once. Should that word get lost, nothing may go out much longer under an old address or secret.
    private async Task Changed(WebhookRow begun, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(LooksApart, time);
        while (await timer.WaitForNextTickAsync(stop))
            if (!(await webhooks.ByIds(begun.Workspace, [begun.Id], stop)).TryGetValue(begun.Id, out var now) || now.Version != begun.Version) return;
    }
}
