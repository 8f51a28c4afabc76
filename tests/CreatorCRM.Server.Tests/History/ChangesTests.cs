using System.Text.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.History;

public sealed class ChangesTests(PostgresServer postgres)
{
    private const string Document = "query ($id: ID!, $from: DateTime!, $to: DateTime!) { changes(subjectId: $id, from: $from, to: $to) { path label before after changedAt actor { key } entry { kind } } }";

    private readonly LeapingTime _time = new(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task They_name_what_differs_between_two_instants_and_the_event_that_made_it_so(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var mia = await desk.Influencer("Mia");
        var partnership = await desk.Partnership(mia);
        await desk.Offer(partnership);
        var from = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromHours(1));
        await desk.Do("updateInfluencer", new { influencerId = mia, displayName = "Mio", agency = "Stars" });
        await desk.Do("updateInfluencer", new { influencerId = mia, displayName = "Mia" });
        await desk.Offer(partnership, Desk.Fee(300));
        _time.Advance(TimeSpan.FromHours(1));
        var to = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromHours(1));
        await desk.Do("updateInfluencer", new { influencerId = mia, notes = "Later" });

        var person = (await Changes(mia)).ShouldHaveSingleItem();
        (person.Text("path"), person.Text("label"), person.Find("before").ValueKind, person.Text("after"), person.Find("actor.key").GetString(),
            person.Find("entry.kind").GetString(), person.Text("changedAt"))
            .ShouldBe(("agency", "Agency", JsonValueKind.Null, "Stars", "owner", "influencer.profile-updated", "2026-01-01T10:00:00Z"));
        var offers = await Changes(partnership);
        offers.Select(change => change.Text("path"))
            .ShouldBe(["offers.1.closedAt", "offers.1.status", "offers.2.by", "offers.2.compensation", "offers.2.status"], ignoreOrder: true);
        var status = offers.Single(change => change.Text("path") == "offers.1.status");
        (status.Text("label"), status.Text("before")).ShouldBe(("Offer 1: status", "PROPOSED"));
        offers.Single(change => change.Text("path") == "offers.2.compensation").Text("after").ShouldBe("a fee of 300.00 EUR");
        (await server.Error(Document, new { id = mia, from = to, to = from })).Find("extensions.code").GetString().ShouldBe("BAD_USER_INPUT");

        async Task<JsonElement[]> Changes(string id) => [.. (await server.Query(Document, new { id, from, to })).Find("changes").EnumerateArray()];
    }
}
