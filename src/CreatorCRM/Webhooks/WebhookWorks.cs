using Microsoft.Extensions.Logging;

namespace CreatorCRM.Webhooks;

/// <summary>Starts the work for a webhook, and keeps it going over faults of the database.</summary>
public sealed class WebhookWorks(
    LiveLog log, IJournalStore store, EventCatalog catalog, WebhookQueries webhooks, WebhookDeliveries deliveries, WebhookSecrets secrets, IWebhookSender sender,
    RetrySchedule schedule, WebhookOptions options, IGrainFactory grains, TimeProvider time, ILogger<WebhookWorks> logger)
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(5);

    /// <summary>Ends when it is told to, and when the webhook is no longer active. Never fails.</summary>
    public async Task Run(EntityKey key, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await RunOnce(key, stop);
                return;
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

    private async Task RunOnce(EntityKey key, CancellationToken stop)
    {
        if (!(await webhooks.ByIds(key.Workspace, [key.Id], stop)).TryGetValue(key.Id, out var webhook))
        {
            await deliveries.Forget(key, stop);
            return;
        }
        if (webhook.Status != WebhookStatus.Active) return;
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var run = new WebhookRun(webhook, await secrets.Signing(webhook, time.GetUtcNow(), stop), await deliveries.Progress(key, stop), deliveries, sender, options, grains, time, halt);
        Task[] work =
        [
            new WebhookLine(run, log, new EventStories(store, catalog), deliveries, schedule).Follow(halt.Token),
            new WebhookRetries(run, () => new EventStories(store, catalog), deliveries, schedule).Run(halt.Token),
        ];
        // Neither ends by itself but by a fault or a halt, which is the other's end too.
        var first = await Task.WhenAny(work);
        await halt.CancelAsync();
        await Task.WhenAll(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (first.IsFaulted) await first;
        stop.ThrowIfCancellationRequested();
    }
}
