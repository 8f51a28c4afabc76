namespace CreatorCRM.Webhooks;

/// <summary>
/// Carries the work for one webhook. The work runs beside the calls, on threads of the pool, since SQLite's calls block; each call that changes something ends
/// it and begins it anew.
/// </summary>
[GrainType("webhook-delivery")]
public sealed class WebhookDeliveryGrain(WebhookWorks works, WebhookQueries webhooks, WebhookDeliveries deliveries, TimeProvider time)
    : Grain, IWebhookDeliveryGrain, IDisposable
{
    private CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;

    private EntityKey Key => EntityKey.Parse(this.GetPrimaryKeyString());

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => await Stop();

    public void Dispose() => _stop.Dispose();

    public Task Resume()
    {
        if (_work.IsCompleted) Begin();
        return Task.CompletedTask;
    }

    public async Task Refresh()
    {
        await Stop();
        Begin();
    }

    public async Task<Refusal?> Replay(LogCursor after)
    {
        await Stop();
        try
        {
            var progress = await deliveries.Progress(Key, CancellationToken.None);
            if (after > progress.Place) return Refusal.Invalid("after", "A replay begins at an event that was sent already; this one is still to come.");
            var replayed = progress with { LogTransaction = after.Transaction, LogPosition = after.Position };
            return await deliveries.Move(progress, replayed, [], CancellationToken.None)
                ? null
                : new Refusal(RefusalCode.VersionConflict, "The webhook is being moved to another node at this moment. Try again.");
        }
        finally
        {
            Begin();
        }
    }

    public async Task<Refusal?> Retry(long position)
    {
        await Stop();
        try
        {
            var webhook = (await webhooks.ByIds(Key.Workspace, [Key.Id], CancellationToken.None)).GetValueOrDefault(Key.Id);
            var delivery = (await deliveries.Find(Key, [position], CancellationToken.None)).GetValueOrDefault(position);
            if (webhook is null || delivery is null) return Refusal.NotFound("delivery", "deliveryId");
            if (delivery.MayBeRetried(webhook) is { } refusal) return refusal;
            var progress = await deliveries.Progress(Key, CancellationToken.None);
            await deliveries.Keep(progress, [delivery.Again(progress.Place, Microseconds.Floor(time.GetUtcNow()))], CancellationToken.None);
            return null;
        }
        finally
        {
            Begin();
        }
    }

    private void Begin()
    {
        if (!_work.IsCompleted) return;
        _stop.Dispose();
        _stop = new CancellationTokenSource();
        var (key, stop) = (Key, _stop.Token);
        _work = Task.Run(() => works.Run(key, stop), CancellationToken.None);
    }

    private async Task Stop()
    {
        await _stop.CancelAsync();
        await _work;
    }
}
