using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

/// <summary>Clients that keep a cache by ids fetch again by an id alone.</summary>
public sealed class RefetchTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private const string Nodes = "query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename ... on TimelineEntry { kind influencer { displayName } } ... on Viewer { name } ... on Workspace { name } ... on MetricSnapshot { followers } } }";

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task What_has_an_id_is_fetched_again_by_it(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var influencer = await server.CreateInfluencer(new
        {
            displayName = "Wim",
            accounts = new[] { new { platform = "X", handle = $"wim_{engine}", followers = 60 } }
        });
        await server.Mutate("mutation ($id: ID!) { updateInfluencer(input: { influencerId: $id, notes: \"x\" }) { userErrors { code } } }",
            new { id = influencer });
        var seen = await server.Query("query ($id: ID!) { influencer(id: $id) { timeline(first: 1) { nodes { id } } accounts { metricSnapshots { nodes { id } } } } viewer { id workspace { id } } }", new { id = influencer });
        string[] ids =
        [
            seen.Find("influencer.timeline.nodes.0.id").GetString()!, seen.Find("viewer.id").GetString()!, seen.Find("viewer.workspace.id").GetString()!,
            seen.Find("influencer.accounts.0.metricSnapshots.nodes.0.id").GetString()!, NodeId.Of<Server.Api.MetricSnapshot>("none").ToString(),
            NodeId.Of<Server.Api.TimelineEntry>("influencer.nobody.1").ToString(), NodeId.Of<Server.Api.TimelineEntry>("influencer.7").ToString(),
            NodeId.Of<Server.Api.Viewer>("other/owner").ToString(), NodeId.Of<Server.Api.Workspace>("other").ToString(),
        ];

        var nodes = (await server.Query(Nodes, new { ids })).GetProperty("nodes").EnumerateArray().Select(node => node.ToString()).ToArray();

        nodes.ShouldBe(
        [
            $$$"""{"id":"{{{ids[0]}}}","__typename":"TimelineEntry","kind":"influencer.profile-updated","influencer":{"displayName":"Wim"}}""",
            $$$"""{"id":"{{{ids[1]}}}","__typename":"Viewer","name":"Owner"}""",
            $$$"""{"id":"{{{ids[2]}}}","__typename":"Workspace","name":"Default"}""",
            $$$"""{"id":"{{{ids[3]}}}","__typename":"MetricSnapshot","followers":60}""",
            "", "", "", "", "",
        ]);
    }
}
