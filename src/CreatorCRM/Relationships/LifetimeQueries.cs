using CreatorCRM.Deliverables;
using CreatorCRM.Partnerships;
using CreatorCRM.Sales;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Relationships;

/// <summary>Reads what the partnerships with people came to. The database adds up: four statements, however many people.</summary>
public sealed class LifetimeQueries(IDbContextFactory<CrmDbContext> contexts)
{
    /// <summary>By the influencer's id; who has no partnership is left out.</summary>
    public async Task<IReadOnlyDictionary<string, Lifetime>> Of(string workspace, IReadOnlyCollection<string> influencers, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var ids = influencers.ToArray();
        var partnerships = db.Set<PartnershipRow>().Where(row => row.Workspace == workspace && EF.Parameter(ids).Contains(row.InfluencerId));
        var costs = await partnerships.Where(row => row.CostCurrency != null).GroupBy(row => new { row.InfluencerId, row.CostCurrency })
            .Select(same => new
            {
                same.Key.InfluencerId,
                Money = new LifetimeMoney(same.Key.CostCurrency!, same.Sum(row => row.CommittedMinor), same.Sum(row => row.EarnedMinor),
                    same.Sum(row => row.PaidMinor), 0, 0),
            }).ToListAsync(cancel);
        // Only what customers bought: an influencer's own purchases bring no new customer.
        var sold = db.Set<SaleRow>().Where(sale => sale.Buyer == Buyer.Customer);
        var sales = await partnerships
            .Join(sold, row => new { row.Workspace, row.Id }, sale => new { sale.Workspace, Id = sale.PartnershipId },
                (row, sale) => new { row.InfluencerId, sale.Currency, sale.AmountMinor })
            .GroupBy(sale => new { sale.InfluencerId, sale.Currency })
            .Select(same => new
            {
                same.Key.InfluencerId,
                Money = new LifetimeMoney(same.Key.Currency, 0, 0, 0, same.Sum(sale => sale.AmountMinor),
                same.LongCount())
            }).ToListAsync(cancel);
        var reversals = await partnerships
            .Join(sold, row => new { row.Workspace, row.Id }, sale => new { sale.Workspace, Id = sale.PartnershipId },
                (row, sale) => new { row.InfluencerId, row.Workspace, sale.Id })
            .Join(db.Set<SaleReversalRow>(), sale => new { sale.Workspace, sale.Id }, back => new { back.Workspace, Id = back.SaleId },
                (sale, back) => new { sale.InfluencerId, back.Currency, back.AmountMinor })
            .GroupBy(back => new { back.InfluencerId, back.Currency })
            .Select(same => new { same.Key.InfluencerId, Money = new LifetimeMoney(same.Key.Currency, 0, 0, 0, -same.Sum(back => back.AmountMinor), 0) })
            .ToListAsync(cancel);
        var results = await partnerships
            .Join(db.Set<DeliverableRow>().Where(row => row.PublishedAt != null), row => new { row.Workspace, row.Id },
                post => new { post.Workspace, Id = post.PartnershipId },
                (row, post) =>
                    new
                    {
                        row.InfluencerId,
                        post.Impressions,
                        Engagements = (post.Likes ?? 0) + (post.Comments ?? 0) + (post.Shares ?? 0) + (post.Saves ?? 0),
                        post.LinkClicks
                    })
            .GroupBy(post => post.InfluencerId)
            .Select(same => new
            {
                InfluencerId = same.Key,
                Results = new LifetimeResults(same.LongCount(), same.Sum(post => post.Impressions ?? 0), same.Sum(post => post.Engagements),
                    same.Sum(post => post.LinkClicks ?? 0)),
            }).ToDictionaryAsync(one => one.InfluencerId, one => one.Results, cancel);
        var money = costs.Concat(sales).Concat(reversals).ToLookup(part => part.InfluencerId, part => part.Money);
        return money.Select(one => one.Key).Union(results.Keys)
            .ToDictionary(id => id, id => new Lifetime(LifetimeMoney.Sum(money[id]), results.GetValueOrDefault(id) ?? new LifetimeResults()));
    }
}
