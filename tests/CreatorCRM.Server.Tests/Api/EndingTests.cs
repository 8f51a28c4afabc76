using System.Text.Json;
using CreatorCRM.Server.Tests.Contracts;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

/// <summary>What ends with a campaign, a partnership or the wish to be contacted.</summary>
public sealed class EndingTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Nothing_new_begins_in_a_campaign_that_is_over_and_what_is_under_way_goes_on(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var campaignId = await desk.Campaign();
        var (fresh, asked, agreed, signed) = (await desk.Partnership(campaignId: campaignId), await desk.Partnership(campaignId: campaignId),
            await desk.Partnership(campaignId: campaignId), await desk.Partnership(campaignId: campaignId));
        var offerId = await desk.Offer(asked);
        foreach (var partnership in (string[])[agreed, signed]) await desk.Do("acceptOffer", new { offerId = await desk.Offer(partnership) });
        var contractId = await desk.Contracted(signed);
        var sequenceId = (await desk.Do("createSequence", new { name = "Spring", steps = (object[])[new { waitDays = 1, task = "Call" }] }, "sequence { id }"))
            .Find("sequence.id").GetString();

        foreach (var status in (string[])["CANCELLED", "COMPLETED"])
        {
            if (status == "COMPLETED")
                foreach (var step in (string[])["DRAFT", "ACTIVE"]) await desk.Do("updateCampaign", new { campaignId, status = step });
            await desk.Do("updateCampaign", new { campaignId, status });
            (await desk.Refused("proposeOffer", new { partnershipId = fresh, by = "BRAND", compensation = Desk.Fee(100) }))
                .ShouldBe("partnershipId ILLEGAL_STAGE");
            (await desk.Refused("acceptOffer", new { offerId })).ShouldBe("offerId ILLEGAL_STAGE");
            (await desk.Refused("draftContract", new { partnershipId = agreed })).ShouldBe("partnershipId ILLEGAL_STAGE");
            (await desk.Refused("startSequence", new { partnershipId = fresh, sequenceId })).ShouldBe("partnershipId ILLEGAL_STAGE");
        }
        (await Tried(desk, fresh, sequenceId!)).ShouldBe(["ILLEGAL_STAGE"]);

        await desk.Do("amendContract", new { contractId, terms = new { compensation = Desk.Fee(300) } });
        await desk.Do("addDeliverable", new { partnershipId = signed, kind = "INSTAGRAM_REEL" });
        await desk.Do("declineOffer", new { offerId });
        await desk.Do("updateCampaign", new { campaignId, status = "ACTIVE" });
        await desk.Do("draftContract", new { partnershipId = agreed });
        await desk.Offer(fresh);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task What_was_to_be_followed_up_is_off_my_day_once_it_came_to_nothing(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var influencerId = await desk.Influencer();
        var (declined, cancelled, silent, open) = (await Planned(), await Planned(), await Planned(), await Planned());
        (await Open()).ShouldBe(4);

        await desk.Do("declinePartnership", new { partnershipId = declined, by = "INFLUENCER", reason = "TIMING" });
        await desk.Do("changePartnershipStage", new { partnershipId = cancelled, stage = "CANCELLED" });
        await desk.Do("changePartnershipStage", new { partnershipId = silent, stage = "UNRESPONSIVE" });
        (await Open()).ShouldBe(1);
        var told = await desk.Server.Query(
            "query ($id: ID!) { partnership(id: $id) { nextFollowUpAt timeline(first: 1) { nodes { summary } } } }", new { id = declined });
        told.Find("partnership.nextFollowUpAt").ValueKind.ShouldBe(JsonValueKind.Null);
        told.Find("partnership.timeline.nodes.0.summary").GetString().ShouldBe("A follow-up was dismissed: the partnership is declined.");

        // To ask again another time is planned on purpose.
        await desk.Do("scheduleFollowUp", new { partnershipId = declined, dueAt = "2031-06-01T09:00:00Z" });
        (await Open()).ShouldBe(2);
        await desk.Do("changePartnershipStage", new { partnershipId = open, stage = "CONTACTED" });
        (await Open()).ShouldBe(2);
        await desk.Do("setDoNotContact", new { influencerId, reason = "Asked for it" });
        (await Open()).ShouldBe(0);

        async Task<string> Planned()
        {
            var partnershipId = await desk.Partnership(influencerId);
            await desk.Do("scheduleFollowUp", new { partnershipId, dueAt = "2031-05-01T09:00:00Z" });
            return partnershipId;
        }

        async Task<int> Open() => (await desk.Server.Query(
            "query ($id: ID!) { tasks(filter: { influencerId: { eq: $id }, status: { eq: OPEN } }) { totalCount } }", new { id = influencerId }))
            .Find("tasks.totalCount").GetInt32();
    }

    private static async Task<string[]> Tried(Desk desk, string partnershipId, string sequenceId)
    {
        var input = new { which = new { ids = new[] { partnershipId } }, sequenceId, dryRun = true };
        var id = (await desk.Do("bulkStartSequence", input, "bulkAction { id }")).Find("bulkAction.id").GetString();
        var action = default(JsonElement);
        await Poll.Until(async () =>
        {
            action = (await desk.Server.Query("query ($id: ID!) { bulkAction(id: $id) { status results(first: 5) { nodes { code } } } }", new { id }))
                .Find("bulkAction");
            return action.Text("status") == "COMPLETED";
        }, "it was tried");
        return action.Each("results.nodes", "code");
    }
}
