using CreatorCRM.Common;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;
using CreatorCRM.Tests.Influencers;

namespace CreatorCRM.Tests.Partnerships;

/// <summary>How each engine finds the first page of a list of 60,000 partnerships, by each filter and in each order.</summary>
[Collection(typeof(LargeCrowd))]
public sealed class PartnershipPlanTests(CrowdDatabases crowd)
{
    private static readonly PageRequest FirstPage = new(20, null, null, null);

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Every_filter_and_every_order_finds_its_first_page_in_an_index(StorageEngine engine)
    {
        var plans = new ReviewedPlans(crowd, engine);
        foreach (var (name, filter) in CrowdFilters.Partnerships) await plans.Add(name, cancel => List(engine, new(filter, null, null), cancel));
        foreach (var field in Enum.GetValues<PartnershipOrderField>())
            await plans.Add($"by {field}", cancel => List(engine, new(null, null, new(field)), cancel));
        await plans.Add("of a campaign", cancel => crowd.Get<PartnershipQueries>(engine).OfCampaigns(Crowd.Workspace, ["campaign 0"], new(null, null, null),
            FirstPage, cancel));
        await plans.Add("of an influencer", cancel => crowd.Get<PartnershipQueries>(engine).OfInfluencers(Crowd.Workspace, ["1000002"], new(null, null, null),
            FirstPage, cancel));
        await plans.ShouldBeAsReviewed();
    }

    private Task<Page<PartnershipRow>> List(StorageEngine engine, PartnershipList list, CancellationToken cancel) =>
        crowd.Get<PartnershipQueries>(engine).List(Crowd.Workspace, list, FirstPage, cancel);
}
