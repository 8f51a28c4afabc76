using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Campaigns;

/// <summary>Reads of campaigns.</summary>
public sealed class CampaignQueries(IDbContextFactory<CrmDbContext> contexts, ITextSearch search)
{
    private static readonly KeysetOrder<CampaignRow>
        ByName = new KeysetOrder<CampaignRow>("campaigns.name", row => row.Id).By(row => row.SortName),
        ByCreation = new KeysetOrder<CampaignRow>("campaigns.created", row => row.Id).By(row => row.CreatedAt),
        ByStart = new KeysetOrder<CampaignRow>("campaigns.starts", row => row.Id).By(row => row.StartsOn);

    /// <summary>Those of the ids that exist in the workspace, by id.</summary>
    public async Task<IReadOnlyDictionary<string, CampaignRow>> ByIds(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<CampaignRow>().Where(row => row.Workspace == workspace && EF.Parameter(ids.ToArray()).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
    }

    /// <summary>Whether it is neither completed nor cancelled, so that something new can begin in it.</summary>
    public async Task<bool> GoesOn(string workspace, string campaign, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<CampaignRow>().AnyAsync(row =>
            row.Workspace == workspace && row.Id == campaign && (row.Status == CampaignStatus.Draft || row.Status == CampaignStatus.Active), cancel);
    }

    /// <summary>What the partnerships of each campaign cost together, one row for each currency: that of the budget first.</summary>
    public async Task<ILookup<string, CampaignSpendRow>> SpendOf(string workspace, IReadOnlyCollection<string> campaigns, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<CampaignSpendRow>().Where(row => row.Workspace == workspace && EF.Parameter(campaigns.ToArray()).Contains(row.CampaignId))
            .ToListAsync(cancel);
        return rows.InOrder().ToLookup(row => row.CampaignId);
    }

    /// <summary>All versions of each campaign's brief, the first first.</summary>
    public async Task<ILookup<string, BriefVersionRow>> BriefVersionsOf(string workspace, IReadOnlyCollection<string> campaigns, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<BriefVersionRow>().Where(row => row.Workspace == workspace && EF.Parameter(campaigns.ToArray()).Contains(row.CampaignId))
            .OrderBy(row => row.CampaignId).ThenBy(row => row.Version).ToListAsync(cancel);
        return rows.ToLookup(row => row.CampaignId);
    }

    /// <param name="query">Words that all occur in name, brand or product; null or blank restricts nothing.</param>
    /// <param name="order">Null is the newest first.</param>
    /// <param name="page">Which part of the list.</param>
    /// <exception cref="InvalidFilterException">A filter or query that cannot be answered.</exception>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list and order.</exception>
    public Task<Page<CampaignRow>> List(string workspace, CampaignFilter? filter, string? query, CampaignOrder? order, PageRequest page,
        CancellationToken cancel) =>
        contexts.ReadPage(
            db => search.Search(db, db.Set<CampaignRow>().Where(row => row.Workspace == workspace).Where(CampaignFilter.Map.Compile(filter, db)), workspace,
                query),
            Order(order ?? new CampaignOrder(CampaignOrderField.CreatedAt, OrderDirection.Desc)), page, cancel);

    private static KeysetOrder<CampaignRow> Order(CampaignOrder order)
    {
        var by = order.Field switch
        {
            CampaignOrderField.Name => ByName,
            CampaignOrderField.CreatedAt => ByCreation,
            CampaignOrderField.StartsOn => ByStart,
            _ => throw new ArgumentOutOfRangeException(nameof(order)),
        };
        return order.Direction == OrderDirection.Asc ? by : by.Reversed();
    }
}
