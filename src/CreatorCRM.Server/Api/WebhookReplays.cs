using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Server.Webhooks;
using CreatorCRM.Storage;
using CreatorCRM.Webhooks;

namespace CreatorCRM.Server.Api;

/// <summary>What can be asked of a receiver besides the events to come.</summary>
[MutationRoot, Requires(Scope.Webhooks)]
public static class WebhookReplays
{
    /// <summary>Sends every event behind a cursor again, in order, under the same ids as the first time. What is to come follows it.</summary>
    public static async Task<ReplayWebhookPayload> ReplayWebhook(ReplayWebhookInput input, Caller caller, IGrainFactory grains, WebhookLoader webhooks)
    {
        var after = EventCursor.Read(input.After, "input", "after");
        if (await webhooks.LoadAsync(input.WebhookId.Key).GetResultAsync() is not { } webhook)
            return new ReplayWebhookPayload(null).Refused(Refusal.NotFound("webhook", "webhookId"));
        return await grains.Delivery(caller, input.WebhookId.Key).Replay(after) is { } refusal
            ? new ReplayWebhookPayload(null).Refused(refusal)
            : new ReplayWebhookPayload(webhook);
    }

    /// <summary>Sends one event again, now: one that was given up, that waits for its next attempt, or that succeeded. If it fails, it is tried again as at
    /// first. One that waits in line behind a replay is sent in its turn. Refused while the webhook is not active, and for a kind that it does not choose any
    /// more.</summary>
    public static async Task<RetryDeliveryPayload> RetryDelivery(RetryDeliveryInput input, Caller caller, IGrainFactory grains,
        WebhookDeliveryLoader deliveries)
    {
        var key = DeliveryKey.Of(input.DeliveryId.Key);
        var refusal = key is null ? Refusal.NotFound("delivery", "deliveryId") : await grains.Delivery(caller, key.Webhook).Retry(key.Position);
        return refusal is null
            ? new RetryDeliveryPayload(await deliveries.LoadAsync(input.DeliveryId.Key).GetResultAsync())
            : new RetryDeliveryPayload(null).Refused(refusal);
    }

    /// <summary>Sends an event that did not happen, of kind `webhook.test`, and tells how the receiver took it. It is not tried again.</summary>
    public static async Task<SendTestEventPayload> SendTestEvent(
        SendTestEventInput input, Caller caller, WebhookQueries webhooks, WebhookSecrets secrets, HttpWebhookSender sender, IdGenerator ids, TimeProvider time,
        CancellationToken cancel)
    {
        if (!(await webhooks.ByIds(caller.Workspace, [input.WebhookId.Key], cancel)).TryGetValue(input.WebhookId.Key, out var webhook))
            return new SendTestEventPayload(null).Refused(Refusal.NotFound("webhook", "webhookId"));
        var now = Microseconds.Floor(time.GetUtcNow());
        var target = new WebhookTarget(webhook.Key, webhook.Url, await secrets.Signing(webhook, now, cancel));
        var answer = await sender.Send(target, WebhookBody.Test(ids.Next(), caller.Workspace, caller.Actor, now), cancel);
        return new SendTestEventPayload(new TestDelivery(answer.IsSuccess, answer.StatusCode, answer.Error, (int)answer.Took.TotalMilliseconds));
    }

    private static IWebhookDeliveryGrain Delivery(this IGrainFactory grains, Caller caller, string webhook) =>
        grains.GetGrain<IWebhookDeliveryGrain>(caller.Key(webhook).ToString());
}

/// <summary>How a receiver took a test.</summary>
/// <param name="Succeeded">It answered with a status of 200 to 299.</param>
/// <param name="StatusCode">The HTTP status of its answer; null when there was none.</param>
/// <param name="Error">What was wrong; null when nothing was.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
[Requires(Scope.Webhooks)]
public sealed record TestDelivery(bool Succeeded, int? StatusCode, string? Error, int DurationMs);

/// <param name="Webhook">Null when refused.</param>
[Requires(Scope.Webhooks)]
public sealed record ReplayWebhookPayload(Webhook? Webhook) : Payload;

/// <param name="Delivery">As it is now; null when refused.</param>
[Requires(Scope.Webhooks)]
public sealed record RetryDeliveryPayload(WebhookDelivery? Delivery) : Payload;

/// <param name="TestDelivery">Null when refused.</param>
[Requires(Scope.Webhooks)]
public sealed record SendTestEventPayload(TestDelivery? TestDelivery) : Payload;
