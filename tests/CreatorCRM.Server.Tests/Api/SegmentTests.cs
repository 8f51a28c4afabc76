using System.Text.Json;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Server.Tests.Api;

public sealed class SegmentTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private const string All = "{ segments { totalCount nodes { name filter members { count } } } }";

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Who_is_in_a_segment_is_found_anew_whenever_one_looks(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var desk = new Desk(server);
        var (campaign, mia, ben) = (await desk.Campaign(), await desk.Influencer("Mia Brot"), await desk.Influencer("Ben Kruste"));
        var segment = await Made(desk, "In the campaign", new { campaignId = new { eq = campaign } });
        (await Members(server, segment)).ShouldBe(0);
        await desk.Partnership(mia, campaign);
        await desk.Partnership(ben, campaign);
        (await Members(server, segment)).ShouldBe(2);

        (await server.Query("query ($s: ID!) { segment(id: $s) { influencers { nodes { displayName } } } }", new { s = segment }))
            .Each("segment.influencers.nodes", "displayName")
            .ShouldBe(["Ben Kruste", "Mia Brot"]);
        var some = await server.Query(
            "query ($s: ID!, $f: InfluencerFilter) { influencers(segmentId: $s, filter: $f) { nodes { id } } influencerStats(segmentId: $s, filter: $f) { count } }",
            new { s = segment, f = new { displayName = new { startsWith = "mia" }, campaignId = new { eq = campaign } } });
        some.Each("influencers.nodes", "id").ShouldBe([mia]);
        some.Find("influencerStats.count").GetInt32().ShouldBe(1);

        await desk.Do("bulkTag", new { which = new { segmentId = segment }, tag = "spring" }, "bulkAction { total }");
        var kept = JsonDocument.Parse((await server.Query(All)).Find("segments.nodes.0.filter").GetString()!).RootElement;
        (await server.Query("query ($f: InfluencerFilter) { influencers(filter: $f) { totalCount } }", new { f = kept })).Find("influencers.totalCount")
            .GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Days_are_counted_from_when_one_looks(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var desk = new Desk(server);
        await desk.Influencer();
        (await Members(server, await Made(desk, "New", new { createdAt = new { withinLastDays = 1 } }))).ShouldBe(1);
        (await Members(server, await Made(desk, "Old", new { createdAt = new { olderThanDays = 1 } }))).ShouldBe(0);
        (await server.Query("{ partnerships(filter: { createdAt: { olderThanDays: 1 }, contractEndsOn: { withinNextDays: 30 } }) { totalCount } }"))
            .Find("partnerships.totalCount").GetInt32().ShouldBe(0);
        (await desk.BadInput("createSegment", new { name = "Never", filter = new { createdAt = new { olderThanDays = -1 } } })).ShouldContain("0 to 36,500");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_name_is_unique_among_those_who_see_it_and_an_archived_segment_does_not_change(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var (desk, other) = (new Desk(server), new Desk(server.As(await Token(server))));
        var shared = await Made(desk, "Asleep", new { });
        (await other.Refused("createSegment", new { name = " ASLEEP" })).ShouldBe("name NAME_TAKEN");
        var own = (await other.Do("createSegment", new { name = "Asleep", visibility = "PRIVATE" }, "segment { id }")).Find("segment.id").GetString()!;

        (await server.Query("query ($s: ID!) { segment(id: $s) { name } segments { totalCount } }", new { s = own })).ToString().ShouldBe("""{"segment":null,"segments":{"totalCount":1}}""");
        (await desk.Refused("updateSegment", new { segmentId = own, name = "Mine" })).ShouldBe("segmentId NOT_FOUND");
        (await desk.Refused("archiveSegment", new { segmentId = own })).ShouldBe("segmentId NOT_FOUND");
        await other.BadInput("bulkTag", new { which = new { segmentId = new CreatorCRM.Server.GraphQL.NodeId("Segment", "nobody").ToString() }, tag = "x" });
        (await other.Refused("updateSegment", new { segmentId = shared, visibility = "PRIVATE" })).ShouldBe("visibility INVALID");

        await desk.Do("archiveSegment", new { segmentId = shared });
        (await desk.Refused("updateSegment", new { segmentId = shared, name = "Awake" })).ShouldBe("segmentId ARCHIVED");
        await desk.Do("archiveSegment", new { segmentId = shared, archived = false });
        await desk.Do("updateSegment", new { segmentId = shared, name = "Awake", query = "bread" });
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_filter_of_another_version_is_an_error_of_its_own_and_the_list_stays(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var desk = new Desk(server);
        await Made(desk, "A whole one", new { });
        var broken = await Made(desk, "Broken", new { });
        await using (var db = server.Read()) await db.Database.ExecuteSqlRawAsync("UPDATE segments SET filter = '{{\"shoeSize\":{{\"eq\":42}}}}' WHERE name = 'Broken'", TestContext.Current.CancellationToken);

        var answer = await server.Send(All);
        answer.Each("data.segments.nodes", "name").ShouldBe(["A whole one", "Broken"]);
        answer.Find("data.segments.nodes.0.members.count").GetInt32().ShouldBe(0);
        answer.Each("errors", "extensions.code").Distinct().ShouldBe(["SEGMENT_UNREADABLE"]);
        answer.Find("errors.0.message").GetString()!.ShouldContain("$.shoeSize");
        (await server.Error("query ($s: ID!) { influencers(segmentId: $s) { totalCount } }", new { s = broken })).Find("extensions.code").GetString()
            .ShouldBe("SEGMENT_UNREADABLE");
        await desk.Do("updateSegment", new { segmentId = broken, filter = new { isMinor = new { eq = true } } });
        (await Members(server, broken)).ShouldBe(0);
    }

    private static async Task<string> Made(Desk desk, string name, object filter) =>
        (await desk.Do("createSegment", new { name, filter }, "segment { id }")).Find("segment.id").GetString()!;

    private static async Task<int> Members(CrmServer server, string segment) =>
        (await server.Query("query ($s: ID!) { segment(id: $s) { members { count } } }", new { s = segment })).Find("segment.members.count").GetInt32();

    private static async Task<string> Token(CrmServer server) => (await server.Mutate(
        """mutation { createIntegrationToken(input: { name: "Somebody else", scopes: [RELATIONSHIPS_READ, RELATIONSHIPS_WRITE] }) { secret userErrors { code } } }""")).Find("secret").GetString()!;
}
