using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class OutreachTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_meeting_and_why_it_came_to_nothing(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var campaign = await desk.Campaign();
        var partnership = await desk.Partnership(campaignId: campaign);
        var met = await desk.Do("logMeeting",
            new { partnershipId = partnership, occurredAt = "2026-03-02T10:00:00Z", place = "the trade fair", participants = (string[])["Mia", "Jo"], notes = "Likes bread", followUpAt = "2030-01-01T08:00:00Z" },
            "outreachMessage { channel place participants body } partnership { stage nextFollowUpAt timeline(first: 3) { nodes { summary } } }");
        met.Find("outreachMessage").ToString().ShouldBe("""{"channel":"IN_PERSON","place":"the trade fair","participants":["Mia","Jo"],"body":"Likes bread"}""");
        met.Find("partnership.stage").GetString().ShouldBe("CONTACTED");
        met.Each("partnership.timeline.nodes", "summary").ShouldContain("A follow-up is due on 2030-01-01.");

        (await desk.Refused("declinePartnership", new { partnershipId = partnership, by = "INFLUENCER", reason = "OTHER" })).ShouldBe("note INVALID");
        var declined = await desk.Do("declinePartnership", new { partnershipId = partnership, by = "INFLUENCER", reason = "BUDGET", note = "Wants twice as much" },
            "partnership { stage stageIsManual declinedBy declineReason declineNote }");
        declined.Find("partnership").ToString().ShouldBe("""{"stage":"DECLINED","stageIsManual":true,"declinedBy":"INFLUENCER","declineReason":"BUDGET","declineNote":"Wants twice as much"}""");
        (await desk.Refused("declinePartnership", new { partnershipId = partnership, by = "BRAND", reason = "TIMING" })).ShouldBe("partnershipId ILLEGAL_STAGE");
        (await Found("BUDGET")).ShouldBe([partnership]);
        (await Found("TIMING")).ShouldBeEmpty();
        await desk.Do("changePartnershipStage", new { partnershipId = partnership, stage = "NEGOTIATING" });
        (await Found("BUDGET")).ShouldBeEmpty();

        async Task<string[]> Found(string reason) => (await desk.Server.Query(
            "query ($c: ID!, $r: DeclineReason!) { partnerships(filter: { campaignId: { eq: $c }, declineReason: { eq: $r } }) { nodes { id } } }", new { c = campaign, r = reason })).Each("partnerships.nodes", "id");
    }
}
