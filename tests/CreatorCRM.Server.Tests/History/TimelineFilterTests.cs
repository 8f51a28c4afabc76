using System.Text.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.History;

public sealed class TimelineFilterTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private const string Document = "query ($id: ID!, $filter: TimelineFilter) { influencer(id: $id) { timeline(first: 50, filter: $filter) { totalCount nodes { kind } } } }";

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_timeline_can_be_asked_for_a_campaign_a_kind_an_actor_and_a_period(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var desk = new Desk(server);
        var (mia, bread, cake) = (await desk.Influencer("Mia"), await desk.Campaign("Bread"), await desk.Campaign("Cake"));
        var (first, second) = (await desk.Partnership(mia, bread), await desk.Partnership(mia, cake));
        foreach (var (partnership, day) in new[] { (first, 1), (first, 2), (second, 3) })
            await desk.Do("logOutreach", new { partnershipId = partnership, direction = "OUT", channel = "EMAIL", occurredAt = $"2026-02-0{day}T12:00:00Z" });
        await desk.Offer(second);

        (await Kinds(new { campaignId = bread }))
            .ShouldBe(["partnership.created", "partnership.outreach-logged", "partnership.outreach-logged", "partnership.stage-changed"], ignoreOrder: true);
        (await Kinds(new { kind = new { @in = new[] { "partnership.offer-proposed", "influencer.created" } } }))
            .ShouldBe(["partnership.offer-proposed", "influencer.created"]);
        (await Kinds(new { kind = new { startsWith = "influencer." } })).ShouldBe(["influencer.created"]);
        (await Kinds(new { kind = new { startsWith = "partnership.", @in = new[] { "influencer.created" } } })).ShouldBe([]);
        (await Kinds(new { kind = new { @in = Array.Empty<string>() } })).ShouldBe([]);
        (await Kinds(new { actor = "owner", kind = new { startsWith = "influencer." } })).ShouldBe(["influencer.created"]);
        (await Kinds(new { actor = "member:nobody" })).ShouldBe([]);
        (await Kinds(new { actor = "nul\0" })).ShouldBe([]);
        (await Kinds(new { from = "2026-02-02T12:00:00Z", to = "2026-02-03T12:00:00Z" })).ShouldContain("partnership.outreach-logged");
        (await Kinds(new { from = "2026-02-01T00:00:00Z", to = "2026-02-04T00:00:00Z", campaignId = cake, kind = new { startsWith = "partnership.outreach" } }))
            .ShouldBe(["partnership.outreach-logged"]);

        async Task<string[]> Kinds(object filter)
        {
            var timeline = (await server.Query(Document, new { id = mia, filter })).Find("influencer.timeline");
            timeline.Find("totalCount").GetInt32().ShouldBe(timeline.Find("nodes").GetArrayLength());
            return timeline.Each("nodes", "kind");
        }
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task What_the_filter_leaves_is_read_by_cursors_from_both_ends_in_as_many_statements_for_many(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var desk = new Desk(server);
        var campaign = await desk.Campaign();
        var partnership = await desk.Partnership(campaignId: campaign);
        for (var day = 1; day <= 7; day++) await desk.Do("logOutreach",
            new { partnershipId = partnership, direction = "OUT", channel = "EMAIL", subject = $"Day {day}", occurredAt = $"2026-02-0{day}T12:00:00Z" });

        var down = await Read("first: 3", "after", "endCursor", "hasNextPage");
        var up = await Read("last: 3", "before", "startCursor", "hasPreviousPage");
        down.Count.ShouldBe(7);
        up.ShouldBe(down);

        for (var i = 0; i < 4; i++) await desk.Partnership(campaignId: campaign);
        const string many = """
            query ($id: ID!, $first: Int) { campaign(id: $id) { partnerships(first: $first) { nodes {
              timeline(first: 5, filter: { kind: { startsWith: "partnership." }, actor: "owner" }) { nodes { summary } } } } } }
            """;
        var two = await server.Sql.During(() => server.Query(many, new { id = campaign, first = 2 }));
        var five = await server.Sql.During(() => server.Query(many, new { id = campaign, first = 5 }));
        five.Count.ShouldBe(two.Count);

        async Task<List<string>> Read(string size, string cursorName, string nextCursor, string hasMore)
        {
            var read = new List<string>();
            string? cursor = null;
            for (var page = 0; page < 5; page++)
            {
                var timeline = (await server.Query(
                    $"query ($id: ID!, $cursor: String) {{ partnership(id: $id) {{ timeline({size}, {cursorName}: $cursor, filter: {{ kind: {{ in: [\"partnership.outreach-logged\"] }} }}) {{ pageInfo {{ {hasMore} {nextCursor} }} nodes {{ summary }} }} }} }}",
                    new { id = partnership, cursor })).Find("partnership.timeline");
                read.InsertRange(cursorName == "after" ? read.Count : 0, timeline.Each("nodes", "summary"));
                if (!timeline.Find($"pageInfo.{hasMore}").GetBoolean()) break;
                cursor = timeline.Find($"pageInfo.{nextCursor}").GetString();
            }
            return read;
        }
    }

    [Fact]
    public async Task What_no_entry_can_be_is_an_input_error_that_names_what_is_near()
    {
        var server = await servers.On(StorageEngine.Sqlite);
        var id = await new Desk(server).Influencer();

        (await Problem(new { kind = new { @in = new[] { "influencer.created", "partnership.ofer-proposed" } } }))
            .ShouldStartWith("'partnership.ofer-proposed' is no kind of entry. The nearest known ones are partnership.offer-proposed, ");
        (await Problem(new { kind = new { startsWith = "parnership." } })).ShouldStartWith("No kind of entry begins with 'parnership.'.");
        (await Problem(new { from = "2026-02-02T00:00:00Z", to = "2026-02-02T00:00:00Z" })).ShouldStartWith("The period ends before it begins");

        async Task<string> Problem(object filter)
        {
            var error = await server.Error(Document, new { id, filter });
            error.Find("extensions.code").GetString().ShouldBe("BAD_USER_INPUT");
            error.Find("extensions.inputPath").ValueKind.ShouldBe(JsonValueKind.Array);
            return error.Find("message").GetString()!;
        }
    }
}
