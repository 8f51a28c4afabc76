namespace CreatorCRM.Webhooks;

/// <summary>Delivers to one webhook, so that one node at a time does. The key is the webhook's.</summary>
[Alias("webhook-delivery")]
public interface IWebhookDeliveryGrain : IGrainWithStringKey
{
    /// <summary>Goes on with what an ended process left; nothing when it is at work.</summary>
    [Alias("resume")] Task Resume();

    /// <summary>Begins anew by what is stored of the webhook now, without waiting out what a failure made it wait for.</summary>
    [Alias("refresh")] Task Refresh();

    /// <summary>Sends everything behind a place in the log again.</summary>
    /// <returns>Why not; null when it will be done.</returns>
    [Alias("replay")] Task<Refusal?> Replay(LogCursor after);

    /// <summary>Tries a delivery again now, and if that fails by the whole schedule.</summary>
    /// <returns>Why not; null when it will be done.</returns>
    [Alias("retry")] Task<Refusal?> Retry(long position);
}
