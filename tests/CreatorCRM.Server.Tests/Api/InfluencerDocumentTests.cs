using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

/// <summary>The documents that the product promises, word for word.</summary>
public sealed class InfluencerDocumentTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private const string Create = """
        mutation { createInfluencer(input: { displayName: "Mia Brot", niches: ["gluten-free"], accounts: [{ platform: INSTAGRAM, handle: "miabrot", followers: 50000 }], idempotencyKey: "k1" }) {
          influencer { id displayName tier niches accounts { platform handle followers engagementRate { value formula } } } userErrors { field message code } } }
        """;

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_first_influencer_is_created_listed_and_found_by_handle_with_her_timeline(StorageEngine engine)
    {
        var server = await servers.On(engine);

        var created = (await server.Mutate(Create)).GetProperty("influencer");
        created.ToString().ShouldEndWith(
            ""","displayName":"Mia Brot","tier":"MICRO","niches":["gluten-free"],"accounts":[{"platform":"INSTAGRAM","handle":"miabrot","followers":50000,"engagementRate":null}]}""");

        var listed = await server.Query("""
            query { influencers(filter: { tier: { eq: MICRO }, niches: { contains: "gluten-free" } }, orderBy: { field: FOLLOWERS, direction: DESC }, first: 20) {
              totalCount pageInfo { hasNextPage endCursor } nodes { id displayName } } }
            """);
        listed.Find("influencers.totalCount").GetInt32().ShouldBe(1);
        listed.Find("influencers.pageInfo.hasNextPage").GetBoolean().ShouldBeFalse();
        listed.Find("influencers.nodes")[0].Text("id").ShouldBe(created.Text("id"));

        var found = (await server.Query("""
            query { influencerByHandle(platform: INSTAGRAM, handle: "miabrot") { id timeline(first: 10) { nodes { kind summary occurredAt actor { name } } } } }
            """)).GetProperty("influencerByHandle");
        found.Text("id").ShouldBe(created.Text("id"));
        found.Find("timeline.nodes").Texts("kind")
            .ShouldBe(["influencer.metrics-recorded", "influencer.account-added", "influencer.profile-updated", "influencer.created"]);
        found.Find("timeline.nodes")[3].Text("summary").ShouldBe("Mia Brot was added.");
        found.Find("timeline.nodes")[3].Find("actor").Text("name").ShouldBe("Owner");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_repeated_key_answers_the_same_and_another_input_under_it_is_refused(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var first = (await server.Mutate(Create)).GetProperty("influencer");

        var again = (await server.Mutate(Create)).GetProperty("influencer");

        again.ToString().ShouldBe(first.ToString());
        (await server.Refusals(Create.Replace("Mia Brot", "Mia Brod"))).ShouldBe(["idempotencyKey IDEMPOTENCY_KEY_REUSED"]);
        var header = ("Idempotency-Key", "k2");
        var input = new { displayName = "Noor" };
        var one = await server.Send(Influencers.CreateDocument, new { input }, header);
        (await server.Send(Influencers.CreateDocument, new { input }, header)).ToString().ShouldBe(one.ToString());
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task The_viewer_knows_the_workspace(StorageEngine engine)
    {
        var server = await servers.On(engine);
        (await server.Query("{ viewer { name workspace { id name } } }")).Find("viewer.workspace").Text("name").ShouldBe("Default");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Influencers_and_accounts_are_nodes(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var made = (await server.Mutate(Influencers.CreateDocument,
            new { input = new { displayName = "Noa", accounts = new[] { new { platform = "X", handle = "noa" } } } })).GetProperty("influencer");
        string[] ids = [made.Text("id"), made.GetProperty("accounts")[0].Text("id")];

        var nodes = (await server.Query("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Influencer { displayName } ... on Account { handle influencer { id } } } }", new { ids })).GetProperty("nodes");

        nodes.Texts("__typename").ShouldBe(["Influencer", "Account"]);
        nodes.Texts("id").ShouldBe(ids);
        nodes[1].Find("influencer").Text("id").ShouldBe(ids[0]);
    }
}
