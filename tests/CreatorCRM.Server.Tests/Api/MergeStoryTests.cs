using System.Text.Json;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class MergeStoryTests(PostgresServer postgres)
{
    // While it stands still, an answer waits for the end of the merge however long that takes.
    private readonly LeapingTime _time = new(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));

    private const string Person = """
        query ($id: ID!) { influencer(id: $id) {
          displayName followers tags country isMinor version accounts { id handle followers } mergedInto { displayName }
          mergedFrom(first: 5) { totalCount nodes { id status mergedName startedBy } }
          partnerships { totalCount nodes { id influencer { displayName } } } timeline(first: 100, direction: ASC) { totalCount nodes { kind summary } }
          relationship { partnerships lastContactAt } } }
        """;

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Two_that_are_one_person_become_one_and_two_again(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var (mia, twin) = (await Made(desk, "Mia Brot", "mia", 1_000, "DE"), await Made(desk, "Mia B.", "mia.b", 50_000, "AT"));
        var (bread, cake) = (await desk.Campaign("Bread"), await desk.Campaign("Cake"));
        await desk.Partnership(mia, bread);
        var (shared, moved) = (await desk.Partnership(twin, bread), await desk.Partnership(twin, cake));
        await desk.Do("logOutreach", new { partnershipId = moved, direction = "OUT", channel = "EMAIL", subject = "Hello" });
        var task = (await desk.Do("createTask", new { title = "Call", dueAt = "2030-01-01T09:00:00Z", influencerId = twin }, "task { id }")).Find("task.id")
            .GetString();
        var account = (await Of(server, twin)).Find("accounts.0.id").GetString()!;
        var before = (await server.Query("{ influencers(first: 1) { nodes { updatedAt } } }")).Find("influencers.nodes.0.updatedAt").GetString();

        _time.Advance(TimeSpan.FromSeconds(1));
        var preview = (await server.Query("""
            query ($a: ID!, $b: ID!) { previewInfluencerMerge(survivorId: $a, mergedId: $b) {
              problems { code } fields { field survivor merged result outcome } partnershipCount taskCount sharedCampaignCount sharedCampaigns { name }
              accounts { handle } partnerships(first: 5) { totalCount nodes { id } } survivor { displayName } merged { displayName } } }
            """, new { a = mia, b = twin })).GetProperty("previewInfluencerMerge");
        preview.Each("fields", "field").ShouldBe(["DISPLAY_NAME", "COUNTRY", "TAGS"]);
        (preview.Find("fields.1.survivor").GetString(), preview.Find("fields.1.merged").GetString(), preview.Find("fields.1.result").GetString(),
            preview.Find("fields.1.outcome").GetString())
            .ShouldBe(("DE", "AT", "DE", "SURVIVOR_STAYS"));
        (preview.Each("sharedCampaigns", "name"), preview.Each("accounts", "handle"), preview.Find("partnerships.totalCount").GetInt32(),
            preview.Find("taskCount").GetInt32())
            .ShouldSatisfyAllConditions(one => one.Item1.ShouldBe(["Bread"]), one => one.Item2.ShouldBe(["mia.b"]),
                one => (one.Item3, one.Item4).ShouldBe((2, 1)));

        var input = new { survivorId = mia, mergedId = twin, reason = "same phone", idempotencyKey = "merge-1" };
        var merge = (await desk.Do("mergeInfluencers", input, "influencerMerge { id status reason accountCount partnershipCount taskCount startedBy }"))
            .GetProperty("influencerMerge");
        (merge.Text("status"), merge.Find("accountCount").GetInt32(), merge.Find("partnershipCount").GetInt32(), merge.Find("taskCount").GetInt32())
            .ShouldBe(("MERGED", 1, 2, 1));
        (await desk.Do("mergeInfluencers", input, "influencerMerge { id }")).Find("influencerMerge.id").GetString().ShouldBe(merge.Text("id"));
        var one = await Of(server, mia);
        (one.Find("followers").GetInt32(), one.Find("relationship.partnerships").GetInt32(), one.Text("country")).ShouldBe((50_000, 3, "DE"));
        one.Find("tags").GetArrayLength().ShouldBe(2);
        one.Each("accounts", "handle").ShouldBe(["mia", "mia.b"]);
        one.Each("mergedFrom.nodes", "mergedName").ShouldBe(["Mia B."]);
        one.Each("partnerships.nodes", "influencer.displayName").ShouldAllBe(name => name == "Mia Brot");
        one.Each("timeline.nodes", "kind").Count(kind => kind == "influencer.created").ShouldBe(2);
        one.Each("timeline.nodes", "summary").ShouldContain("Mia B. turned out to be the same person and was taken over: 1 account, 2 partnerships.");
        one.Each("timeline.nodes", "summary").ShouldContain(text => text.Contains("Hello"));
        (await Of(server, twin)).Find("mergedInto.displayName").GetString().ShouldBe("Mia Brot");
        (await server.Query("{ influencers { totalCount nodes { displayName } } }")).Each("influencers.nodes", "displayName").ShouldBe(["Mia Brot"]);
        (await server.Query("query ($id: ID!) { task(id: $id) { influencer { displayName } } }", new { id = task })).Find("task.influencer.displayName")
            .GetString().ShouldBe("Mia Brot");
        (await server.Query("""{ influencerByHandle(platform: INSTAGRAM, handle: "mia.b") { displayName } }""")).Find("influencerByHandle.displayName").GetString().ShouldBe("Mia Brot");
        var past = (await server.Query("query ($id: ID!, $at: DateTime!) { influencer(id: $id, asOf: $at) { mergedInto { id } accounts { handle metricSnapshots { nodes { followers } } } timeline { totalCount } } }",
            new { id = twin, at = before })).GetProperty("influencer");
        (past.Find("mergedInto").ValueKind, past.Find("accounts.0.metricSnapshots.nodes.0.followers").GetInt32()).ShouldBe((JsonValueKind.Null, 50_000));

        (await desk.Refused("updateInfluencer", new { influencerId = twin, notes = "x" })).ShouldBe("influencerId INFLUENCER_MERGED");
        (await desk.Refused("createPartnership", new { influencerId = twin, campaignId = await desk.Campaign() })).ShouldBe("influencerId INFLUENCER_MERGED");
        (await desk.Refused("createTask", new { title = "x", dueAt = "2030-01-01T09:00:00Z", influencerId = twin })).ShouldBe("influencerId INFLUENCER_MERGED");
        (await desk.Refused("mergeInfluencers", new { survivorId = mia, mergedId = mia })).ShouldBe("mergedId SAME_INFLUENCER");
        var figures = await desk.Do("recordMetrics", new { accountId = account, followers = 60_000 },
            "influencer { displayName followers } account { followers metricSnapshots { totalCount } }");
        (figures.Find("influencer.displayName").GetString(), figures.Find("influencer.followers").GetInt32(),
            figures.Find("account.metricSnapshots.totalCount").GetInt32()).ShouldBe(("Mia Brot", 60_000, 2));

        var undone = await desk.Do("undoInfluencerMerge", new { mergeId = merge.Text("id") },
            "influencerMerge { status undoneBy survivor { mergedFrom { totalCount } } merged { mergedInto { id } } }");
        (undone.Find("influencerMerge.status").GetString(), undone.Find("influencerMerge.survivor.mergedFrom.totalCount").GetInt32(),
            undone.Find("influencerMerge.merged.mergedInto").ValueKind)
            .ShouldBe(("UNDONE", 0, JsonValueKind.Null));
        var own = await Of(server, twin);
        (own.Find("followers").GetInt32(), own.Text("country")).ShouldBe((60_000, "AT"));
        own.Each("partnerships.nodes", "id").ShouldBe([shared, moved], ignoreOrder: true);
        (await Of(server, mia)).Each("accounts", "handle").ShouldBe(["mia"]);
        (await desk.Refused("undoInfluencerMerge", new { mergeId = merge.Text("id") })).ShouldBe("mergeId ALREADY_UNDONE");
        var all = await server.Query("""query ($id: ID!) { influencerMerges(filter: { survivorId: { eq: $id }, status: { eq: UNDONE } }) { totalCount nodes { survivorName mergedName } } }""", new { id = mia });
        all.Each("influencerMerges.nodes", "mergedName").ShouldBe(["Mia B."]);
        var told = await server.Query("query ($id: ID!, $at: DateTime!) { influencer(id: $id, asOf: $at) { accounts { metricSnapshots { nodes { followers } } } } }",
            new
            {
                id = twin,
                at = (await server.Query("query ($id: ID!) { influencer(id: $id) { updatedAt } }", new { id = twin })).Find("influencer.updatedAt")
                .GetString()
            });
        told.Each("influencer.accounts.0.metricSnapshots.nodes", "followers").ShouldBe(["60000", "50000"]);
    }

    private static async Task<JsonElement> Of(CrmServer server, string id) => (await server.Query(Person, new { id })).GetProperty("influencer");

    private static async Task<string> Made(Desk desk, string displayName, string handle, int followers, string country) => (await desk.Do("createInfluencer",
        new { displayName, country, tags = (string[])[handle], accounts = (object[])[new { platform = "INSTAGRAM", handle, followers }] },
        "influencer { id }")).Find("influencer.id").GetString()!;
}
