using CreatorCRM.Influencers;
using CreatorCRM.Sales;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Partnerships;

/// <summary>Adds up what a list of partnerships shows, in the database: one statement for the partnerships, one for their sales.</summary>
public sealed class PartnershipStatistics(IDbContextFactory<CrmDbContext> contexts, PartnershipQueries partnerships)
{
    /// <inheritdoc cref="PartnershipQueries.List" path="/exception"/>
    public async Task<PartnershipStats> Of(string workspace, PartnershipList list, PartnershipGrouping grouping, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await partnerships.Rows(db, workspace, list, cancel);
        var sold = Sold(db, workspace);
        var groups = grouping switch
        {
            PartnershipGrouping.Stage => await Groups(rows.Select(row => new Keyed<PartnershipStage> { Key = row.Stage, Row = row }), sold, cancel),
            PartnershipGrouping.Owner => await Groups(rows.Select(row => new Keyed<string?> { Key = row.Owner, Row = row }), sold, cancel),
            PartnershipGrouping.Campaign => await Groups(rows.Select(row => new Keyed<string?> { Key = row.CampaignId, Row = row }), sold, cancel),
            PartnershipGrouping.ContractStatus =>
                await Groups(rows.Select(row => new Keyed<Contracts.ContractStatus?> { Key = row.ContractStatus, Row = row }), sold, cancel),
            PartnershipGrouping.Month => await Groups(rows.Select(row => new Keyed<DateOnly> { Key = row.CreatedMonth, Row = row }), sold, cancel),
            PartnershipGrouping.InfluencerTier => await Groups(
                rows.Join(db.Set<InfluencerRow>(), row => new { row.Workspace, Id = row.InfluencerId },
                    influencer => new { influencer.Workspace, influencer.Id },
                    (row, influencer) => new Keyed<Tier?> { Key = influencer.Tier, Row = row }), sold, cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(grouping)),
        };
        var sorted = grouping is PartnershipGrouping.Owner or PartnershipGrouping.Campaign
            ? groups.OrderByDescending(group => group.Figures.Count).ThenBy(group => (string?)group.Key, StringComparer.Ordinal)
            : groups.OrderBy(group => group.Key);
        return new PartnershipStats(PartnershipFigures.Sum([.. groups.Select(group => group.Figures)]), [.. sorted]);
    }

    private static async Task<List<PartnershipGroup>> Groups<TKey>(IQueryable<Keyed<TKey>> rows, IQueryable<Movement> sold, CancellationToken cancel)
    {
        var sums = await rows.GroupBy(keyed => new { keyed.Key, Currency = keyed.Row.CostCurrency })
            .Select(same => new
            {
                same.Key.Key,
                same.Key.Currency,
                Count = same.LongCount(),
                Contacted = same.LongCount(keyed => keyed.Row.FirstContactAt != null),
                Replied = same.LongCount(keyed => keyed.Row.LastReplyAt != null),
                Contracted = same.LongCount(keyed => keyed.Row.ContractedAt != null),
                Completed = same.LongCount(keyed => keyed.Row.Stage == PartnershipStage.Completed),
                Committed = same.Sum(keyed => keyed.Row.CommittedMinor),
                Earned = same.Sum(keyed => keyed.Row.EarnedMinor),
                Paid = same.Sum(keyed => keyed.Row.PaidMinor),
            })
            .ToListAsync(cancel);
        var sales = await rows.Join(sold, keyed => keyed.Row.Id, movement => movement.PartnershipId,
            (keyed, movement) => new { keyed.Key, movement.Currency, movement.Sales, movement.Revenue, movement.Refunded })
            .GroupBy(one => new { one.Key, one.Currency })
            .Select(same => new
            {
                same.Key.Key,
                Sum = new SalesSum(same.Key.Currency, same.Sum(one => one.Sales), same.Sum(one => one.Revenue),
                same.Sum(one => one.Refunded))
            })
            .ToListAsync(cancel);
        var salesOf = sales.ToLookup(one => one.Key, one => new PartnershipFigures { Sales = [one.Sum] });
        return [.. sums.GroupBy(sum => sum.Key).Select(same => new PartnershipGroup(same.Key, PartnershipFigures.Sum(
        [
            .. same.Select(sum => new PartnershipFigures
            {
                Count = sum.Count, Contacted = sum.Contacted, Replied = sum.Replied, Contracted = sum.Contracted, Completed = sum.Completed,
                Spends = sum.Currency is { } currency ? [new SpendSum(currency, sum.Committed, sum.Earned, sum.Paid)] : [],
            }),
            .. salesOf[same.Key],
        ])))];
    }

    // Only what customers bought: an influencer's own purchases bring no new customer.
    private static IQueryable<Movement> Sold(CrmDbContext db, string workspace)
    {
        var sales = db.Set<SaleRow>().Where(sale => sale.Workspace == workspace && sale.Buyer == Buyer.Customer);
        return sales.Select(sale => new Movement
        {
            PartnershipId = sale.PartnershipId,
            Currency = sale.Currency,
            Sales = 1,
            Revenue = sale.AmountMinor,
            Refunded = 0
        })
            .Concat(db.Set<SaleReversalRow>().Where(reversal => reversal.Workspace == workspace)
                .Join(sales, reversal => reversal.SaleId, sale => sale.Id, (reversal, sale) =>
                new Movement { PartnershipId = reversal.PartnershipId, Currency = reversal.Currency, Sales = 0, Revenue = 0, Refunded = reversal.AmountMinor }));
    }

    private sealed class Keyed<TKey>
    {
        public required TKey Key { get; init; }
        public required PartnershipRow Row { get; init; }
    }

    private sealed class Movement
    {
        public required string PartnershipId { get; init; }
        public required string Currency { get; init; }
        public required long Sales { get; init; }
        public required long Revenue { get; init; }
        public required long Refunded { get; init; }
    }
}
