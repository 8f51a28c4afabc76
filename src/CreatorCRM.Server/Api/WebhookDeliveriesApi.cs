using System.Globalization;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Webhooks;

namespace CreatorCRM.Server.Api;

/// <summary>An event that was sent to a webhook, or tried to be.</summary>
[Requires(Scope.Webhooks)]
public sealed class WebhookDelivery(WebhookDeliveryRow row) : INode
{
    internal static string KeyOf(string webhook, long position) => string.Create(CultureInfo.InvariantCulture, $"{webhook}.{position}");

    public NodeId Id => NodeId.Of<WebhookDelivery>(KeyOf(row.WebhookId, row.Position));

    /// <summary>The event's id, which its receiver gets as `webhook-id`.</summary>
    public NodeId EventId => TimelineEntry.IdOf(StreamId.Parse(row.Stream), row.Version);

    /// <summary>The event's place in the log.</summary>
    public string Cursor => EventCursor.Write(row.Cursor);

    /// <summary>What kind of thing happened, such as `influencer.created`.</summary>
    public string Kind => row.Kind;

    /// <summary>When it was recorded here.</summary>
    public DateTimeOffset RecordedAt => row.RecordedAt;

    /// <summary>Where the delivery stands.</summary>
    public WebhookDeliveryStatus Status => row.Status;

    /// <summary>How often it was tried.</summary>
    public int Attempts => row.Attempts;

    /// <summary>When it was tried last.</summary>
    public DateTimeOffset LastAttemptAt => row.LastAttemptAt;

    /// <summary>When it will be tried next, if the webhook is active then; null when it will not.</summary>
    public DateTimeOffset? NextAttemptAt => row.NextAttemptAt;

    /// <summary>The HTTP status of the last answer; null when there was none.</summary>
    public int? StatusCode => row.StatusCode;

    /// <summary>What was wrong the last time, with the beginning of what the receiver said; null after a success.</summary>
    public string? Error => row.Error;

    /// <summary>How long the last attempt took, in milliseconds.</summary>
    public int DurationMs => int.CreateSaturating(row.DurationMs);
}

public sealed class WebhookDeliveryLoader(WebhookQueries webhooks, Caller caller) : NodeLoader<WebhookDelivery>
{
    protected override async Task<IReadOnlyDictionary<string, WebhookDelivery>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var found = new Dictionary<string, WebhookDelivery>(StringComparer.Ordinal);
        foreach (var wanted in keys.Select(DeliveryKey.Of).OfType<DeliveryKey>().GroupBy(key => key.Webhook))
        {
            foreach (var row in await webhooks.Deliveries(caller.Workspace, wanted.Key, [.. wanted.Select(key => key.Position)], cancellation))
                found[WebhookDelivery.KeyOf(row.WebhookId, row.Position)] = new WebhookDelivery(row);
        }
        return found;
    }
}

public sealed class DeliveriesOfWebhook(WebhookQueries webhooks, Caller caller) : PageLoader<WebhookDeliveryFilter?, WebhookDelivery>
{
    protected override async Task<IReadOnlyDictionary<string, Page<WebhookDelivery>>> LoadBatch(
        IReadOnlyCollection<string> keys, WebhookDeliveryFilter? question, PageRequest page, CancellationToken cancellation) =>
        (await webhooks.DeliveriesOf(caller.Workspace, keys, question, page, cancellation))
            .ToDictionary(found => found.Key, found => found.Value.Select(row => new WebhookDelivery(row)));
}

/// <summary>Whose delivery of which event: the webhook's id, a point, and the event's position.</summary>
internal sealed record DeliveryKey(string Webhook, long Position)
{
    /// <summary>Null when the API gave no such key.</summary>
    public static DeliveryKey? Of(string key) =>
        key.LastIndexOf('.') is var point and > 0 && long.TryParse(key.AsSpan(point + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? new DeliveryKey(key[..point], position)
            : null;
}
