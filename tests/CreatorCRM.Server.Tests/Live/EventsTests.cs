using System.Text;
using System.Text.Json;
using CreatorCRM.Common;
using CreatorCRM.Imports;
using CreatorCRM.Server.Api;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Server.Tests.Live;

public sealed class EventsTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task An_event_tells_what_happened_to_whom_and_by_whom(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        using var socket = await LiveSocket.Open(desk.Server);
        var (influencer, campaign) = (await desk.Influencer("Ira"), await desk.Campaign("Spring"));
        await socket.Subscribe("1",
            "subscription ($filter: EventFilter) { events(after: \"start\", filter: $filter) { cursor timelineEntry { id } kind summary occurredAt recordedAt version actor { name } influencer { displayName } campaign { name } partnership { id } } }",
            new { filter = new { influencerId = influencer, campaignId = campaign } });
        var partnership = await desk.Partnership(influencer, campaign);

        var told = (await socket.Next("1")).GetProperty("events");

        told.Text("kind").ShouldStartWith("partnership.");
        told.Find("actor.name").GetString().ShouldBe("Owner");
        told.Find("influencer.displayName").GetString().ShouldBe("Ira");
        told.Find("campaign.name").GetString().ShouldBe("Spring");
        told.Find("partnership.id").GetString().ShouldBe(partnership);
        told.GetProperty("version").GetInt32().ShouldBe(1);
        var entry = (await desk.Server.Query("query ($id: ID!) { partnership(id: $id) { timeline { nodes { id summary } } } }", new { id = partnership }))
            .Find("partnership.timeline.nodes.0");
        entry.Text("id").ShouldBe(told.Find("timelineEntry").Text("id"));
        entry.Text("summary").ShouldBe(told.Text("summary"));

        var sequence = (await desk.Do("createSequence", new { name = "Spring", steps = (object[])[new { waitDays = 0, task = "Call" }] }, "sequence { id }"))
            .Find("sequence.id").GetString();
        await desk.Do("updateSequence", new { sequenceId = sequence, name = "Summer" });
        await socket.Subscribe("2", "subscription ($s: ID!) { events(after: \"start\", filter: { kinds: [\"sequence.renamed\"], sequenceId: $s }) { summary sequence { name } partnership { id } } }", new { s = sequence });
        (await socket.Next("2")).GetProperty("events").ToString().ShouldBe("""{"summary":"The sequence Spring is called Summer now.","sequence":{"name":"Summer"},"partnership":null}""");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Events_of_another_workspace_never_show(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        await server.Write("foreign", people: 20, rounds: 40, workspace: "other");
        await server.Influencer("own").Add("Own");
        using var behind = await LiveSocket.Open(server);
        using var live = await LiveSocket.Open(server);
        await live.Subscribe("1", "subscription { events(after: \"start\") { summary } }");
        (await live.Next("1")).Find("events").Text("summary").ShouldBe("Own was added.");

        await server.Write("stranger", people: 5, rounds: 5, workspace: "other");
        await server.Influencer("own").Note("Seen");
        await behind.Subscribe("1", "subscription { events(after: \"start\") { summary } }");

        (await behind.Next("1")).Find("events").Text("summary").ShouldBe("Own was added.");
        foreach (var socket in new[] { behind, live }) (await socket.Next("1")).Find("events").Text("summary").ShouldBe("The profile was updated: notes.");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task An_influencer_and_the_partnerships_of_a_campaign_are_told_after_each_change(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var (influencer, campaign) = (await desk.Influencer("Uma"), await desk.Campaign());
        var elsewhere = await desk.Partnership(influencer);

        var person = await FirstOf(desk.Server, "subscription ($id: ID!) { influencerChanged(id: $id) { displayName version notes } }", influencer,
            turn => desk.Do("updateInfluencer", new { influencerId = influencer, notes = $"{turn}" }));
        var relationship = await FirstOf(desk.Server, "subscription ($id: ID!) { influencerChanged(id: $id) { relationship { stage } } }", influencer,
            turn => desk.Do("logOutreach", new { partnershipId = elsewhere, direction = "OUT", channel = "EMAIL", subject = $"{turn}" }));
        var partnership = await FirstOf(desk.Server, "subscription ($id: ID!) { partnershipChanged(campaignId: $id) { id stage influencer { displayName } } }",
            campaign,
            async turn => await desk.Partnership(turn == 0 ? influencer : await desk.Influencer(), turn == 0 ? null : campaign));

        person.Find("influencerChanged.displayName").GetString().ShouldBe("Uma");
        person.Find("influencerChanged.version").GetInt32().ShouldBeGreaterThan(1);
        relationship.Find("influencerChanged.relationship.stage").GetString().ShouldBe("IN_CONTACT");
        partnership.Find("partnershipChanged.stage").GetString().ShouldBe("SHORTLISTED");
        partnership.Find("partnershipChanged.id").GetString().ShouldNotBe(elsewhere);
        partnership.Find("partnershipChanged.influencer.displayName").GetString().ShouldNotBe("Uma");
    }

    /// <summary>
    /// What a subscription tells first. The protocol does not say when a subscription has begun, so something is changed again until it tells.
    /// </summary>
    private static async Task<JsonElement> FirstOf(CrmServer server, string document, string id, Func<int, Task> change)
    {
        using var socket = await LiveSocket.Open(server);
        await socket.Subscribe("1", document, new { id });
        var told = socket.Next("1");
        for (var turn = 0; !told.IsCompleted; turn++) await change(turn);
        return await told;
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task The_progress_of_an_import_is_told_until_it_is_complete(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var rows = string.Concat(Enumerable.Range(0, 1200).Select(i => $"Person {i},imported{i},{1000 + i}\n"));
        var key = server.Services.GetRequiredService<IdGenerator>().Next();
        await server.Services.GetRequiredService<ImportFiles>().Add(
            new EntityKey("default", key), new UploadedList("people.csv", Encoding.UTF8.GetBytes("name,instagram,followers\n" + rows), null),
            CancellationToken.None);
        using var socket = await LiveSocket.Open(server);
        await socket.Subscribe("1", "subscription ($id: ID!) { importProgress(id: $id) { id status total processed } }",
            new { id = NodeId.Of<ImportJob>(key).ToString() });
        (await socket.Next("1")).Find("importProgress").Text("status").ShouldBe("PREVIEWED");

        await server.Query("mutation ($id: ID!) { startImport(input: { importId: $id }) { userErrors { code } } }",
            new { id = NodeId.Of<CreatorCRM.Server.Api.Import>(key).ToString() });

        var processed = 0;
        while (true)
        {
            var job = (await socket.Next("1")).GetProperty("importProgress");
            job.GetProperty("processed").GetInt32().ShouldBeGreaterThanOrEqualTo(processed);
            processed = job.GetProperty("processed").GetInt32();
            if (job.Text("status") == "COMPLETED") break;
        }
        processed.ShouldBe(1200);
        (await socket.Receive()).Text("type").ShouldBe("complete");
    }

    [Fact]
    public async Task The_progress_of_an_import_that_is_not_there_ends_at_once()
    {
        using var socket = await LiveSocket.Open(await servers.On(StorageEngine.Sqlite));
        await socket.Subscribe("1", "subscription ($id: ID!) { importProgress(id: $id) { id } }", new { id = NodeId.Of<ImportJob>("none").ToString() });
        (await socket.Receive()).Text("type").ShouldBe("complete");
    }
}
