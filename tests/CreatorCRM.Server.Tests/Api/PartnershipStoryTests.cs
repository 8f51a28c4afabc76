using System.Text.Json;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class PartnershipStoryTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private const string EverywhereDocument = """
        query ($influencer: ID!, $campaign: ID!) {
          partnerships(filter: { influencerId: { eq: $influencer } }) { nodes { stage version influencer { displayName } campaign { name } } }
          influencers(query: "Storyteller") { nodes { displayName partnerships { totalCount nodes { stage version } } } }
          campaigns(query: "Storytelling") { nodes { name partnerships { totalCount nodes { stage version } } } }
          influencer(id: $influencer) { partnerships(filter: { campaignId: { in: [$campaign] } }) { nodes { stage version } } }
        }
        """;

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task From_the_shortlist_to_a_contract_in_force(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var influencer = await desk.Influencer("Mia Storyteller");
        var campaign = await desk.Campaign("Storytelling bread");
        var partnership = await desk.Partnership(influencer, campaign);
        await Shows("SHORTLISTED", 1);
        (await desk.Refused("createPartnership", new { influencerId = influencer, campaignId = campaign })).ShouldBe("influencerId ALREADY_IN_CAMPAIGN");

        await desk.Do("logOutreach", new
        {
            partnershipId = partnership,
            direction = "OUT",
            channel = "EMAIL",
            subject = "Bread?",
            followUpAt = "2030-01-01T08:00:00Z"
        });
        await Shows("CONTACTED", 4);
        var reply = await desk.Do("logOutreach", new { partnershipId = partnership, direction = "IN", channel = "DIRECT_MESSAGE", body = "Gladly!" },
            "outreachMessage { direction channel body loggedBy } partnership { stage lastReplyAt lastContactAt nextFollowUpAt }");
        reply.Find("outreachMessage").ToString().ShouldBe("""{"direction":"IN","channel":"DIRECT_MESSAGE","body":"Gladly!","loggedBy":"Owner"}""");
        reply.Find("partnership.lastContactAt").ToString().ShouldBe(reply.Find("partnership.lastReplyAt").ToString());
        reply.Find("partnership.nextFollowUpAt").GetString()!.ShouldStartWith("2030-01-01T08:00:00");
        await Shows("REPLIED", 6);

        object[] mixed = [.. Desk.Fee(250), new { commission = new { percent = "10" } },
            new { product = new { name = "A sourdough set", value = Desk.Money(40) } }];
        var first = await desk.Offer(partnership, mixed);
        await Shows("NEGOTIATING", 8);
        (await desk.Refused("draftContract", new { partnershipId = partnership })).ShouldBe("partnershipId ILLEGAL_STAGE");
        var counter = await desk.Do("proposeOffer", new { partnershipId = partnership, by = "INFLUENCER", compensation = Desk.Fee(300), note = "More, please" },
            "offer { id number by status answers { id status } }");
        counter.Find("offer.answers").ToString().ShouldBe($$"""{"id":"{{first}}","status":"COUNTERED"}""");
        (await desk.Refused("acceptOffer", new { offerId = first })).ShouldBe("offerId ILLEGAL_OFFER_STATUS");
        var accepted = await desk.Do("acceptOffer", new { offerId = counter.Find("offer.id").GetString() }, "offer { status } partnership { stage }");
        accepted.ToString().ShouldStartWith("""{"offer":{"status":"ACCEPTED"},"partnership":{"stage":"AGREED"}""");
        await Shows("AGREED", 11);
        (await desk.Refused("acceptOffer", new { offerId = counter.Find("offer.id").GetString() })).ShouldBe("offerId ILLEGAL_OFFER_STATUS");
        (await desk.Refused("proposeOffer", new { partnershipId = partnership, compensation = Desk.Fee(1) })).ShouldBe("partnershipId ILLEGAL_STAGE");

        var contract = await desk.Draft(partnership);
        (await desk.Refused("signContract", new { contractId = contract, party = "INFLUENCER", signedBy = "Mia" }))
            .ShouldBe("contractId ILLEGAL_CONTRACT_STATUS");
        await desk.Do("sendContract", new { contractId = contract });
        (await desk.Refused("signContract", new { contractId = contract, party = "BRAND", signedBy = "Jo" })).ShouldBe("contractId ILLEGAL_CONTRACT_STATUS");
        await desk.Do("signContract", new { contractId = contract, party = "INFLUENCER", signedBy = "Mia" });
        await Shows("AGREED", 14);
        await desk.Do("signContract", new { contractId = contract, party = "BRAND", signedBy = "Jo" });
        await Shows("CONTRACTED", 16);
        (await desk.Refused("voidContract", new { contractId = contract, reason = "regret" })).ShouldBe("contractId ILLEGAL_CONTRACT_STATUS");
        await desk.Do("addDeliverable", new { partnershipId = partnership, kind = "INSTAGRAM_REEL", dueOn = "2030-02-01" });

        string[] told =
        [
            "Mia Storyteller was shortlisted for Storytelling bread.",
            "An e-mail went out: Bread?",
            "A follow-up is due on 2030-01-01.",
            "The stage went from shortlisted to contacted.",
            "A direct message came in.",
            "The stage went from contacted to replied.",
            "The brand offered a fee of 250.00 EUR + 10 % commission + A sourdough set.",
            "The stage went from replied to negotiating.",
            "The influencer countered with a fee of 300.00 EUR.",
            "The brand accepted a fee of 300.00 EUR.",
            "The stage went from negotiating to agreed.",
            "Version 1 of the contract was drafted: a fee of 300.00 EUR.",
            "Version 1 of the contract was sent to the influencer.",
            "Mia signed version 1 of the contract for the influencer.",
            "Jo signed version 1 of the contract for the brand.",
            "The stage went from agreed to contracted.",
            "A deliverable was planned: Instagram reel, due on 2030-02-01.",
        ];
        (await Timeline("partnership", partnership)).ShouldBe(told);
        (await Timeline("influencer", influencer)).TakeLast(told.Length).ShouldBe(told);
        (await Timeline("campaign", campaign)).TakeLast(told.Length).ShouldBe(told);
        (await Timeline("influencer", influencer))[0].ShouldContain("Mia Storyteller");
        (await Timeline("campaign", campaign))[0].ShouldBe("The campaign Storytelling bread was created.");
        desk.Server.Log.ShouldNotContain(entry => entry.StartsWith("Error"));

        async Task Shows(string stage, int version)
        {
            var everywhere = await desk.Server.Query(EverywhereDocument, new { influencer, campaign });
            foreach (var list in (string[])["partnerships", "influencers.nodes.0.partnerships", "campaigns.nodes.0.partnerships", "influencer.partnerships"])
            {
                var node = everywhere.Find($"{list}.nodes.0");
                (node.Find("stage").GetString(), node.Find("version").GetInt32()).ShouldBe((stage, version), list);
            }
            everywhere.Find("campaigns.nodes.0.partnerships.totalCount").GetInt32().ShouldBe(1);
            everywhere.Find("partnerships.nodes.0.influencer.displayName").GetString().ShouldBe("Mia Storyteller");
        }

        async Task<string[]> Timeline(string entity, string id)
        {
            var answer = await desk.Server.Query($"query ($id: ID!) {{ {entity}(id: $id) {{ timeline(first: 50, direction: ASC) {{ nodes {{ summary }} }} }} }}", new { id });
            return answer.Each($"{entity}.timeline.nodes", "summary");
        }
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task All_that_belongs_to_a_partnership_reads_back_as_it_was_given(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var partnership = await desk.Partnership();
        object[] all =
        [
            .. Desk.Fee(250), new { product = new { name = "Set", quantity = 2, value = Desk.Money(40) } },
            new { commission = new { amountPerSale = Desk.Money(1.5m), cap = Desk.Money(100) } },
            new { performanceBonus = new { metric = "LINK_CLICKS", threshold = 500, amount = Desk.Money(50) } },
            new { discount = new { percent = "15", couponCode = "MIA15" } },
            new { cashback = new { amount = Desk.Money(5) } }, new { usageFee = new { amount = Desk.Money(80), usage = "Paid social" } },
        ];
        await desk.Do("acceptOffer", new { offerId = await desk.Offer(partnership, all) });
        var terms = new
        {
            deliverables = new[] { new { kind = "TIKTOK_VIDEO", dueOn = "2026-12-01" } },
            usageRights = new[] { new { asset = "The video", channels = new[] { "PAID" }, period = new { from = "2026-12-01", until = "2027-12-01" } } },
            exclusivities = new[] { new { category = "Bread", brands = new[] { "Other" } } },
            disclosureDuty = "Werbung",
            reportWithinDays = 7,
            term = new { from = "2026-11-01" },
        };
        await desk.Do("draftContract", new { partnershipId = partnership, terms });
        await desk.Do("scheduleFollowUp", new { partnershipId = partnership, dueAt = "2030-01-01T00:00:00Z", note = "Ask" });
        var read = await desk.Server.Query("""
            query ($id: ID!) { partnership(id: $id) {
              offers { compensation { __typename description
                ... on FixedFee { amount { amount currencyCode } } ... on ProductGift { name quantity value { amount } } ... on Commission { percent amountPerSale { amount } cap { amount } }
                ... on PerformanceBonus { metric threshold } ... on Discount { percent couponCode } ... on UsageFee { usage } } }
              contract { number status terms { deliverables { kind quantity dueOn } compensation { description } usageRights { asset channels territory period { from until } }
                exclusivities { category brands period { from until } } disclosureDuty reportWithinDays noticeDays term { from until } } signatures { party } }
              followUps { id dueAt note doneAt } } }
            """, new { id = partnership });
        read.Each("partnership.offers.0.compensation", "__typename")
            .ShouldBe(["FixedFee", "ProductGift", "Commission", "PerformanceBonus", "Discount", "Cashback", "UsageFee"]);
        read.Find("partnership.offers.0.compensation.0.amount").ToString().ShouldBe("""{"amount":"250.00","currencyCode":"EUR"}""");
        read.Find("partnership.offers.0.compensation.2").ToString().ShouldContain("1.50 EUR per sale up to 100.00 EUR");
        read.Find("partnership.contract.terms.compensation").GetArrayLength().ShouldBe(7);
        read.Find("partnership.contract.terms.deliverables").ToString().ShouldBe("""[{"kind":"TIKTOK_VIDEO","quantity":1,"dueOn":"2026-12-01"}]""");
        read.Find("partnership.contract.terms.usageRights").ToString().ShouldBe("""[{"asset":"The video","channels":["PAID"],"territory":null,"period":{"from":"2026-12-01","until":"2027-12-01"}}]""");
        read.Find("partnership.contract.terms.exclusivities.0.period").ToString().ShouldBe("""{"from":null,"until":null}""");
        read.Find("partnership.contract.terms.term").ToString().ShouldBe("""{"from":"2026-11-01","until":null}""");

        var followUpId = read.Find("partnership.followUps.0.id").GetString();
        var done = await desk.Do("completeFollowUp", new { followUpId }, "followUp { id doneAt } partnership { nextFollowUpAt }");
        done.Find("followUp.doneAt").ValueKind.ShouldBe(JsonValueKind.String);
        done.Find("partnership.nextFollowUpAt").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Every_part_is_a_node_of_its_own_type(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var partnership = await desk.Agreed();
        await desk.Draft(partnership);
        await desk.Do("addDeliverable", new { partnershipId = partnership, kind = "PODCAST" });
        await desk.Do("logOutreach", new { partnershipId = partnership, direction = "OUT", channel = "PHONE", followUpAt = "2030-01-01T00:00:00Z" });
        var parts = (await desk.Server.Query(
            "query ($id: ID!) { partnership(id: $id) { id influencer { id } campaign { id } offers { id } contracts { id } deliverables { id } followUps { id } outreach { nodes { id } } } }",
            new { id = partnership })).Find("partnership");
        string[] ids =
        [
            .. ((string[])["id", "influencer.id", "campaign.id", "offers.0.id", "contracts.0.id", "deliverables.0.id", "followUps.0.id", "outreach.nodes.0.id"])
            .Select(path => parts.Find(path).GetString()!),
        ];
        ids.Distinct().Count().ShouldBe(ids.Length);
        var nodes = await desk.Server.Query("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", new { ids });
        nodes.Each("nodes", "__typename")
            .ShouldBe(["Partnership", "Influencer", "Campaign", "Offer", "Contract", "Deliverable", "FollowUp", "OutreachMessage"]);
        nodes.Each("nodes", "id").ShouldBe(ids);
    }
}
