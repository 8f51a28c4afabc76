using System.Text.Json;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class PartnershipOwnerTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private const string Mine = """query ($who: String!) { tasks(filter: { assignee: { eq: $who }, status: { eq: OPEN } }) { nodes { id kind assignee } } }""";

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Follow_ups_and_steps_go_with_the_partnership_to_its_new_owner(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var desk = new Desk(server);
        var partnershipId = await desk.Partnership();
        await desk.Do("scheduleFollowUp", new { partnershipId, dueAt = "2031-05-01T09:00:00Z" });
        await desk.Do("startSequence", new { partnershipId, sequenceId = await Sequence(desk) });
        (await Tasks("lena")).ShouldBeEmpty();

        var given = await desk.Do("updatePartnership", new { partnershipId, owner = " lena " }, "partnership { owner version }");
        given.Find("partnership.owner").GetString().ShouldBe("lena");
        var tasks = await Tasks("lena");
        tasks.Select(task => task.Text("kind")).ShouldBe(["FOLLOW_UP", "SEQUENCE_STEP"], ignoreOrder: true);
        (await desk.Refused("reassignTask", new { taskId = tasks[0].Text("id"), assignee = "jonas" })).ShouldBe("taskId ILLEGAL_TASK_KIND");

        var version = given.Find("partnership.version").GetInt32();
        await desk.Do("updatePartnership", new { partnershipId, owner = "jonas", expectedVersion = version });
        (await desk.Refused("updatePartnership", new { partnershipId, owner = "amelia", expectedVersion = version }))
            .ShouldBe("expectedVersion VERSION_CONFLICT");
        (await desk.Refused("updatePartnership", new { partnershipId, owner = new string('x', 201) })).ShouldBe("owner TOO_LONG");
        (await desk.Do("updatePartnership", new { partnershipId }, "partnership { owner }")).Find("partnership.owner").GetString().ShouldBe("jonas");
        await desk.Do("updatePartnership", new { partnershipId, owner = (string?)null });
        (await Tasks("jonas")).ShouldBeEmpty();
        var told = await server.Query("query ($id: ID!) { partnership(id: $id) { owner timeline(first: 3) { nodes { kind summary } } } }",
            new { id = partnershipId });
        told.Find("partnership.owner").ValueKind.ShouldBe(JsonValueKind.Null);
        told.Each("partnership.timeline.nodes", "kind").ShouldAllBe(kind => kind == "partnership.owner-changed");
        told.Each("partnership.timeline.nodes", "summary").ShouldBe(["Nobody is in charge of the partnership now; before, it was jonas.",
            "jonas is in charge of the partnership now; before, it was lena.", "lena is in charge of the partnership now."]);

        async Task<JsonElement[]> Tasks(string who) => [.. (await server.Query(Mine, new { who })).Find("tasks.nodes").EnumerateArray()];
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Many_who_are_added_at_once_are_with_whom_was_named_or_their_owner_or_the_campaigns(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var desk = new Desk(server);
        var ids = new[] { await desk.Influencer(), await desk.Influencer() };
        await desk.Do("updateInfluencer", new { influencerId = ids[0], owner = "lena" });

        (await Added(null, null)).ShouldBe(["lena", ""]);
        (await Added(null, "jonas")).ShouldBe(["lena", "jonas"]);
        var sequence = await Sequence(desk);
        (await Added("amelia", "jonas", sequence)).ShouldBe(["amelia", "amelia"]);
        (await server.Query(Mine, new { who = "amelia" })).Each("tasks.nodes", "kind").ShouldBe(["SEQUENCE_STEP", "SEQUENCE_STEP"]);
        (await desk.Refused("bulkAddToCampaign", new { which = new { ids }, campaignId = await desk.Campaign(), owner = new string('x', 201) }))
            .ShouldBe("owner TOO_LONG");

        async Task<string[]> Added(string? owner, string? campaigns, string? sequenceId = null)
        {
            var campaignId = await desk.Campaign();
            if (campaigns is not null) await desk.Do("updateCampaign", new { campaignId, owner = campaigns });
            await Completed(desk, "bulkAddToCampaign", new { which = new { ids }, campaignId, owner });
            if (sequenceId is not null)
                await Completed(desk, "bulkStartSequence", new { which = new { filter = new { campaignId = new { eq = campaignId } } }, sequenceId });
            var found = await server.Query(
                "query ($id: ID!) { campaign(id: $id) { partnerships { nodes { owner influencer { id } } } } }", new { id = campaignId });
            return [.. found.Find("campaign.partnerships.nodes").EnumerateArray()
                .OrderBy(partnership => Array.IndexOf(ids, partnership.Find("influencer.id").GetString()))
                .Select(partnership => partnership.Find("owner").ToString())];
        }
    }

    private static async Task<string> Sequence(Desk desk) =>
        (await desk.Do("createSequence", new { name = "Spring", steps = (object[])[new { waitDays = 1, task = "Call" }] }, "sequence { id }"))
        .Find("sequence.id").GetString()!;

    private static async Task Completed(Desk desk, string mutation, object input)
    {
        var id = (await desk.Do(mutation, input, "bulkAction { id }")).Find("bulkAction.id").GetString();
        await Poll.Until(async () => (await desk.Server.Query("query ($id: ID!) { bulkAction(id: $id) { status refused } }", new { id }))
            .Find("bulkAction").ToString() == """{"status":"COMPLETED","refused":0}""", $"{mutation} is completed");
    }
}
