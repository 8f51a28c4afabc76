using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Storage;

namespace CreatorCRM.Tests.Influencers;

/// <summary>How each engine finds the first page of a list of 200,000 influencers.</summary>
[Collection(typeof(LargeCrowd))]
public sealed class InfluencerPlanTests(CrowdDatabases crowd)
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Every_filter_finds_its_first_page_in_an_index(StorageEngine engine)
    {
        var plans = new ReviewedPlans(crowd, engine);
        foreach (var (name, filter) in CrowdFilters.All)
            await plans.Add(name, cancel => crowd.Get<InfluencerQueries>(engine).List(Crowd.Workspace, filter, null, null,
                new PageRequest(20, null, null, null), cancel));
        await plans.ShouldBeAsReviewed();
    }
}
