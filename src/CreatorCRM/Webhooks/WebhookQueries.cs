using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Webhooks;

/// <summary>Reads of webhooks and their deliveries.</summary>
public sealed class WebhookQueries(IDbContextFactory<CrmDbContext> contexts)
{
    private static readonly KeysetOrder<WebhookRow> NewestFirst = new KeysetOrder<WebhookRow>("webhooks", row => row.Id)
        .By(row => row.CreatedAt, OrderDirection.Desc);
    private static readonly KeysetOrder<WebhookDeliveryRow> LatestEventFirst = new("webhook-deliveries", row => row.Position, OrderDirection.Desc);

    public async Task<IReadOnlyDictionary<string, WebhookRow>> ByIds(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<WebhookRow>().Where(row => row.Workspace == workspace && EF.Parameter(ids.ToArray()).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
    }

    public Task<Page<WebhookRow>> List(string workspace, PageRequest page, CancellationToken cancel) =>
        contexts.ReadPage(db => db.Set<WebhookRow>().Where(row => row.Workspace == workspace), NewestFirst, page, cancel);

    public async Task<int> Count(string workspace, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<WebhookRow>().CountAsync(row => row.Workspace == workspace, cancel);
    }

    /// <summary>Those that are to be delivered to, of all workspaces.</summary>
    public async Task<IReadOnlyList<EntityKey>> Active(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<WebhookRow>().Where(row => row.Status == WebhookStatus.Active).Select(row => new EntityKey(row.Workspace, row.Id))
            .ToListAsync(cancel);
    }

    /// <summary>Those that were deleted and of which something is still stored.</summary>
    public async Task<IReadOnlyList<EntityKey>> Remains(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var stored = db.Set<WebhookSecretRow>().Select(row => new { row.Workspace, row.WebhookId })
            .Union(db.Set<WebhookProgressRow>().Select(row => new { row.Workspace, row.WebhookId }));
        return await stored.Where(row => !db.Set<WebhookRow>().Any(webhook => webhook.Workspace == row.Workspace && webhook.Id == row.WebhookId))
            .Select(row => new EntityKey(row.Workspace, row.WebhookId)).ToListAsync(cancel);
    }

    /// <summary>Those that were delivered to already.</summary>
    public async Task<IReadOnlyDictionary<string, WebhookProgressRow>> ProgressOf(string workspace, IReadOnlyCollection<string> webhooks,
        CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<WebhookProgressRow>().Where(row => row.Workspace == workspace && EF.Parameter(webhooks.ToArray()).Contains(row.WebhookId))
            .ToDictionaryAsync(row => row.WebhookId, cancel);
    }

    /// <summary>A page of each webhook's deliveries, that of the latest event first.</summary>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list.</exception>
    /// <exception cref="InvalidFilterException">A filter that cannot be answered.</exception>
    public Task<IReadOnlyDictionary<string, Page<WebhookDeliveryRow>>> DeliveriesOf(
        string workspace, IReadOnlyCollection<string> webhooks, WebhookDeliveryFilter? filter, PageRequest page, CancellationToken cancel) =>
        contexts.ReadPages(
            db => db.Set<WebhookDeliveryRow>().Where(row => row.Workspace == workspace && EF.Parameter(webhooks.ToArray()).Contains(row.WebhookId))
                .Where(WebhookDeliveryFilter.Map.Compile(filter, db)),
            row => row.WebhookId, webhooks, LatestEventFirst, page, cancel);

    public async Task<IReadOnlyList<WebhookDeliveryRow>> Deliveries(string workspace, string webhook, IReadOnlyCollection<long> positions,
        CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<WebhookDeliveryRow>()
            .Where(row => row.Workspace == workspace && row.WebhookId == webhook && EF.Parameter(positions.ToArray()).Contains(row.Position))
            .ToListAsync(cancel);
    }
}
