using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Webhooks;

namespace CreatorCRM.Server.Api;

[MutationRoot, Requires(Scope.Webhooks)]
public static class WebhookMutations
{
    /// <summary>
    /// Subscribes an address to events. The answer has the secret that signs them; besides a repetition with the same key nothing shows it again.
    /// </summary>
    public static async Task<CreateWebhookPayload> CreateWebhook(CreateWebhookInput input, Caller caller, IdGenerator ids, IGrainFactory grains,
        WebhookLoader webhooks, WebhookSecrets secrets)
    {
        var context = caller.Command("createWebhook", input.IdempotencyKey, input);
        var key = caller.Key(context.CommandId ?? ids.Next());
        var result = await grains.GetGrain<IWebhooksGrain>(key.Workspace)
            .Create(key.Id, new CreateWebhook(input.Name, input.Url.OriginalString, input.Kinds.ToList()), context);
        if (!result.IsAccepted) return new CreateWebhookPayload(null, null).Refused(result.Refusals);
        var webhook = await grains.Changed(result, caller, webhooks);
        caller.ShowSecret();
        return new CreateWebhookPayload(webhook, await secrets.Shown(webhook, key, number: 1));
    }

    /// <summary>Changes what is given of a webhook and leaves the rest as it is.</summary>
    public static async Task<UpdateWebhookPayload> UpdateWebhook(UpdateWebhookInput input, Caller caller, IGrainFactory grains, WebhookLoader webhooks)
    {
        var context = caller.Command("updateWebhook", input.IdempotencyKey, input, input.ExpectedVersion);
        var changes = new WebhookChanges { Name = input.Name, Url = input.Url?.OriginalString, Kinds = input.Kinds is null ? null : input.Kinds.ToList() };
        var result = await grains.Webhook(caller, input.WebhookId).Change(changes, context);
        return await result.ToPayload(webhook => new UpdateWebhookPayload(webhook), () => grains.Changed(result, caller, webhooks));
    }

    /// <summary>
    /// Gives a webhook a new secret. The answer has it; besides a repetition with the same key nothing shows it again. For a while both sign, so that a
    /// receiver can change over at leisure.
    /// </summary>
    public static async Task<RotateWebhookSecretPayload> RotateWebhookSecret(
        RotateWebhookSecretInput input, Caller caller, IGrainFactory grains, WebhookLoader webhooks, WebhookSecrets secrets)
    {
        var context = caller.Command("rotateWebhookSecret", input.IdempotencyKey, input, input.ExpectedVersion);
        // What is far out of range is refused like what is just out of it; no span of time could hold it.
        var overlap = TimeSpan.FromHours(Math.Clamp(input.OverlapHours, -1, 10_000));
        var result = await grains.Webhook(caller, input.WebhookId).RotateSecret(overlap, context);
        if (!result.IsAccepted) return new RotateWebhookSecretPayload(null, null).Refused(result.Refusals);
        var webhook = await grains.Changed(result, caller, webhooks);
        caller.ShowSecret();
        return new RotateWebhookSecretPayload(webhook,
            await secrets.Shown(webhook, caller.Key(input.WebhookId.Key), int.Parse(result.Part!, System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Holds a webhook's events back; they wait until it is resumed.</summary>
    public static async Task<PauseWebhookPayload> PauseWebhook(PauseWebhookInput input, Caller caller, IGrainFactory grains, WebhookLoader webhooks)
    {
        var context = caller.Command("pauseWebhook", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Webhook(caller, input.WebhookId).Pause(input.Reason, context);
        return await result.ToPayload(webhook => new PauseWebhookPayload(webhook), () => grains.Changed(result, caller, webhooks));
    }

    /// <summary>Sends what waits and goes on.</summary>
    public static async Task<ResumeWebhookPayload> ResumeWebhook(ResumeWebhookInput input, Caller caller, IGrainFactory grains, WebhookLoader webhooks)
    {
        var context = caller.Command("resumeWebhook", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Webhook(caller, input.WebhookId).Resume(context);
        return await result.ToPayload(webhook => new ResumeWebhookPayload(webhook), () => grains.Changed(result, caller, webhooks));
    }

    /// <summary>Ends a webhook; its deliveries and secrets are forgotten.</summary>
    public static async Task<DeleteWebhookPayload> DeleteWebhook(DeleteWebhookInput input, Caller caller, IGrainFactory grains, WebhookLoader webhooks)
    {
        var context = caller.Command("deleteWebhook", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Webhook(caller, input.WebhookId).Delete(context);
        if (!result.IsAccepted) return new DeleteWebhookPayload(null).Refused(result.Refusals);
        await grains.Changed(result, caller, webhooks);
        return new DeleteWebhookPayload(NodeId.Of<Webhook>(input.WebhookId.Key));
    }

    private static IWebhookGrain Webhook(this IGrainFactory grains, Caller caller, NodeId<Webhook> id) =>
        grains.GetGrain<IWebhookGrain>(caller.Key(id.Key).ToString());

    /// <summary>Has deliveries go on by what was decided, and reads the webhook as it is now.</summary>
    private static async Task<Webhook?> Changed(this IGrainFactory grains, CommandResult result, Caller caller, WebhookLoader webhooks)
    {
        if (!result.IsAccepted) return null;
        await grains.GetGrain<IWebhookDeliveryGrain>(caller.Key(result.Id).ToString()).Refresh();
        return await webhooks.LoadAsync(result.Id).GetResultAsync(CancellationToken.None);
    }

    // A repeated command gives the same answer, but no secret that another has replaced.
    private static async Task<string?> Shown(this WebhookSecrets secrets, Webhook? webhook, EntityKey key, int number) =>
        webhook?.Secret == number ? await secrets.Get(key, number, CancellationToken.None) : null;
}

/// <param name="Webhook">The webhook as it is now; null when refused.</param>
/// <param name="Secret">What signs its deliveries: `whsec_` and base64, as Standard Webhooks writes it. Keep it; it is not shown again.</param>
[Requires(Scope.Webhooks)]
public sealed record CreateWebhookPayload(Webhook? Webhook, string? Secret) : Payload;

/// <param name="Webhook">The webhook as it is now; null when refused.</param>
[Requires(Scope.Webhooks)]
public sealed record UpdateWebhookPayload(Webhook? Webhook) : Payload;

/// <param name="Webhook">The webhook as it is now; null when refused.</param>
/// <param name="Secret">The new one. Keep it; it is not shown again.</param>
[Requires(Scope.Webhooks)]
public sealed record RotateWebhookSecretPayload(Webhook? Webhook, string? Secret) : Payload;

/// <param name="Webhook">The webhook as it is now; null when refused.</param>
[Requires(Scope.Webhooks)]
public sealed record PauseWebhookPayload(Webhook? Webhook) : Payload;

/// <param name="Webhook">The webhook as it is now; null when refused.</param>
[Requires(Scope.Webhooks)]
public sealed record ResumeWebhookPayload(Webhook? Webhook) : Payload;

/// <param name="DeletedWebhookId">Null when refused.</param>
[Requires(Scope.Webhooks)]
public sealed record DeleteWebhookPayload(NodeId? DeletedWebhookId) : Payload;
