using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
using CreatorCRM.Relationships;
using CreatorCRM.Storage;
using CsCheck;

namespace CreatorCRM.Tests.Influencers;

/// <summary>Statistics beside what one gets who pages through the list and adds up by hand.</summary>
public sealed class InfluencerStatsTests(SmallCrowdDatabases crowd) : IClassFixture<SmallCrowdDatabases>
{
    private static readonly PageRequest Everybody = new(10_000, null, null, null);
    private static readonly CancellationToken Never = CancellationToken.None;

    private static readonly Gen<InfluencerFilter> Filters = Gen.Select(
        Gen.Int[0, CrowdFilters.All.Count - 1].Select(at => CrowdFilters.All.Values.ElementAt(at)).Array[1, 3], Gen.Int[0, 2],
        InfluencerFilter (parts, shape) => shape switch
        {
            0 => new() { And = parts },
            1 => new() { Or = parts },
            _ => new() { Not = new() { And = parts } },
        });

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public Task Statistics_are_what_the_list_comes_to(StorageEngine engine) => Filters.SampleAsync(async filter =>
    {
        var rows = await List(engine, filter);
        var stats = await crowd.Get<InfluencerStatistics>(engine).Of(Crowd.Workspace, filter, null, Never);
        stats.Count.ShouldBe(rows.Count);
        stats.Followers.ShouldBe(rows.Sum(row => row.Followers ?? 0));
        stats.AverageFollowers.ShouldBe(rows.Count == 0 ? null : Math.Round(rows.Average(row => (decimal)row.Followers!), 2, MidpointRounding.AwayFromZero));
        stats.MeanRate.ShouldBe(rows.Count == 0 ? null : Math.Round(rows.Average(row => row.EngagementRate!.Value), 6, MidpointRounding.AwayFromZero));
        stats.WeightedRate.ShouldBe(rows.Sum(row => row.Followers) is null or 0 ? null
            : Math.Round(rows.Sum(row => row.EngagementRate!.Value * row.Followers!.Value) / rows.Sum(row => row.Followers!.Value), 6,
                MidpointRounding.AwayFromZero));
        stats.ByTier.Select(part => (part.Tier, part.Stats.Count))
            .ShouldBe(rows.GroupBy(row => row.Tier).Select(same => (same.Key, (long)same.Count())), ignoreOrder: true);
        stats.ByCountry.Select(part => (part.Country, part.Stats.Count))
            .ShouldBe(rows.GroupBy(row => row.Country).Select(same => (same.Key, (long)same.Count())), ignoreOrder: true);
        stats.ByStage.Select(part => (part.Stage, part.Stats.Count)).ShouldBe(
            rows.GroupBy(row => row.DormantAt <= CrowdFilters.Now ? RelationshipStage.Dormant : row.RelationshipStage)
                .Select(same => (same.Key, (long)same.Count())), ignoreOrder: true);
    }, iter: 40, threads: 1);

    [Fact]
    public Task Both_engines_say_the_same() => Filters.SampleAsync(async filter =>
    {
        var (sqlite, postgres) = (crowd.Get<InfluencerStatistics>(StorageEngine.Sqlite), crowd.Get<InfluencerStatistics>(StorageEngine.Postgres));
        (await sqlite.Of(Crowd.Workspace, filter, null, Never)).Groups.ShouldBe((await postgres.Of(Crowd.Workspace, filter, null, Never)).Groups,
            ignoreOrder: true);
        (await sqlite.SpendOn(Crowd.Workspace, filter, null, Never)).ShouldBe(await postgres.SpendOn(Crowd.Workspace, filter, null, Never));
    }, iter: 20, threads: 1);

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public Task Spend_is_what_all_their_partnerships_cost(StorageEngine engine) => Filters.SampleAsync(async filter =>
    {
        var ids = (await List(engine, filter)).Select(row => row.Id).ToHashSet();
        var partnerships = await crowd.Get<PartnershipQueries>(engine).List(Crowd.Workspace, new PartnershipList(null, null, null), Everybody, Never);
        var costs = partnerships.Items.Select(item => item.Node).Where(row => row.CostCurrency is not null && ids.Contains(row.InfluencerId));
        (await crowd.Get<InfluencerStatistics>(engine).SpendOn(Crowd.Workspace, filter, null, Never))
            .ShouldBe(costs.GroupBy(row => row.CostCurrency!).OrderBy(same => same.Key)
            .Select(same => new SpendSum(same.Key, same.Sum(row => row.CommittedMinor), same.Sum(row => row.EarnedMinor), same.Sum(row => row.PaidMinor))));
    }, iter: 15, threads: 1);

    private async Task<List<InfluencerRow>> List(StorageEngine engine, InfluencerFilter filter) =>
        [.. (await crowd.Get<InfluencerQueries>(engine).List(Crowd.Workspace, filter, null, null, Everybody, Never)).Items.Select(item => item.Node)];
}
