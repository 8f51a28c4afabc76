using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class BriefStoryTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Every_version_of_a_brief_is_kept_compared_and_acknowledged(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var campaign = await desk.Campaign();
        var partnership = await desk.Partnership(campaignId: campaign);
        (await desk.Refused("acknowledgeBrief", new { partnershipId = partnership, version = 1 })).ShouldBe("version NOT_FOUND");
        await Revise(new
        {
            goals = "Orders",
            mustSay = new[] { "Without wheat", "Baked in Berlin" },
            disclosures = new[] { new { country = "DE", text = "Anzeige" } }
        });
        await Revise(new
        {
            goals = "Orders from new customers",
            mustSay = new[] { "Baked in Berlin", "Since 1901" },
            publicationWindow = new { from = "2026-04-01" }
        });

        var shown = await desk.Server.Query(
            "query ($id: ID!) { campaign(id: $id) { briefVersions { version writtenBy brief { version goals mustSay } } } briefChanges(campaignId: $id, from: 1, to: 2) { field before after added removed } none: briefChanges(campaignId: $id, from: 1, to: 3) { field } }",
            new { id = campaign });
        shown.Each("campaign.briefVersions", "brief.goals").ShouldBe(["Orders", "Orders from new customers"]);
        shown.Find("briefChanges").ToString().ShouldBe(string.Concat(
            """[{"field":"GOALS","before":"Orders","after":"Orders from new customers","added":[],"removed":[]},""",
            """{"field":"MUST_SAY","before":null,"after":null,"added":["Since 1901"],"removed":["Without wheat"]},""",
            """{"field":"DISCLOSURES","before":null,"after":null,"added":[],"removed":["DE: Anzeige"]},""",
            """{"field":"PUBLICATION_WINDOW","before":null,"after":"from 2026-04-01","added":[],"removed":[]}]"""));
        shown.Find("none").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        var read = await desk.Do("acknowledgeBrief", new { partnershipId = partnership, version = 2, acknowledgedAt = "2026-03-02T10:00:00Z" },
            "partnership { acknowledgedBrief { version acknowledgedAt } }");
        read.Find("partnership.acknowledgedBrief").ToString().ShouldBe("""{"version":2,"acknowledgedAt":"2026-03-02T10:00:00Z"}""");
        (await desk.Refused("acknowledgeBrief", new { partnershipId = partnership, version = 1 })).ShouldBe("version INVALID");
        (await desk.Refused("acknowledgeBrief", new { partnershipId = partnership, version = 3 })).ShouldBe("version NOT_FOUND");
        await desk.Do("acknowledgeBrief", new { partnershipId = partnership, version = 2 });

        Task<System.Text.Json.JsonElement> Revise(object brief) => desk.Do("updateCampaign", new { campaignId = campaign, brief });
    }
}
