using System.Linq.Expressions;
using CreatorCRM.Campaigns;
using CreatorCRM.Influencers;
using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Partnerships;

/// <summary>Which partnerships a list shows, and in which order.</summary>
/// <param name="Query">Words that all occur in the influencer's or the campaign's text; null or blank restricts nothing.</param>
/// <param name="Order">Null is the newest first.</param>
public sealed record PartnershipList(PartnershipFilter? Filter, string? Query, PartnershipOrder? Order);

/// <summary>Reads of partnerships.</summary>
public sealed class PartnershipQueries(IDbContextFactory<CrmDbContext> contexts, ITextSearch search, TimeProvider time)
{
    private static readonly KeysetOrder<PartnershipRow>
        ByCreation = new KeysetOrder<PartnershipRow>("partnerships.created", row => row.Id).By(row => row.CreatedAt),
        ByUpdate = new KeysetOrder<PartnershipRow>("partnerships.updated", row => row.Id).By(row => row.UpdatedAt),
        ByStageSince = new KeysetOrder<PartnershipRow>("partnerships.stage-since", row => row.Id).By(row => row.StageSince),
        ByLastContact = new KeysetOrder<PartnershipRow>("partnerships.last-contact", row => row.Id).By(row => row.LastContactAt),
        ByFollowUp = new KeysetOrder<PartnershipRow>("partnerships.follow-up", row => row.Id).By(row => row.NextFollowUpAt),
        ByContractEnd = new KeysetOrder<PartnershipRow>("partnerships.contract-end", row => row.Id).By(row => row.ContractEndsOn);

    /// <summary>Those of the ids that exist in the workspace, by id.</summary>
    public async Task<IReadOnlyDictionary<string, PartnershipRow>> ByIds(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<PartnershipRow>().Where(row => row.Workspace == workspace && EF.Parameter(ids.ToArray()).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
    }

    /// <summary>Those that a list shows, each with its influencer, the newest first and at most so many.</summary>
    /// <inheritdoc cref="List" path="/exception"/>
    public async Task<IReadOnlyList<(string Id, string InfluencerId)>> IdsOf(string workspace, PartnershipList list, int max, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await (await Rows(db, workspace, list, cancel)).OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id)
            .Select(row => new { row.Id, row.InfluencerId }).Take(max).ToListAsync(cancel);
        return [.. found.Select(row => (row.Id, row.InfluencerId))];
    }

    /// <exception cref="InvalidFilterException">A filter or query that cannot be answered.</exception>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list and order.</exception>
    public async Task<Page<PartnershipRow>> List(string workspace, PartnershipList list, PageRequest page, CancellationToken cancel)
    {
        FilterPlan<PartnershipFilter, PartnershipRow> plan;
        await using (var db = await contexts.CreateDbContextAsync(cancel)) plan = await Plan(db, workspace, list, cancel);
        var order = Order(list.Order);
        return await contexts.ReadPage(
            db => plan.Of(Searched(db, workspace, list), db, workspace, order), order, page, cancel, counted: db => plan.Of(Searched(db, workspace, list), db,
                workspace));
    }

    /// <summary>A page of partnerships for each campaign.</summary>
    /// <inheritdoc cref="List" path="/exception"/>
    public Task<IReadOnlyDictionary<string, Page<PartnershipRow>>> OfCampaigns(
        string workspace, IReadOnlyList<string> campaigns, PartnershipList list, PageRequest page, CancellationToken cancel) =>
        Of(row => row.CampaignId,
            // Of one alone, its index has them in order.
            campaigns is [var campaign] ? row =>
                row.CampaignId == campaign : row => EF.Parameter(campaigns.ToArray()).Contains(row.CampaignId), workspace, campaigns, list, page, cancel);

    /// <summary>A page of partnerships for each influencer.</summary>
    /// <inheritdoc cref="List" path="/exception"/>
    public Task<IReadOnlyDictionary<string, Page<PartnershipRow>>> OfInfluencers(
        string workspace, IReadOnlyList<string> influencers, PartnershipList list, PageRequest page, CancellationToken cancel) =>
        Of(row => row.InfluencerId, row => EF.Parameter(influencers.ToArray()).Contains(row.InfluencerId), workspace, influencers, list, page, cancel);

    private Task<IReadOnlyDictionary<string, Page<PartnershipRow>>> Of(
        Expression<Func<PartnershipRow, string>> parent, Expression<Func<PartnershipRow, bool>> isOfParents, string workspace, IReadOnlyList<string> parents,
        PartnershipList list, PageRequest page, CancellationToken cancel) =>
        contexts.ReadPages(
            db => Searched(db, workspace, list).Where(PartnershipFilter.Map.Compile(list.Filter, db))
                .Where(isOfParents), parent, parents, Order(list.Order), page, cancel);

    /// <summary>The rows that this list shows, in no order.</summary>
    internal async Task<IQueryable<PartnershipRow>> Rows(CrmDbContext db, string workspace, PartnershipList list, CancellationToken cancel) =>
        (await Plan(db, workspace, list with { Order = null }, cancel)).Of(Searched(db, workspace, list), db, workspace);

    private Task<FilterPlan<PartnershipFilter, PartnershipRow>> Plan(CrmDbContext db, string workspace, PartnershipList list, CancellationToken cancel) =>
        FilterPlan<PartnershipFilter, PartnershipRow>.Make(
            PartnershipFilter.Map, list.Filter, db, workspace, time.GetUtcNow(), list.Order is null or { Field: PartnershipOrderField.CreatedAt }, cancel);

    private IQueryable<PartnershipRow> Searched(CrmDbContext db, string workspace, PartnershipList list) =>
        SearchWords.Of(list.Query)
            .Aggregate(db.Set<PartnershipRow>().Where(row => row.Workspace == workspace), (found, word) => found.Where(Mentions(db, workspace, word)));

    // "mia bread" means Mia in the campaign for bread as well as Mia Bread: each word may be on either side.
    private Expression<Func<PartnershipRow, bool>> Mentions(CrmDbContext db, string workspace, string word)
    {
        var influencers = search.Search(db, db.Set<InfluencerRow>().Where(row => row.Workspace == workspace), workspace, word).Select(row => row.Id);
        var campaigns = search.Search(db, db.Set<CampaignRow>().Where(row => row.Workspace == workspace), workspace, word).Select(row => row.Id);
        return row => influencers.Contains(row.InfluencerId) || campaigns.Contains(row.CampaignId);
    }

    private static KeysetOrder<PartnershipRow> Order(PartnershipOrder? order)
    {
        var (field, direction) = order ?? new PartnershipOrder(PartnershipOrderField.CreatedAt, OrderDirection.Desc);
        var by = field switch
        {
            PartnershipOrderField.CreatedAt => ByCreation,
            PartnershipOrderField.UpdatedAt => ByUpdate,
            PartnershipOrderField.StageSince => ByStageSince,
            PartnershipOrderField.LastContactAt => ByLastContact,
            PartnershipOrderField.NextFollowUpAt => ByFollowUp,
            PartnershipOrderField.ContractEndsOn => ByContractEnd,
            _ => throw new ArgumentOutOfRangeException(nameof(order)),
        };
        return direction == OrderDirection.Asc ? by : by.Reversed();
    }
}
