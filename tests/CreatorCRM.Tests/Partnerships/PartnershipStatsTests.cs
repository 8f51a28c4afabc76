using CreatorCRM.Common;
using CreatorCRM.Contracts;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
using CreatorCRM.Sales;
using CreatorCRM.Storage;
using CreatorCRM.Tests.Influencers;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Tests.Partnerships;

/// <summary>Statistics beside what one gets who pages through the list and adds up by hand.</summary>
public sealed class PartnershipStatsTests(SmallCrowdDatabases crowd) : IClassFixture<SmallCrowdDatabases>
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static readonly Gen<PartnershipFilter> Filters = Gen.Select(
        Gen.Enum<PartnershipStage>().Array[0, 3], Gen.Enum<ContractStatus>().Array[0, 2], Gen.Int[0, 29].Array[0, 5], Gen.Int[0, 400], Gen.Bool,
        PartnershipFilter (stages, contracts, owners, days, not) =>
        {
            var filter = new PartnershipFilter
            {
                Or =
                [
                    new() { Stage = new() { In = stages } }, new() { ContractStatus = new() { In = contracts } },
                    new() { Owner = new() { In = [.. owners.Select(owner => $"Manager {owner}")] } },
                    new() { LastContactAt = new() { Lt = CrowdFilters.Now.AddDays(-days) } },
                ],
            };
            return not ? new() { Not = filter } : filter;
        });

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Statistics_are_what_the_list_comes_to(StorageEngine engine)
    {
        var (sales, reversals, tiers) = await Facts(engine);
        await Gen.Select(Filters, Gen.Enum<PartnershipGrouping>()).SampleAsync(async (filter, grouping) =>
        {
            var list = new PartnershipList(filter, null, null);
            var rows = (await crowd.Get<PartnershipQueries>(engine).List(Crowd.Workspace, list, new PageRequest(10_000, null, null, null), Never)).Items.Select(item => item.Node).ToList();
            var stats = await crowd.Get<PartnershipStatistics>(engine).Of(Crowd.Workspace, list, grouping, Never);
            Told(stats.Total).ShouldBe(Told(Fold(rows)));
            stats.Groups.Select(group => $"{group.Key}: {Told(group.Figures)}")
                .ShouldBe(rows.GroupBy(Key).Select(same => $"{same.Key}: {Told(Fold(same))}"), ignoreOrder: true);

            object? Key(PartnershipRow row) => grouping switch
            {
                PartnershipGrouping.Stage => row.Stage,
                PartnershipGrouping.Owner => row.Owner,
                PartnershipGrouping.Campaign => row.CampaignId,
                PartnershipGrouping.InfluencerTier => tiers[row.InfluencerId],
                PartnershipGrouping.ContractStatus => row.ContractStatus,
                _ => new DateOnly(row.CreatedAt.UtcDateTime.Year, row.CreatedAt.UtcDateTime.Month, 1),
            };
        }, iter: 60, threads: 1);

        PartnershipFigures Fold(IEnumerable<PartnershipRow> rows) => PartnershipFigures.Sum([.. rows.Select(row => new PartnershipFigures
        {
            Count = 1,
            Contacted = row.FirstContactAt is null ? 0 : 1,
            Replied = row.LastReplyAt is null ? 0 : 1,
            Contracted = row.ContractedAt is null ? 0 : 1,
            Completed = row.Stage == PartnershipStage.Completed ? 1 : 0,
            Spends = row.CostCurrency is { } currency ? [new SpendSum(currency, row.CommittedMinor, row.EarnedMinor, row.PaidMinor)] : [],
            Sales = [.. sales[row.Id].Where(sale => sale.Buyer == Buyer.Customer)
                .Select(sale => new SalesSum(sale.Currency, 1, sale.AmountMinor, reversals[sale.Id].Sum(reversal => reversal.AmountMinor)))],
        })]);
    }

    [Fact]
    public async Task There_are_sales_and_refunds_to_add_up()
    {
        var total = (await crowd.Get<PartnershipStatistics>(StorageEngine.Sqlite)
            .Of(Crowd.Workspace, new PartnershipList(null, null, null), PartnershipGrouping.Stage, Never)).Total;
        total.Spends.Count.ShouldBe(2);
        total.Sales.ShouldAllBe(sum => sum.Sales > 0 && sum.Revenue > sum.Refunded && sum.Refunded > 0);
    }

    private static string Told(PartnershipFigures figures) =>
        $"{figures with { Spends = [], Sales = [] }} {string.Join(' ', figures.Spends)} {string.Join(' ', figures.Sales)}".Replace("System.Object[]", "",
            StringComparison.Ordinal);

    private async Task<(ILookup<string, SaleRow>, ILookup<string, SaleReversalRow>, Dictionary<string, Tier?>)> Facts(StorageEngine engine)
    {
        await using var db = await crowd.Get<IDbContextFactory<CrmDbContext>>(engine).CreateDbContextAsync(Never);
        return ((await db.Set<SaleRow>().ToListAsync(Never)).ToLookup(row => row.PartnershipId),
            (await db.Set<SaleReversalRow>().ToListAsync(Never)).ToLookup(row => row.SaleId),
            await db.Set<InfluencerRow>().ToDictionaryAsync(row => row.Id, row => row.Tier, Never));
    }
}
