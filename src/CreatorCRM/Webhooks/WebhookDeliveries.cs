using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Webhooks;

/// <summary>
/// What deliveries must not forget: how far a webhook is in the log, and which events failed. A place and the deliveries up to it are one transaction.
/// </summary>
public sealed class WebhookDeliveries(IDbContextFactory<CrmDbContext> contexts, DbDataSource source, IJournalStore store)
{
    private const int RowsPerDelete = 1_000;

    /// <summary>How far it is; a new webhook begins behind its own creation, so that it misses nothing, however late its first delivery is.</summary>
    public async Task<WebhookProgressRow> Progress(EntityKey webhook, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await ProgressOf(db, webhook).SingleOrDefaultAsync(cancel) is { } known) return known;
        var created = (await store.Read(new StreamId(webhook.Workspace, Webhook.Kind, webhook.Id), 0, cancel))[0].Cursor;
        // Two may ask at the same time; both begin at the same place.
        await using var writing = await Writing.Begin(contexts, source, cancel);
        await writing.Db.Database.ExecuteSqlAsync(
            $"INSERT INTO webhook_progress (workspace, webhook_id, log_transaction, log_position) VALUES ({webhook.Workspace}, {webhook.Id}, {created.Transaction}, {created.Position}) ON CONFLICT DO NOTHING", cancel);
        return await ProgressOf(db, webhook).SingleAsync(cancel);
    }

    public async Task<IReadOnlyDictionary<long, WebhookDeliveryRow>> Find(EntityKey webhook, IReadOnlyCollection<long> positions, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Of(db, webhook).Where(row => EF.Parameter(positions.ToArray()).Contains(row.Position)).ToDictionaryAsync(row => row.Position, cancel);
    }

    /// <summary>Those set aside, the next to be tried first.</summary>
    public async Task<IReadOnlyList<WebhookDeliveryRow>> SetAside(EntityKey webhook, int limit, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Of(db, webhook).Where(row => row.Status == WebhookDeliveryStatus.Retrying).OrderBy(row => row.NextAttemptAt).ThenBy(row => row.Position)
            .Take(limit).ToListAsync(cancel);
    }

    /// <summary>Gives up what failed so far and is of a kind that is no longer chosen.</summary>
    public async Task SkipUnchosen(EntityKey webhook, ImmutableArray<string> choices, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var waiting = await Waiting(db, webhook).Select(row => row.Kind).Distinct().ToListAsync(cancel);
        var unchosen = waiting.Where(kind => !EventKinds.Includes(choices, kind)).ToArray();
        if (unchosen.Length == 0) return;
        await using var writing = await Writing.Begin(contexts, source, cancel);
        await Waiting(writing.Db, webhook).Where(row => EF.Parameter(unchosen).Contains(row.Kind)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Status, WebhookDeliveryStatus.Skipped).SetProperty(row => row.NextAttemptAt, (DateTimeOffset?)null), cancel);
    }

    /// <summary>Moves on in the log and keeps what became of the events on the way.</summary>
    /// <returns>False, with nothing written, when the webhook is elsewhere by now: another activation moves it.</returns>
    public async Task<bool> Move(WebhookProgressRow from, WebhookProgressRow to, IReadOnlyCollection<WebhookDeliveryRow> deliveries, CancellationToken cancel)
    {
        await using var writing = await Writing.Begin(contexts, source, cancel);
        var db = writing.Db;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var moved = await ProgressOf(db, new EntityKey(from.Workspace, from.WebhookId))
            .Where(row => row.LogTransaction == from.LogTransaction && row.LogPosition == from.LogPosition)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LogTransaction, to.LogTransaction).SetProperty(row => row.LogPosition, to.LogPosition)
                .SetProperty(row => row.LastSuccessAt, to.LastSuccessAt).SetProperty(row => row.FailingSince, to.FailingSince), cancel);
        if (moved == 0) return false;
        await Put(db, deliveries, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Keeps deliveries, and whether the webhook fails, without moving it.</summary>
    public async Task Keep(WebhookProgressRow progress, IReadOnlyCollection<WebhookDeliveryRow> deliveries, CancellationToken cancel)
    {
        await using var writing = await Writing.Begin(contexts, source, cancel);
        var db = writing.Db;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await ProgressOf(db, new EntityKey(progress.Workspace, progress.WebhookId)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.LastSuccessAt, progress.LastSuccessAt).SetProperty(row => row.FailingSince, progress.FailingSince), cancel);
        await Put(db, deliveries, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>All that is known of a deleted webhook, its secrets too.</summary>
    public async Task Forget(EntityKey webhook, CancellationToken cancel)
    {
        await Delete(db => Of(db, webhook).OrderBy(row => row.Position), cancel);
        await using var writing = await Writing.Begin(contexts, source, cancel);
        await writing.Db.Set<WebhookSecretRow>().Where(row => row.Workspace == webhook.Workspace && row.WebhookId == webhook.Id).ExecuteDeleteAsync(cancel);
        await ProgressOf(writing.Db, webhook).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Drops the deliveries of a status whose last attempt was before that.</summary>
    public Task DropOlder(WebhookDeliveryStatus status, DateTimeOffset before, CancellationToken cancel) =>
        Delete(db => db.Set<WebhookDeliveryRow>().Where(row => row.Status == status && row.LastAttemptAt < before).OrderBy(row => row.LastAttemptAt), cancel);

    // Some at a time, so that on SQLite the journal's writer gets its turn in between.
    private async Task Delete(Func<CrmDbContext, IQueryable<WebhookDeliveryRow>> rows, CancellationToken cancel)
    {
        for (var deleted = RowsPerDelete; deleted == RowsPerDelete;)
        {
            await using var writing = await Writing.Begin(contexts, source, cancel);
            deleted = await rows(writing.Db).Take(RowsPerDelete).ExecuteDeleteAsync(cancel);
        }
    }

    private static async Task Put(CrmDbContext db, IReadOnlyCollection<WebhookDeliveryRow> deliveries, CancellationToken cancel)
    {
        if (deliveries.Count == 0) return;
        var rows = deliveries.GroupBy(row => row.Position).Select(same => same.Last()).ToArray();
        var key = new EntityKey(rows[0].Workspace, rows[0].WebhookId);
        var positions = rows.Select(row => row.Position).ToArray();
        var known = await Of(db, key).Where(row => EF.Parameter(positions).Contains(row.Position)).Select(row => row.Position).ToHashSetAsync(cancel);
        foreach (var row in rows) db.Entry(row).State = known.Contains(row.Position) ? EntityState.Modified : EntityState.Added;
        await db.SaveChangesAsync(cancel);
    }

    private static IQueryable<WebhookProgressRow> ProgressOf(CrmDbContext db, EntityKey webhook) =>
        db.Set<WebhookProgressRow>().Where(row => row.Workspace == webhook.Workspace && row.WebhookId == webhook.Id);

    private static IQueryable<WebhookDeliveryRow> Waiting(CrmDbContext db, EntityKey webhook) =>
        Of(db, webhook).Where(row => row.Status == WebhookDeliveryStatus.Pending || row.Status == WebhookDeliveryStatus.Retrying);

    private static IQueryable<WebhookDeliveryRow> Of(CrmDbContext db, EntityKey webhook) =>
        db.Set<WebhookDeliveryRow>().Where(row => row.Workspace == webhook.Workspace && row.WebhookId == webhook.Id);
}
