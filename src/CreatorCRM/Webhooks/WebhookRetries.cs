using Microsoft.Extensions.Logging;

namespace CreatorCRM.Webhooks;

/// <summary>Tries events that were set aside again, a few at a time, until the receiver takes them or their schedule ends.</summary>
internal sealed class WebhookRetries(WebhookRun run, Func<EventStories> stories, WebhookDeliveries deliveries, RetrySchedule schedule, ILogger logger)
{
    private const int AtATime = WebhookOptions.AttemptsAtATime - 1;

    private static readonly TimeSpan PauseUntold = TimeSpan.FromMinutes(1);

    public async Task Run(CancellationToken stop)
    {
        while (true)
        {
            var more = run.SetAside.Wait(stop);
            var waiting = await deliveries.SetAside(run.Key, AtATime, stop);
            if (waiting.Count == 0) await more;
            else if (waiting[0].NextAttemptAt is { } next && next > run.Now) await run.WaitUntil(next, more, stop);
            else await Task.WhenAll(waiting.Where(delivery => delivery.NextAttemptAt <= run.Now).Select(delivery => Retry(delivery, stop)));
        }
    }

    private async Task Retry(WebhookDeliveryRow delivery, CancellationToken stop)
    {
        if (await Tell(delivery, stop) is not { } story) return;
        var answer = await run.Attempt(story, inLine: false, stop);
        // Whatever ends the work now: what the receiver has taken is not sent to it again.
        await run.Keep(After(delivery.After(answer, run.Now), answer), CancellationToken.None);
        if (!answer.IsSuccess) await run.HaltIfHopeless(answer, delivery);
    }

    // One that cannot be told, mostly since a newer node wrote it, waits by itself: neither the others nor the line are held up, and it loses no attempt.
    private async Task<EventStory?> Tell(WebhookDeliveryRow delivery, CancellationToken stop)
    {
        try
        {
            return await stories().Tell(StreamId.Parse(delivery.Stream), delivery.Version, stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "The webhook {Webhook} cannot tell the event at {Position} again; it looks once more in {Pause}.", run.Key,
                delivery.Position, PauseUntold);
            await run.Keep(delivery with { NextAttemptAt = run.Now + PauseUntold }, stop);
            return null;
        }
    }

    private WebhookDeliveryRow After(WebhookDeliveryRow delivery, WebhookAnswer answer)
    {
        if (answer.IsSuccess) return delivery;
        // A receiver that is gone took its webhook with it: this one goes on if somebody resumes it.
        var wait = answer.IsGone ? TimeSpan.Zero : schedule.After(delivery.Tries, answer.RetryAfter);
        return wait is { } known ? delivery with { NextAttemptAt = run.Now + known } : delivery with { Status = WebhookDeliveryStatus.Dead };
    }
}
