using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Webhooks;

/// <summary>
/// Has every active webhook delivered to, twice a minute, so that one whose node ended goes on at another. Forgets old deliveries, once an hour. Harmless on
/// any number of nodes.
/// </summary>
public sealed class WebhookCaretaker(
    WebhookQueries webhooks, WebhookDeliveries deliveries, WebhookOptions options, IGrainFactory grains, IHostApplicationLifetime host, TimeProvider time,
    ILogger<WebhookCaretaker> logger)
    : Caretaker("Webhooks", Interval, host, time, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30), CleaningInterval = TimeSpan.FromHours(1);

    private DateTimeOffset _cleaned = DateTimeOffset.MinValue;

    protected override async Task Round(DateTimeOffset now, CancellationToken cancel)
    {
        // A deleted one goes on, too: what is left of it, should its deletion have been interrupted, is forgotten.
        var known = (await webhooks.Active(cancel)).Concat(await webhooks.Remains(cancel));
        await Task.WhenAll(known.Select(Resume));
        if (now - _cleaned < CleaningInterval) return;
        await deliveries.DropOlder(WebhookDeliveryStatus.Succeeded, now - options.KeepSucceeded, cancel);
        foreach (var gone in new[] { WebhookDeliveryStatus.Dead, WebhookDeliveryStatus.Skipped })
            await deliveries.DropOlder(gone, now - options.KeepDead, cancel);
        _cleaned = now;
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
