using System.Globalization;
using CreatorCRM.Campaigns;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Bulk;

/// <summary>Reads of bulk actions and their results.</summary>
public sealed class BulkQueries(IDbContextFactory<CrmDbContext> contexts)
{
    private static readonly KeysetOrder<BulkResultRow> InOrder = new KeysetOrder<BulkResultRow>("bulk-results", row => row.InfluencerId).By(row => row.Number);

    private static readonly KeysetOrder<BulkActionRow> NewestFirst =
        new KeysetOrder<BulkActionRow>("bulk-actions", row => row.Id).By(row => row.StartedAt, OrderDirection.Desc);

    /// <summary>The newest first.</summary>
    /// <exception cref="InvalidFilterException">A filter that cannot be answered.</exception>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list.</exception>
    public Task<Page<BulkActionRow>> List(string workspace, BulkActionFilter? filter, PageRequest page, CancellationToken cancel) => contexts.ReadPage(
        db => db.Set<BulkActionRow>().Where(row => row.Workspace == workspace).Where(BulkActionFilter.Map.Compile(filter, db)), NewestFirst, page, cancel);

    /// <summary>The actions that take these back, by the ids of these.</summary>
    public async Task<IReadOnlyDictionary<string, BulkActionRow>> UndoersOf(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<BulkActionRow>().Where(row => row.Workspace == workspace && EF.Parameter(ids.ToArray()).Contains(row.Undoes))
            .ToDictionaryAsync(row => row.Undoes!, cancel);
    }

    /// <summary>Those of the ids that exist in the workspace, by id.</summary>
    public async Task<IReadOnlyDictionary<string, BulkActionRow>> ByIds(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<BulkActionRow>().Where(row => row.Workspace == workspace && EF.Parameter(ids.ToArray()).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
    }

    /// <summary>A page of results for each action, in the order of its list.</summary>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list.</exception>
    public Task<IReadOnlyDictionary<string, Page<BulkResultRow>>> ResultsOf(string workspace, IReadOnlyList<string> actions, BulkOutcome? outcome,
        PageRequest page, CancellationToken cancel) =>
        contexts.ReadPages(
            db => db.Set<BulkResultRow>()
                .Where(row => row.Workspace == workspace && EF.Parameter(actions.ToArray()).Contains(row.ActionId)
                    && (outcome == null || row.Outcome == outcome)),
            row => row.ActionId, actions, InOrder, page, cancel);

    /// <summary>What an action changed, in its order, with what is needed to take it back.</summary>
    public async Task<IReadOnlyList<BulkItem>> ChangedBy(EntityKey action, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<BulkResultRow>()
            .Where(row => row.Workspace == action.Workspace && row.ActionId == action.Id && row.Outcome == BulkOutcome.Succeeded)
            .OrderBy(row => row.Number).Select(row => new BulkItem(row.InfluencerId, row.Before, row.PartnershipId)).ToListAsync(cancel);
    }

    /// <summary>Who is in charge of the campaign; null when nobody is.</summary>
    public async Task<string?> OwnerOf(string workspace, string campaign, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<CampaignRow>().Where(row => row.Workspace == workspace && row.Id == campaign).Select(row => row.Owner).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The partnerships of the influencers in the campaign; after a merge somebody may have two.</summary>
    public async Task<ILookup<string, string>> AlreadyIn(string workspace, string campaign, IEnumerable<string> influencers, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await db.Set<PartnershipRow>()
            .Where(row => row.Workspace == workspace && row.CampaignId == campaign && EF.Parameter(influencers.ToArray()).Contains(row.InfluencerId))
            .OrderBy(row => row.Id).Select(row => new { row.InfluencerId, row.Id }).ToListAsync(cancel);
        return found.ToLookup(row => row.InfluencerId, row => row.Id);
    }

    /// <summary>Actions of all workspaces that are under way, or were when a process ended.</summary>
    public async Task<IReadOnlyList<EntityKey>> Running(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<BulkActionRow>().Where(row => row.Status == BulkStatus.Running).Select(row => new EntityKey(row.Workspace, row.Id))
            .ToListAsync(cancel);
    }

    /// <summary>Those of the results that exist in the workspace.</summary>
    public async Task<IReadOnlyList<BulkResultRow>> ResultsByKeys(string workspace, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var wanted = keys.Select(key => key.Split('.'))
            .Where(parts => parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(parts => (Action: parts[0], Number: int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture))).ToHashSet();
        var (actions, numbers) = (wanted.Select(one => one.Action).Distinct().ToArray(), wanted.Select(one => one.Number).Distinct().ToArray());
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<BulkResultRow>()
            .Where(row => row.Workspace == workspace && EF.Parameter(actions).Contains(row.ActionId) && EF.Parameter(numbers).Contains(row.Number))
            .ToListAsync(cancel);
        return [.. rows.Where(row => wanted.Contains((row.ActionId, row.Number)))];
    }
}
