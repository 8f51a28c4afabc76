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
        (await server.Query("{ influencers(orderBy: { field: CREATED_AT, direction: ASC }) { nodes { owner } } }")).Each("influencers.nodes", "owner")
            .ShouldBe(["lena", "", "amelia"]);

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

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_sequence_is_started_in_many_partnerships_and_taken_back_where_nothing_was_done(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var desk = new Desk(server);
        var (campaign, people) = (await desk.Campaign(), new List<string>());
        var partnerships = new List<string>();
        foreach (var _ in Enumerable.Range(0, 5))
        {
            people.Add(await desk.Influencer());
            partnerships.Add(await desk.Partnership(people[^1], campaign));
        }
        var stranger = await desk.Influencer();
        var sequence = (await desk.Do("createSequence",
            new { name = "Spring", steps = (object[])[new { waitDays = 1, task = "Call" }, new { waitDays = 2, task = "Call again" }] },
            "sequence { id }")).Find("sequence.id").GetString()!;
        await desk.Do("logOutreach", new { partnershipId = partnerships[0], direction = "IN", channel = "EMAIL" });
        await desk.Do("setDoNotContact", new { influencerId = people[1], reason = "She asked" });
        await desk.Do("startSequence", new { partnershipId = partnerships[2], sequenceId = sequence });

        var inCampaign = new { inCampaign = new { campaignId = campaign, influencers = new { ids = (string[])[.. people, stranger] } } };
        string[] reasons = ["ILLEGAL_STAGE", "DO_NOT_CONTACT", "SEQUENCE_RUNNING", "", "", "NOT_FOUND"];
        var dry = await Done(desk, "bulkStartSequence", new { which = inCampaign, sequenceId = sequence, dryRun = true });
        Counts(dry).ShouldBe((2, 0, 4));
        dry.Each("results.nodes", "code").ShouldBe(reasons);
        (await Running()).ShouldBe(1);
        var started = await Done(desk, "bulkStartSequence", new { which = inCampaign, sequenceId = sequence });
        Counts(started).ShouldBe((2, 0, 4));
        started.Each("results.nodes", "code").ShouldBe(reasons);
        (await Running()).ShouldBe(3);

        var run = (await server.Query("query ($p: ID!) { partnership(id: $p) { sequenceRun { id } } }", new { p = partnerships[3] }))
            .Find("partnership.sequenceRun.id").GetString();
        await desk.Do("completeSequenceStep", new { sequenceRunId = run, step = 1 });
        var undone = await Done(desk, "undoBulkAction", new { bulkActionId = started.Text("id") });
        Counts(undone).ShouldBe((1, 0, 1));
        undone.Each("results.nodes", "code").ShouldBe(["ILLEGAL_SEQUENCE_STATUS", ""]);
        (await Running()).ShouldBe(2);

        var byFilter = await Done(desk, "bulkStartSequence",
            new { which = new { filter = new { campaignId = new { eq = campaign }, stage = new { eq = "SHORTLISTED" } } }, sequenceId = sequence });
        Counts(byFilter).ShouldBe((1, 0, 3));
        await desk.Do("logOutreach", new { partnershipId = partnerships[4], direction = "IN", channel = "EMAIL" });
        Counts(await Done(desk, "undoBulkAction", new { bulkActionId = byFilter.Text("id") })).ShouldBe((0, 1, 0));
        var ghost = new CreatorCRM.Server.GraphQL.NodeId("Partnership", "nothing").ToString();
        var byIds = await Done(desk, "bulkStartSequence", new { which = new { ids = (string[])[partnerships[3], ghost] }, sequenceId = sequence });
        byIds.Each("results.nodes", "code").ShouldBe(["SEQUENCE_RUNNING", "NOT_FOUND"]);
        await desk.BadInput("bulkStartSequence", new { which = new { ids = partnerships, query = "x" }, sequenceId = sequence });
        (await desk.Refused("bulkStartSequence", new
        {
            which = new { ids = partnerships },
            sequenceId = new CreatorCRM.Server.GraphQL.NodeId("Sequence", "nothing").ToString()
        })).ShouldBe("sequenceId NOT_FOUND");

        async Task<int> Running() =>
            (await server.Query("query ($id: ID!) { sequence(id: $id) { counts { active } } }", new { id = sequence })).Find("sequence.counts.active")
                .GetInt32();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Actions_are_found_again_and_show_what_took_them_back(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var desk = new Desk(server);
        var which = new { ids = new[] { await desk.Influencer() } };
        var first = (await Done(desk, "bulkTag", new { which, tag = "spring" })).Text("id");
        var tried = (await Done(desk, "bulkTag", new { which, tag = "summer", dryRun = true })).Text("id");
        var owned = (await Done(desk, "bulkAssignOwner", new { which, owner = "lena" })).Text("id");
        var undone = (await Done(desk, "undoBulkAction", new { bulkActionId = first })).Text("id");

        (await Listed("first: 10")).ShouldBe([undone, owned, tried, first]);
        (await Listed("first: 10, filter: { kind: { eq: TAG }, dryRun: { eq: false } }")).ShouldBe([undone, first]);
        (await Listed("first: 10, filter: { status: { eq: RUNNING } }")).ShouldBeEmpty();
        var page = await server.Query("{ bulkActions(first: 3) { totalCount pageInfo { endCursor hasNextPage } } }");
        (page.Find("bulkActions.totalCount").GetInt32(), page.Find("bulkActions.pageInfo.hasNextPage").GetBoolean()).ShouldBe((4, true));
        (await Listed($"first: 3, after: \"{page.Find("bulkActions.pageInfo.endCursor").GetString()}\"")).ShouldBe([first]);
        var links = await server.Query("{ bulkActions(first: 10) { nodes { undoes { id } undoneBy { id } } } }");
        links.Find("bulkActions.nodes.0.undoes.id").GetString().ShouldBe(first);
        links.Find("bulkActions.nodes.3.undoneBy.id").GetString().ShouldBe(undone);
        links.Find("bulkActions.nodes.1.undoneBy").ValueKind.ShouldBe(JsonValueKind.Null);

        async Task<string[]> Listed(string arguments) =>
            [.. (await server.Query($"{{ bulkActions({arguments}) {{ nodes {{ id }} }} }}")).Each("bulkActions.nodes", "id")];
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_dry_run_of_adding_to_a_campaign_says_what_the_run_does(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var campaign = await desk.Campaign();
        string[] ids = [await desk.Influencer(), await desk.Influencer(), await desk.Influencer()];
        await desk.Partnership(ids[1], campaign);
        await desk.Do("mergeInfluencers", new { survivorId = await desk.Influencer(), mergedId = ids[2] });
        (await Same(["SUCCEEDED", "UNCHANGED", "REFUSED"])).Find("results.nodes.2.code").GetString().ShouldBe("INFLUENCER_MERGED");

        await desk.Do("updateCampaign", new { campaignId = campaign, status = "COMPLETED" });
        ids = [.. ids, await desk.Influencer()];
        (await Same(["UNCHANGED", "UNCHANGED", "REFUSED", "REFUSED"])).Find("results.nodes.3.code").GetString().ShouldBe("ILLEGAL_STAGE");

        async Task<JsonElement> Same(string[] outcomes)
        {
            var dry = await Done(desk, "bulkAddToCampaign", new { which = new { ids }, campaignId = campaign, dryRun = true });
            dry.Each("results.nodes", "outcome").ShouldBe(outcomes);
            var run = await Done(desk, "bulkAddToCampaign", new { which = new { ids }, campaignId = campaign });
            run.Find("results").ToString().ShouldBe(dry.Find("results").ToString());
            return run;
        }
    }

    [Fact]
    public async Task Thousands_of_ids_fit_into_one_request_but_not_more_than_an_action_takes()
    {
        var desk = new Desk(await servers.On(StorageEngine.Sqlite));
        var ids = Enumerable.Range(1, CreatorCRM.Bulk.BulkAction.MaxItems + 1)
            .Select(i => new CreatorCRM.Server.GraphQL.NodeId("Partnership", $"{i:x32}").ToString()).ToArray();
        var unknown = new CreatorCRM.Server.GraphQL.NodeId("Sequence", "nothing").ToString();
        (await desk.Refused("bulkStartSequence", new { which = new { ids = ids[..4000] }, sequenceId = unknown })).ShouldBe("sequenceId NOT_FOUND");
        (await desk.Server.Error("mutation ($input: BulkStartSequenceInput!) { bulkStartSequence(input: $input) { __typename } }",
            new { input = new { which = new { ids }, sequenceId = unknown } })).Find("extensions.code").GetString().ShouldBe("PAYLOAD_TOO_LARGE");
    }

    private static (int, int, int) Counts(JsonElement action) =>
        (action.Find("succeeded").GetInt32(), action.Find("unchanged").GetInt32(), action.Find("refused").GetInt32());

    private async Task<JsonElement> Done(Desk desk, string mutation, object input)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var id = (await desk.Do(mutation, input, "bulkAction { id }")).Find("bulkAction.id").GetString();
        var action = default(JsonElement);
        await Poll.Until(async () =>
        {
            action = (await desk.Server.Query(
                "query ($id: ID!) { bulkAction(id: $id) { id status total succeeded unchanged refused results(first: 10) { nodes { outcome code } } } }",
                new { id })).GetProperty("bulkAction");
            return action.Text("status") == "COMPLETED";
        }, $"{mutation} is completed");
        output.WriteLine($"{mutation}: {clock.ElapsedMilliseconds} ms");
        return action;
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
