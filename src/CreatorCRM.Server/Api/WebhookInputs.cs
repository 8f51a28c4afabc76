using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>A new webhook. It gets everything that is recorded from now on; for what was before, replay it.</summary>
/// <param name="Name">Up to 200 characters.</param>
/// <param name="Url">Where to send events to: https, without user, password and fragment, and on the public internet unless the operator allows its
/// network.</param>
/// <param name="Kinds">Which events: kinds such as `influencer.created`, and `influencer.*` for all that happens to influencers. When left out, all
/// there are: those of influencers, campaigns, partnerships and sequences.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record CreateWebhookInput(string Name, Uri Url, IReadOnlyList<string>? Kinds, string? IdempotencyKey);

/// <summary>New values for a webhook. What is left out stays as it is.</summary>
/// <param name="WebhookId">Which webhook.</param>
/// <param name="Name">Up to 200 characters.</param>
/// <param name="Url">Where to send events to from now on, those that wait too.</param>
/// <param name="Kinds">Which events from now on, of those that wait too; an empty list is all there are: those of influencers, campaigns,
/// partnerships and sequences.</param>
/// <param name="ExpectedVersion">Refuse when the webhook is at another version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record UpdateWebhookInput(NodeId<Webhook> WebhookId, string? Name, Uri? Url, IReadOnlyList<string>? Kinds, int? ExpectedVersion,
    string? IdempotencyKey);

/// <summary>A new secret for a webhook.</summary>
/// <param name="WebhookId">Which webhook.</param>
/// <param name="OverlapHours">How long the old secret signs beside the new one, 0 to 168. 0 when the old one is in wrong hands.</param>
/// <param name="ExpectedVersion">Refuse when the webhook is at another version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record RotateWebhookSecretInput(NodeId<Webhook> WebhookId, int? ExpectedVersion, string? IdempotencyKey, int OverlapHours = 24);

/// <summary>Holds a webhook's events back.</summary>
/// <param name="WebhookId">Which webhook.</param>
/// <param name="Reason">For those who find it paused; up to 200 characters.</param>
/// <param name="ExpectedVersion">Refuse when the webhook is at another version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record PauseWebhookInput(NodeId<Webhook> WebhookId, string? Reason, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>Lets a webhook's events go.</summary>
/// <param name="WebhookId">Which webhook.</param>
/// <param name="ExpectedVersion">Refuse when the webhook is at another version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record ResumeWebhookInput(NodeId<Webhook> WebhookId, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>Ends a webhook.</summary>
/// <param name="WebhookId">Which webhook.</param>
/// <param name="ExpectedVersion">Refuse when the webhook is at another version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record DeleteWebhookInput(NodeId<Webhook> WebhookId, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>Sends events again. Repeated, it sends them once more under the same ids; who must not, sends the header Idempotency-Key.</summary>
/// <param name="WebhookId">Which webhook.</param>
/// <param name="After">The cursor of the last event that need not be sent again, as an event, a delivery or a body gives it; `start` for everything ever
/// recorded.</param>
public sealed record ReplayWebhookInput(NodeId<Webhook> WebhookId, string After);

/// <summary>Sends one event again. Repeated, it sends it once more under the same id; who must not, sends the header Idempotency-Key.</summary>
/// <param name="DeliveryId">Which delivery, whatever became of it.</param>
public sealed record RetryDeliveryInput(NodeId<WebhookDelivery> DeliveryId);

/// <summary>Tries a receiver. Repeated, it sends another test; who must not, sends the header Idempotency-Key.</summary>
/// <param name="WebhookId">Which webhook, whether it is active or not.</param>
public sealed record SendTestEventInput(NodeId<Webhook> WebhookId);
