using System.Collections.Immutable;

namespace CreatorCRM.Webhooks;

/// <summary>What the events in line and those set aside have in common while a webhook is at work: its target, its place, and how the receiver does.</summary>
internal sealed class WebhookRun(
    WebhookRow webhook, ImmutableArray<string> secrets, WebhookProgressRow progress, WebhookDeliveries deliveries, IWebhookSender sender,
    WebhookOptions options,
    IGrainFactory grains, TimeProvider time, CancellationTokenSource halt)
{
    private readonly Lock _lock = new();
    private WebhookProgressRow _stored = progress;

    public EntityKey Key { get; } = new(webhook.Workspace, webhook.Id);

    public ImmutableArray<string> Kinds { get; } = webhook.Choices;

    public WebhookProgressRow Progress { get; private set; } = progress;

    /// <summary>How many attempts in line failed since anything succeeded.</summary>
    public int Failures { get; private set; }

    /// <summary>The receiver takes events again.</summary>
    public CommitSignal Recovered { get; } = new();

    /// <summary>An event was set aside.</summary>
    public CommitSignal SetAside { get; } = new();

    public DateTimeOffset Now => Microseconds.Floor(time.GetUtcNow());

    public async Task<WebhookAnswer> Attempt(EventStory story, bool inLine, CancellationToken cancel)
    {
        var signing = webhook.OldSecretUntil > Now ? secrets : secrets[..1];
        var answer = await sender.Send(new WebhookTarget(Key, webhook.Url, signing), story, cancel);
        lock (_lock) Count(answer, inLine);
        return answer;
    }

    /// <exception cref="InvalidOperationException">Another activation moved the webhook.</exception>
    public async Task Move(LogCursor place, IReadOnlyCollection<WebhookDeliveryRow> rows, CancellationToken cancel)
    {
        WebhookProgressRow moved;
        lock (_lock) Progress = moved = Progress with { LogTransaction = place.Transaction, LogPosition = place.Position };
        if (!await deliveries.Move(_stored, moved, rows, cancel)) throw new InvalidOperationException($"The webhook {Key} is at work elsewhere.");
        _stored = moved;
    }

    public Task Keep(WebhookDeliveryRow row, CancellationToken cancel) => deliveries.Keep(Progress, [row], cancel);

    /// <summary>Ends the work when the receiver is gone, or has failed for days.</summary>
    public async Task HaltIfHopeless(WebhookAnswer answer, WebhookDeliveryRow delivery)
    {
        // Who has changed the webhook meanwhile, perhaps to another receiver, begins its work anew; of that one nothing is known yet.
        var context = new CommandContext(Actor.System, ExpectedVersion: webhook.Version);
        var grain = grains.GetGrain<IWebhookGrain>(Key.ToString());
        if (answer.IsGone)
        {
            await grain.Disable("The receiver answered 410: it is gone for good.", context);
            await halt.CancelAsync();
        }
        // One that was resumed has as long as a new one.
        else if (delivery.Tries >= RetrySchedule.TriesInLine && Progress.FailingSince is { } since
            && Now - (since > webhook.StatusSince ? since : webhook.StatusSince) >= options.PauseAfter)
        {
            await grain.Pause($"No delivery has succeeded since {Progress.FailingSince:yyyy-MM-dd HH:mm} UTC. The last one: {Excerpt.Of(answer.Error ?? "", 100)}", context);
            await halt.CancelAsync();
        }
    }

    /// <summary>Until the instant, or until the signal is given.</summary>
    public async Task WaitUntil(DateTimeOffset instant, Task signal, CancellationToken cancel)
    {
        while (instant - time.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            try
            {
                // Timers count in milliseconds: a part of one would be no wait at all.
                await signal.WaitAsync(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), time, cancel);
                return;
            }
            catch (TimeoutException)
            {
                // Mostly it is time; a clock that was set back makes it wait again.
            }
        }
    }

    private void Count(WebhookAnswer answer, bool inLine)
    {
        if (answer.IsSuccess)
        {
            Progress = Progress with { LastSuccessAt = Now, FailingSince = null };
            if (Failures > 0) Recovered.Pulse();
            Failures = 0;
        }
        else
        {
            Progress = Progress with { FailingSince = Progress.FailingSince ?? Now };
            if (inLine) Failures++;
        }
    }
}
