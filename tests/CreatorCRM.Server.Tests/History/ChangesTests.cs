using System.Text.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Contracts;
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

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_notice_a_brief_a_dismissal_and_a_decline_have_the_names_of_the_api(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var campaign = await desk.Campaign();
        await desk.Do("updateCampaign", new { campaignId = campaign, brief = new { goals = "Sell" } });
        var partnershipId = await desk.Partnership(campaignId: campaign);
        await desk.Do("acceptOffer", new { offerId = await desk.Offer(partnershipId) });
        var contractId = await desk.Contracted(partnershipId, new { noticeDays = 10, term = new { until = "2026-12-31" } });
        await desk.Do("scheduleFollowUp", new { partnershipId, dueAt = "2026-03-01T09:00:00Z" });
        var taskId = (await server.Query("query ($id: ID!) { tasks(filter: { partnershipId: { eq: $id } }) { nodes { id } } }", new { id = partnershipId }))
            .Find("tasks.nodes.0.id").GetString();

        (await After(() => desk.Do("terminateContract", new { contractId, by = "BRAND", reason = "No results" }))).ShouldBe([
            "contracts.1.endsOn: 2026-12-31 -> 2026-01-11", "contracts.1.termination.by:  -> BRAND", "contracts.1.termination.effectiveOn:  -> 2026-01-11",
            "contracts.1.termination.reason:  -> No results"]);
        (await After(() => desk.Do("acknowledgeBrief", new { partnershipId, version = 1 }))).ShouldBe([
            "acknowledgedBrief.acknowledgedAt:  -> 2026-01-01T15:00:00Z", "acknowledgedBrief.version:  -> 1"]);
        (await After(() => desk.Do("dismissTask", new { taskId }))).ShouldBe([
            "followUps.1.dismissedAt:  -> 2026-01-01T18:00:00Z", "nextFollowUpAt: 2026-03-01T09:00:00Z -> "]);
        (await After(() => desk.Do("declinePartnership", new { partnershipId, by = "BRAND", reason = "OTHER", note = "Closed" })))
            .ShouldContain("declineNote:  -> Closed");

        async Task<string[]> After(Func<Task> change)
        {
            var from = _time.GetUtcNow();
            _time.Advance(TimeSpan.FromHours(3));
            await change();
            var found = await server.Query(Document, new { id = partnershipId, from, to = _time.GetUtcNow() });
            return [.. Lines(found).Order(StringComparer.Ordinal)];
        }
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_partnership_that_went_with_a_merge_has_another_influencer(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var (survivorId, mergedId) = (await desk.Influencer(), await desk.Influencer());
        var partnership = await desk.Partnership(mergedId);
        var from = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromHours(1));
        await desk.Do("mergeInfluencers", new { survivorId, mergedId });
        await Poll.Until(async () => (await Changes(partnership)).Contains($"influencer.id: {mergedId} -> {survivorId}"), "it went with the merge");
        await Poll.Until(async () => (await Changes(mergedId)).Contains($"mergedInto.id:  -> {survivorId}"), "it was merged");

        async Task<IEnumerable<string>> Changes(string id) => Lines(await server.Query(Document, new { id, from, to = _time.GetUtcNow() }));
    }

    private static IEnumerable<string> Lines(JsonElement changes) =>
        changes.Find("changes").EnumerateArray().Select(one => $"{one.Text("path")}: {one.Find("before")} -> {one.Find("after")}");
}
