using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage.Queries;
using CreatorCRM.Webhooks;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>An address that gets every event of some kinds: signed, in order, at least once.</summary>
[Requires(Scope.Webhooks)]
public sealed class Webhook(WebhookRow row) : INode
{
    internal int Secret => row.Secret;

    public NodeId Id => NodeId.Of<Webhook>(row.Id);

    /// <summary>Counts its changes. Send it as `expectedVersion` to be refused when somebody else was faster.</summary>
    public int Version => int.CreateSaturating(row.Version);

    /// <summary>As people call it.</summary>
    public string Name => row.Name;

    /// <summary>Where events are sent to.</summary>
    public Uri Url => new(row.Url);

    /// <summary>Which events: kinds such as `influencer.created`, and `influencer.*` for all that happens to influencers. Empty: all there are, those of
    /// influencers, campaigns, partnerships and sequences.</summary>
    public IReadOnlyList<string> Kinds => CrmJson.Read<List<string>>(row.Kinds);

    /// <summary>Whether events are sent. While they are not, they wait.</summary>
    public WebhookStatus Status => row.Status;

    /// <summary>Why it is not active; null when it is, and when somebody paused it without a reason.</summary>
    public string? StatusReason => row.StatusReason;

    /// <summary>Since when.</summary>
    public DateTimeOffset StatusSince => row.StatusSince;

    /// <summary>Until then the old secret signs beside the new one; null when the secret was never rotated.</summary>
    public DateTimeOffset? OldSecretUntil => row.OldSecretUntil;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt => row.CreatedAt;

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset UpdatedAt => row.UpdatedAt;

    /// <summary>How far it has come; null before it was looked after first.</summary>
    public IDataLoaderResult<WebhookProgress?> Progress(ProgressOfWebhook loader) => loader.LoadAsync(row.Id);

    /// <summary>
    /// What was sent or tried to be, that of the latest event first. Those that succeeded are kept for 30 days unless the operator chose otherwise.
    /// </summary>
    /// <param name="filter">Which.</param>
    public IDataLoaderResult<Page<WebhookDelivery>> Deliveries(DeliveriesOfWebhook loader, PageRequest page, WebhookDeliveryFilter? filter = null) =>
        loader.LoadAsync(row.Id, filter, page);

    /// <summary>What was decided about it.</summary>
    /// <param name="direction">DESC: the newest first. ASC: from the beginning.</param>
    /// <param name="filter">Which entries.</param>
    public IDataLoaderResult<Page<TimelineEntry>> Timeline(
        PageRequest page, TimelineLoader timelines, OrderDirection direction = OrderDirection.Desc, TimelineFilter? filter = null) =>
        timelines.Load(new Subject(CreatorCRM.Webhooks.Webhook.Kind, row.Id), page, direction, filter);
}

/// <summary>How far a webhook has come.</summary>
/// <param name="Cursor">Every event up to this place was taken, or set aside to be tried again beside newer ones. The same as the cursor of an event.</param>
/// <param name="LastSuccessAt">When the receiver took an event last; null when it never did.</param>
/// <param name="FailingSince">When the first attempt failed since then; null when the last one succeeded.</param>
[Requires(Scope.Webhooks)]
public sealed record WebhookProgress(string Cursor, DateTimeOffset? LastSuccessAt, DateTimeOffset? FailingSince);

[QueryRoot, Requires(Scope.Webhooks)]
public static class WebhooksQuery
{
    /// <summary>A webhook by its id; null when there is none.</summary>
    public static IDataLoaderResult<Webhook?> Webhook(NodeId<Webhook> id, WebhookLoader loader) => loader.LoadAsync(id.Key);

    /// <summary>All webhooks, the newest first.</summary>
    public static async Task<Page<Webhook>> Webhooks(WebhookQueries webhooks, Caller caller, PageRequest page, CancellationToken cancellation) =>
        (await webhooks.List(caller.Workspace, page, cancellation)).Select(row => new Webhook(row));

    /// <summary>The kinds of events that a webhook can choose among.</summary>
    public static IReadOnlyList<string> WebhookEventKinds() => EventKinds.All;
}

public sealed class WebhookLoader(WebhookQueries webhooks, Caller caller) : NodeLoader<Webhook>
{
    protected override async Task<IReadOnlyDictionary<string, Webhook>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await webhooks.ByIds(caller.Workspace, keys, cancellation)).ToDictionary(found => found.Key, found => new Webhook(found.Value));
}

public sealed class ProgressOfWebhook(WebhookQueries webhooks, Caller caller) : BatchLoader<string, WebhookProgress>
{
    protected override async Task<IReadOnlyDictionary<string, WebhookProgress>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await webhooks.ProgressOf(caller.Workspace, keys, cancellation))
            .ToDictionary(found => found.Key, found => new WebhookProgress(EventCursor.Write(found.Value.Place), found.Value.LastSuccessAt,
                found.Value.FailingSince));
}
