using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Limits;

/// <summary>What the database counts costs more than the few objects that show it.</summary>
public sealed class CountingCostTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData("{ influencers(first: 1) { totalCount } }", 51)]
    [InlineData("{ campaigns(first: 9) { nodes { partnerships(first: 1) { totalCount } } } }", 1 + 9 + 9 + 58)]
    [InlineData("{ influencerStats { count } }", 101)]
    [InlineData("{ influencerStats { spends { currencyCode } } }", 101 + 100 + 5)]
    [InlineData("{ partnershipStats { groupCount } }", 101)]
    [InlineData("{ partnerships(first: 9) { nodes { offers { id } followUps { id } } } }", 1 + 9 + (9 * 10))]
    public async Task Totals_and_statistics_cost_more_than_objects(string document, int cost)
    {
        var answer = await (await servers.On(StorageEngine.Sqlite)).Send(document);
        answer.Find("extensions.cost.requested").GetInt32().ShouldBe(cost, answer.ToString());
    }
}
