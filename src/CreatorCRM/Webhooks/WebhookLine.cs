using Microsoft.Extensions.Logging;

namespace CreatorCRM.Webhooks;

/// <summary>
/// Sends events in their order: each when the one before it was taken or set aside. An event that fails is tried again while the others wait, three times in
/// all; then it is set aside. When the next one fails too, it is the receiver that fails and not the event: the line waits longer with each failure, so that an
/// outage sets few events aside and the rest stays in order.
/// </summary>
internal sealed class WebhookLine(
    WebhookRun run, LiveLog log, EventStories stories, WebhookDeliveries deliveries, RetrySchedule schedule, ILogger logger)
{
    private const int EventsPerCommit = 50;
    private const int MostUnsaved = 500;

    private static readonly TimeSpan LongestUnsaved = TimeSpan.FromSeconds(1);

    private readonly List<WebhookDeliveryRow> _done = [];
    private LogCursor _place = run.Progress.Place;
    private DateTimeOffset _savedAt = run.Now;
    private int _passedOver;

    public async Task Follow(CancellationToken stop)
    {
        try
        {
            await foreach (var page in log.Follow(run.Key.Workspace, _place, stop)) await Take(page, stop);
        }
        catch (Exception) when (_done.Count > 0)
        {
            // Whatever ends the work, as an event that a newer node wrote does every few seconds: what the receiver has taken is not sent to it again.
            await SaveAtTheEnd();
            throw;
        }
    }

    private async Task Take(IReadOnlyList<LoggedEvent> page, CancellationToken stop)
    {
        foreach (var chunk in page.Where(logged => EventKinds.Includes(run.Kinds, logged.Event.Kind)).Chunk(EventsPerCommit)) await Send(chunk, stop);
        _place = page[^1].Cursor;
        // Events that are none of this webhook's are not worth a write each: after a restart they are passed over again.
        _passedOver += page.Count;
        if (_done.Count > 0 || _passedOver >= MostUnsaved) await Save(stop);
    }

    private async Task Send(LoggedEvent[] events, CancellationToken stop)
    {
        // Those that failed before a restart, and those that a replay sends again.
        var known = await deliveries.Find(run.Key, [.. events.Select(logged => logged.Cursor.Position)], stop);
        foreach (var logged in events)
        {
            var delivery = known.GetValueOrDefault(logged.Cursor.Position) ?? WebhookDeliveryRow.Of(run.Key, logged);
            await Send(delivery.Status == WebhookDeliveryStatus.Pending ? delivery : delivery with { Status = WebhookDeliveryStatus.Pending, Tries = 0 }, stop);
            if (_done.Count >= EventsPerCommit || run.Now - _savedAt > LongestUnsaved) await Save(stop);
        }
    }

    private async Task Send(WebhookDeliveryRow delivery, CancellationToken stop)
    {
        var story = await stories.Tell(StreamId.Parse(delivery.Stream), delivery.Version, stop);
        for (var isWaiting = true; isWaiting;)
        {
            var recovered = run.Recovered.Wait(stop);
            var answer = await run.Attempt(story, inLine: true, stop);
            delivery = delivery.After(answer, run.Now);
            isWaiting = !answer.IsSuccess && (delivery.Tries < RetrySchedule.TriesInLine || answer.IsGone);
            if (answer.IsSuccess) _done.Add(delivery);
            else await Fail(delivery, answer, isWaiting, recovered, stop);
        }
        _place = delivery.Cursor;
    }

    private async Task Fail(WebhookDeliveryRow delivery, WebhookAnswer answer, bool staysInLine, Task recovered, CancellationToken stop)
    {
        // The first to be set aside may be a bad event among good ones: the next one shall not wait.
        var until = !staysInLine && run.Failures <= RetrySchedule.TriesInLine ? run.Now : run.Now + schedule.InLine(run.Failures, answer.RetryAfter);
        _done.Add(staysInLine
            ? delivery with { NextAttemptAt = until }
            : delivery with { Status = WebhookDeliveryStatus.Retrying, NextAttemptAt = run.Now + schedule.After(delivery.Tries, answer.RetryAfter) });
        if (!staysInLine) _place = delivery.Cursor;
        await Save(stop);
        if (!staysInLine) run.SetAside.Pulse();
        await run.HaltIfHopeless(answer, delivery);
        await run.WaitUntil(until, recovered, stop);
    }

    // What ended the work is to be told, and not what comes of it.
    private async Task SaveAtTheEnd()
    {
        try
        {
            await Save(CancellationToken.None);
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "The webhook {Webhook} could not keep what its receiver took last; that is sent again.", run.Key);
        }
    }

    private async Task Save(CancellationToken stop)
    {
        await run.Move(_place, _done, stop);
        (_savedAt, _passedOver) = (run.Now, 0);
        _done.Clear();
    }
}
