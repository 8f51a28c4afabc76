using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Influencers;

/// <summary>Reads influencers from the read model. What another workspace holds is not there.</summary>
public sealed class InfluencerQueries(IDbContextFactory<CrmDbContext> contexts, ITextSearch search, TimeProvider time)
{
    private static readonly InfluencerOrder NewestFirst = new(InfluencerOrderField.CreatedAt, OrderDirection.Desc);
    private static readonly KeysetOrder<MetricSnapshotRow> LatestFirst = new KeysetOrder<MetricSnapshotRow>("metricSnapshots", row => row.Id)
        .By(row => row.TakenAt, OrderDirection.Desc);

    /// <param name="query">Words that occur in name, handles, niches, tags or agency; null or blank restricts nothing.</param>
    /// <exception cref="InvalidFilterException">The filter or the search text asks for too much.</exception>
    /// <exception cref="InvalidCursorException">A cursor is altered or of another list or order.</exception>
    public async Task<Page<InfluencerRow>> List(string workspace, InfluencerFilter? filter, string? query, InfluencerOrder? order, PageRequest page,
        CancellationToken cancel)
    {
        order ??= NewestFirst;
        var keyset = order.Keyset;
        FilterPlan<InfluencerFilter, InfluencerRow> plan;
        await using (var db = await contexts.CreateDbContextAsync(cancel)) plan = await Plan(db, workspace, filter,
            order.Field == InfluencerOrderField.CreatedAt, cancel);
        return await contexts.ReadPage(
            db => plan.Of(Searched(db, workspace, query), db, workspace, keyset), keyset, page, cancel, counted: db => plan.Of(Searched(db, workspace, query),
                db, workspace));
    }

    /// <summary>The ids of those that a list with this filter shows, the newest first, at most so many.</summary>
    /// <inheritdoc cref="List" path="/exception"/>
    public async Task<IReadOnlyList<string>> IdsOf(string workspace, InfluencerFilter? filter, string? query, int max, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await (await Rows(db, workspace, filter, query, cancel))
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Select(row => row.Id).Take(max).ToListAsync(cancel);
    }

    /// <summary>The rows that a list with this filter shows.</summary>
    /// <inheritdoc cref="List" path="/exception"/>
    internal async Task<IQueryable<InfluencerRow>> Rows(CrmDbContext db, string workspace, InfluencerFilter? filter, string? query, CancellationToken cancel)
    {
        var rows = Searched(db, workspace, query);
        return (await Plan(db, workspace, filter, isDefaultOrder: true, cancel)).Of(rows, db, workspace);
    }

    private IQueryable<InfluencerRow> Searched(CrmDbContext db, string workspace, string? query) =>
        search.Search(db, db.Set<InfluencerRow>().Where(row => row.Workspace == workspace), workspace, query);

    private Task<FilterPlan<InfluencerFilter, InfluencerRow>> Plan(CrmDbContext db, string workspace, InfluencerFilter? filter, bool isDefaultOrder,
        CancellationToken cancel) =>
        FilterPlan<InfluencerFilter, InfluencerRow>.Make(InfluencerFilter.Map, filter, db, workspace, time.GetUtcNow(), isDefaultOrder, cancel);

    /// <summary>Those of the ids that exist in the workspace, also those that were merged into others.</summary>
    public async Task<IReadOnlyList<InfluencerRow>> ByIds(string workspace, IEnumerable<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<InfluencerRow>().IgnoreQueryFilters().Where(row => row.Workspace == workspace && EF.Parameter(ids.ToArray()).Contains(row.Id))
            .ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<AccountRow>> AccountsByIds(string workspace, IEnumerable<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<AccountRow>().Where(row => row.Workspace == workspace && EF.Parameter(ids.ToArray()).Contains(row.Id)).ToListAsync(cancel);
    }

    /// <summary>The accounts of each influencer, in the order in which they were added.</summary>
    public async Task<ILookup<string, AccountRow>> AccountsOf(string workspace, IEnumerable<string> influencers, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.Set<AccountRow>().Where(row => row.Workspace == workspace && EF.Parameter(influencers.ToArray()).Contains(row.InfluencerId))
            .OrderBy(row => row.Number.Length).ThenBy(row => row.Number).ToListAsync(cancel)).ToLookup(row => row.InfluencerId);
    }

    /// <summary>The niches of each influencer in the order that was given.</summary>
    public async Task<ILookup<string, string>> NichesOf(string workspace, IEnumerable<string> influencers, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.Set<InfluencerNicheRow>().Where(row => row.Workspace == workspace && EF.Parameter(influencers.ToArray()).Contains(row.InfluencerId))
            .OrderBy(row => row.Ordinal).ToListAsync(cancel)).ToLookup(row => row.InfluencerId, row => row.Name);
    }

    /// <summary>The tags of each influencer in the order that was given.</summary>
    public async Task<ILookup<string, string>> TagsOf(string workspace, IEnumerable<string> influencers, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.Set<InfluencerTagRow>().Where(row => row.Workspace == workspace && EF.Parameter(influencers.ToArray()).Contains(row.InfluencerId))
            .OrderBy(row => row.Ordinal).ToListAsync(cancel)).ToLookup(row => row.InfluencerId, row => row.Name);
    }

    /// <summary>The account with this handle, written in any case and with or without @; null when nobody has it.</summary>
    public async Task<AccountRow?> ByHandle(string workspace, Platform platform, string handle, CancellationToken cancel)
    {
        var key = Handle.Key(handle);
        if (!StorableText.IsStorable(key)) return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<AccountRow>().SingleOrDefaultAsync(row => row.Workspace == workspace && row.Platform == platform && row.HandleKey == key, cancel);
    }

    /// <summary>Those of the ids that exist in the workspace.</summary>
    public async Task<IReadOnlyList<MetricSnapshotRow>> SnapshotsByIds(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<MetricSnapshotRow>().Where(row => row.Workspace == workspace && EF.Parameter(ids.ToArray()).Contains(row.Id)).ToListAsync(cancel);
    }

    /// <summary>The history of each account's figures, latest first.</summary>
    /// <exception cref="InvalidCursorException">A cursor is altered or of another list.</exception>
    public Task<IReadOnlyDictionary<string, Page<MetricSnapshotRow>>> SnapshotsOf(string workspace, IReadOnlyList<string> accounts, PageRequest page,
        CancellationToken cancel) =>
        contexts.ReadPages(
            db => db.Set<MetricSnapshotRow>().Where(row => row.Workspace == workspace && EF.Parameter(accounts.ToArray()).Contains(row.AccountId)),
            row => row.AccountId, accounts, LatestFirst, page, cancel);

    /// <summary>The same page of one account's figures as they were known at an instant.</summary>
    /// <inheritdoc cref="SnapshotsOf" path="/exception"/>
    public static Page<MetricSnapshotRow> PastSnapshotsOf(IEnumerable<Past> owners, string account, PageRequest page) =>
        owners.SelectMany(owner => owner.Of<MetricSnapshotRow>()).Where(row => row.AccountId == account)
            .OrderByDescending(row => row.TakenAt).ThenByDescending(row => row.Id, StringComparer.Ordinal).ToPage(LatestFirst, page);
}
