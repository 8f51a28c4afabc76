using System.Globalization;
using System.Text.Json;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class BulkTests(CrmServers servers, ITestOutputHelper output) : IClassFixture<CrmServers>
{
    // A larger number measures: CREATORCRM_BULK_SIZE=5000.
    private static readonly int Size = int.Parse(Environment.GetEnvironmentVariable("CREATORCRM_BULK_SIZE") ?? "300", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task What_is_done_with_many_is_taken_back_except_what_somebody_changed_since(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var desk = new Desk(server);
        var many = await Many(server);
        var which = new { filter = new { niches = new { contains = "bulk" } } };

        var dry = await Done(desk, "bulkTag", new { which, tag = "Spring", dryRun = true });
        (dry.Text("status"), dry.Find("succeeded").GetInt32(), dry.Find("total").GetInt32()).ShouldBe(("COMPLETED", Size, Size));
        (await Tagged()).ShouldBe(0);

        await desk.Do("updateInfluencer", new { influencerId = many[0], tags = (string[])["spring"] });
        var tagged = await Done(desk, "bulkTag", new { which, tag = "Spring" });
        Counts(tagged).ShouldBe((Size - 1, 1, 0));
        (await Tagged()).ShouldBe(Size);
        await desk.Do("updateInfluencer", new { influencerId = many[1], tags = (string[])["summer"] });
        var undone = await Done(desk, "undoBulkAction", new { bulkActionId = tagged.Text("id") });
        Counts(undone).ShouldBe((Size - 2, 1, 0));
        (await Tagged()).ShouldBe(1);
        (await desk.Refused("undoBulkAction", new { bulkActionId = tagged.Text("id") })).ShouldBe("bulkActionId ALREADY_UNDONE");
        (await desk.Refused("undoBulkAction", new { bulkActionId = dry.Text("id") })).ShouldBe("bulkActionId ILLEGAL_BULK_ACTION");

        async Task<int> Tagged() => (await server.Query("""{ influencers(filter: { tags: { contains: "spring" } }) { totalCount } }""")).Find("influencers.totalCount").GetInt32();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Owners_are_put_back_and_untouched_partnerships_cancelled(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var desk = new Desk(server);
        var (campaign, ids) = (await desk.Campaign(), new[] { await desk.Influencer(), await desk.Influencer(), await desk.Influencer() });
        await desk.Do("updateInfluencer", new { influencerId = ids[0], owner = "lena" });
        var owned = await Done(desk, "bulkAssignOwner", new { which = new { ids }, owner = "jonas" });
        await desk.Do("updateInfluencer", new { influencerId = ids[2], owner = "amelia" });
        Counts(await Done(desk, "undoBulkAction", new { bulkActionId = owned.Text("id") })).ShouldBe((2, 1, 0));
        (await server.Query("{ influencers(orderBy: { field: CREATED_AT, direction: ASC }) { nodes { owner } } }")).Each("influencers.nodes", "owner").ShouldBe(["lena", "", "amelia"]);

        await desk.Partnership(ids[0], campaign);
        var ghost = new CreatorCRM.Server.GraphQL.NodeId("Influencer", "nobody").ToString();
        var added = await Done(desk, "bulkAddToCampaign", new { which = new { ids = (string[])[.. ids, ghost] }, campaignId = campaign });
        Counts(added).ShouldBe((2, 1, 1));
        added.Each("results.nodes", "outcome").ShouldBe(["UNCHANGED", "SUCCEEDED", "SUCCEEDED", "REFUSED"]);
        added.Find("results.nodes.3.code").GetString().ShouldBe("NOT_FOUND");
        var partnerships = await server.Query("query ($i: ID!) { partnerships(filter: { influencerId: { eq: $i } }) { nodes { id } } }", new { i = ids[1] });
        await desk.Do("logOutreach", new { partnershipId = partnerships.Find("partnerships.nodes.0.id").GetString(), direction = "OUT", channel = "EMAIL" });
        var undone = await Done(desk, "undoBulkAction", new { bulkActionId = added.Text("id") });
        undone.Each("results.nodes", "outcome").ShouldBe(["REFUSED", "SUCCEEDED"]);
        undone.Find("results.nodes.0.code").GetString().ShouldBe("VERSION_CONFLICT");
        await desk.BadInput("bulkTag", new { which = new { }, tag = "x" });
    }

    private static (int, int, int) Counts(JsonElement action) => (action.Find("succeeded").GetInt32(), action.Find("unchanged").GetInt32(), action.Find("refused").GetInt32());

    private async Task<JsonElement> Done(Desk desk, string mutation, object input)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var id = (await desk.Do(mutation, input, "bulkAction { id }")).Find("bulkAction.id").GetString();
        for (var i = 0; i < 20_000; i++)
        {
            var action = (await desk.Server.Query(
                "query ($id: ID!) { bulkAction(id: $id) { id status total succeeded unchanged refused results(first: 10) { nodes { outcome code } } } }", new { id })).GetProperty("bulkAction");
            if (action.Text("status") != "COMPLETED") continue;
            output.WriteLine($"{mutation}: {clock.ElapsedMilliseconds} ms");
            return action;
        }
        throw new TimeoutException($"{mutation} did not come to an end.");
    }

    private static async Task<string[]> Many(CrmServer server)
    {
        var ids = Enumerable.Range(0, Size).Select(i => $"{i:x32}").ToArray();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (id, _) =>
            (await server.Grains.GetGrain<IInfluencerGrain>(new EntityKey("default", id).ToString())
                .Create(new CreateInfluencer($"Person {id[^4..]}", [], new InfluencerChanges { Niches = ["bulk"] }), new CommandContext(Actor.System))).IsAccepted.ShouldBeTrue());
        return [.. ids.Select(id => new CreatorCRM.Server.GraphQL.NodeId("Influencer", id).ToString())];
    }
}
