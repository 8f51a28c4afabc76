using CreatorCRM.Partnerships;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Influencers;

/// <summary>Adds up what a list of influencers shows, in the database.</summary>
public sealed class InfluencerStatistics(IDbContextFactory<CrmDbContext> contexts, InfluencerQueries influencers, TimeProvider time)
{
    /// <summary>One statement. There are as many groups as combinations of tier, stage and country occur.</summary>
    /// <inheritdoc cref="InfluencerQueries.List" path="/exception"/>
    public async Task<InfluencerStats> Of(string workspace, InfluencerFilter? filter, string? query, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return new InfluencerStats(await (await influencers.Rows(db, workspace, filter, query, cancel))
            .GroupBy(row => new { row.Tier, row.RelationshipStage, IsDormant = row.DormantAt != null && row.DormantAt <= now, row.Country })
            .Select(rows => new InfluencerGroup
            {
                Tier = rows.Key.Tier,
                Stage = rows.Key.RelationshipStage,
                IsDormant = rows.Key.IsDormant,
                Country = rows.Key.Country,
                Count = rows.LongCount(),
                WithFollowers = rows.LongCount(row => row.Followers != null),
                Followers = rows.Sum(row => row.Followers) ?? 0,
                WithRate = rows.LongCount(row => row.EngagementMillionths != null),
                RateMillionths = rows.Sum(row => row.EngagementMillionths) ?? 0,
                RatedFollowers = rows.Sum(row => row.EngagementMillionths != null ? row.Followers : null) ?? 0,
                Reactions = rows.Sum(row => row.EngagementMillionths * row.Followers / 1_000_000) ?? 0,
                ReactionMillionths = rows.Sum(row => row.EngagementMillionths * row.Followers % 1_000_000) ?? 0,
            })
            .ToListAsync(cancel));
    }

    /// <summary>What all partnerships with these influencers cost, ever, by currency.</summary>
    /// <inheritdoc cref="InfluencerQueries.List" path="/exception"/>
    public async Task<IReadOnlyList<SpendSum>> SpendOn(string workspace, InfluencerFilter? filter, string? query, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var ids = (await influencers.Rows(db, workspace, filter, query, cancel)).Select(row => row.Id);
        var sums = await db.Set<PartnershipRow>().Where(row => row.Workspace == workspace && row.CostCurrency != null && ids.Contains(row.InfluencerId))
            .GroupBy(row => row.CostCurrency!)
            .Select(rows => new SpendSum(rows.Key, rows.Sum(row => row.CommittedMinor), rows.Sum(row => row.EarnedMinor), rows.Sum(row => row.PaidMinor)))
            .ToListAsync(cancel);
        return [.. sums.OrderBy(sum => sum.Currency, StringComparer.Ordinal)];
    }
}
