using System.Linq.Expressions;
using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Contracts;

/// <summary>Reads of the ledger of usage rights.</summary>
public sealed class UsageRightQueries(IDbContextFactory<CrmDbContext> contexts, TimeProvider time)
{
    private static readonly KeysetOrder<UsageRightRow>
        ByEnd = new KeysetOrder<UsageRightRow>("usage-rights.end", row => row.Id).By(row => row.UntilOn),
        ByBeginning = new KeysetOrder<UsageRightRow>("usage-rights.begin", row => row.Id).By(row => row.FromOn);

    /// <exception cref="InvalidFilterException">A filter that cannot be answered.</exception>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list and order.</exception>
    public Task<Page<UsageRightRow>> List(string workspace, UsageRightList list, PageRequest page, CancellationToken cancel) =>
        contexts.ReadPage(db => Rows(db, workspace, list), Order(list.Order), page, cancel);

    /// <summary>A page for each influencer.</summary>
    /// <inheritdoc cref="List" path="/exception"/>
    public Task<IReadOnlyDictionary<string, Page<UsageRightRow>>> OfInfluencers(
        string workspace, IReadOnlyList<string> influencers, UsageRightList list, PageRequest page, CancellationToken cancel) =>
        Of(row => row.InfluencerId, row => EF.Parameter(influencers.ToArray()).Contains(row.InfluencerId), workspace, influencers, list, page, cancel);

    /// <summary>A page for each campaign.</summary>
    /// <inheritdoc cref="List" path="/exception"/>
    public Task<IReadOnlyDictionary<string, Page<UsageRightRow>>> OfCampaigns(
        string workspace, IReadOnlyList<string> campaigns, UsageRightList list, PageRequest page, CancellationToken cancel) =>
        Of(row => row.CampaignId, row => EF.Parameter(campaigns.ToArray()).Contains(row.CampaignId), workspace, campaigns, list, page, cancel);

    /// <summary>A page for each partnership.</summary>
    /// <inheritdoc cref="List" path="/exception"/>
    public Task<IReadOnlyDictionary<string, Page<UsageRightRow>>> OfPartnerships(
        string workspace, IReadOnlyList<string> partnerships, UsageRightList list, PageRequest page, CancellationToken cancel) =>
        Of(row => row.PartnershipId, row => EF.Parameter(partnerships.ToArray()).Contains(row.PartnershipId), workspace, partnerships, list, page, cancel);

    /// <summary>The same page of what partnerships gave as they were known at an instant, what ends first first.</summary>
    /// <inheritdoc cref="List" path="/exception"/>
    public static Page<UsageRightRow> Of(IEnumerable<Past> partnerships, PageRequest page) => partnerships.SelectMany(one => one.Of<UsageRightRow>())
        .OrderBy(row => row.UntilOn is null).ThenBy(row => row.UntilOn).ThenBy(row => row.Id, StringComparer.Ordinal).ToPage(ByEnd, page);

    private Task<IReadOnlyDictionary<string, Page<UsageRightRow>>> Of(
        Expression<Func<UsageRightRow, string>> parent, Expression<Func<UsageRightRow, bool>> isOfParents, string workspace, IReadOnlyList<string> parents,
        UsageRightList list, PageRequest page, CancellationToken cancel) =>
        contexts.ReadPages(db => Rows(db, workspace, list).Where(isOfParents), parent, parents, Order(list.Order), page, cancel);

    private IQueryable<UsageRightRow> Rows(CrmDbContext db, string workspace, UsageRightList list) =>
        db.Set<UsageRightRow>().Where(row => row.Workspace == workspace).Where(UsageRightFilter.Map.Compile(list.Filter, db, time.GetUtcNow()));

    private static KeysetOrder<UsageRightRow> Order(UsageRightOrder? order)
    {
        var (field, direction) = order ?? new UsageRightOrder(UsageRightOrderField.EndsOn);
        var by = field == UsageRightOrderField.EndsOn ? ByEnd : ByBeginning;
        return direction == OrderDirection.Asc ? by : by.Reversed();
    }
}
