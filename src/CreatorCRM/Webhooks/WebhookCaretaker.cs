using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Webhooks;

/// <summary>
/// Has every active webhook delivered to, at the start and then twice a minute, so that one whose node ended goes on at another. Forgets old deliveries, once an
/// hour. Harmless on any number of nodes.
/// </summary>
public sealed class WebhookCaretaker(WebhookQueries webhooks, WebhookDeliveries deliveries, WebhookOptions options, IGrainFactory grains, TimeProvider time, ILogger<WebhookCaretaker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30), CleaningInterval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var cleaned = DateTimeOffset.MinValue;
        do
        {
            try
            {
                // A deleted one goes on, too: what is left of it, should its deletion have been interrupted, is forgotten.
                var known = (await webhooks.Active(stoppingToken)).Concat(await webhooks.Remains(stoppingToken));
                await Task.WhenAll(known.Select(Resume));
                var now = time.GetUtcNow();
                if (now - cleaned < CleaningInterval) continue;
                await deliveries.DropOlder(WebhookDeliveryStatus.Succeeded, now - options.KeepSucceeded, stoppingToken);
                foreach (var gone in new[] { WebhookDeliveryStatus.Dead, WebhookDeliveryStatus.Skipped }) await deliveries.DropOlder(gone, now - options.KeepDead, stoppingToken);
                cleaned = now;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(e, "Webhooks could not be looked after; trying again in {Interval}.", Interval);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // One that cannot go on holds up none of the others.
    private async Task Resume(EntityKey key)
    {
        try
        {
            await grains.GetGrain<IWebhookDeliveryGrain>(key.ToString()).Resume();
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "The webhook {Webhook} could not be resumed; trying again in {Interval}.", key, Interval);
        }
    }
}
