using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class PartnershipRefusalTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Who_must_not_be_contacted_is_not_by_any_path(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var influencer = await desk.Influencer();
        var (drafted, open) = (await desk.Agreed(influencer), await desk.Partnership(influencer));
        var contract = await desk.Draft(drafted);
        await desk.Do("setDoNotContact", new { influencerId = influencer, reason = "asked for it" });

        (await desk.Refused("logOutreach", new { partnershipId = open, direction = "OUT", channel = "EMAIL" })).ShouldBe("- DO_NOT_CONTACT");
        (await desk.Refused("proposeOffer", new { partnershipId = open, compensation = Desk.Fee(1) })).ShouldBe("- DO_NOT_CONTACT");
        (await desk.Refused("sendContract", new { contractId = contract })).ShouldBe("- DO_NOT_CONTACT");
        await desk.Do("logOutreach", new { partnershipId = open, direction = "IN", channel = "EMAIL" });
        (await desk.Stage(open)).ShouldBe("REPLIED");

        await desk.Do("liftDoNotContact", new { influencerId = influencer, reason = "changed their mind" });
        await desk.Do("sendContract", new { contractId = contract });
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_minor_signs_with_a_guardian(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var contract = await desk.Draft(await desk.Agreed(await desk.Influencer(isMinor: true)));
        await desk.Do("sendContract", new { contractId = contract });
        (await desk.Refused("signContract", new { contractId = contract, party = "INFLUENCER", signedBy = "Ben" })).ShouldBe("guardian GUARDIAN_REQUIRED");
        (await desk.Refused("signContract", new { contractId = contract, party = "INFLUENCER", signedBy = "Ben", guardian = " " }))
            .ShouldBe("guardian GUARDIAN_REQUIRED");
        var signed = await desk.Do("signContract", new { contractId = contract, party = "INFLUENCER", signedBy = "Ben", guardian = "Ada" },
            "contract { status signatures { signedBy guardian } }");
        signed.Find("contract").ToString().ShouldBe("""{"status":"SIGNED_BY_INFLUENCER","signatures":[{"signedBy":"Ben","guardian":"Ada"}]}""");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Money_that_makes_no_offer_is_refused_where_it_stands(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var partnershipId = await desk.Partnership();
        Task<string> Refused(params object[] compensation) => desk.Refused("proposeOffer", new { partnershipId, compensation });
        Task<string> BadInput(params object[] compensation) => desk.BadInput("proposeOffer", new { partnershipId, compensation });

        (await Refused(Desk.Fee(-1))).ShouldBe("compensation.0.fixedFee.amount NEGATIVE_MONEY");
        (await Refused(Desk.Fee(0))).ShouldBe("compensation.0.fixedFee.amount INVALID");
        (await Refused([.. Desk.Fee(1), new { usageFee = new { amount = Desk.Money(1, "USD") } }])).ShouldBe("compensation CURRENCY_MISMATCH");
        (await Refused([.. Desk.Fee(1), new { commission = new { } }])).ShouldBe("compensation.1.commission INVALID");
        (await Refused(new { commission = new { percent = 10, amountPerSale = Desk.Money(1) } })).ShouldBe("compensation.0.commission INVALID");
        (await Refused(new { commission = new { percent = "100.5" } })).ShouldBe("compensation.0.commission.percent INVALID");
        (await Refused(new { commission = new { percent = 10, cap = Desk.Money(-5) } })).ShouldBe("compensation.0.commission.cap NEGATIVE_MONEY");
        (await Refused(new { product = new { name = " ", quantity = 0 } }))
            .ShouldBe("compensation.0.product.name REQUIRED, compensation.0.product.quantity INVALID");
        (await Refused()).ShouldBe("compensation INVALID");
        (await BadInput(Desk.Fee(1, "XXX"))).ShouldContain("'XXX'");
        (await BadInput(Desk.Fee(0.001m))).ShouldContain("0.001");
        (await BadInput(new { fixedFee = new { amount = Desk.Money(1) }, usageFee = new { amount = Desk.Money(1) } })).ShouldNotBeEmpty();
        (await desk.Stage(partnershipId)).ShouldBe("SHORTLISTED");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_campaign_that_is_over_takes_nobody_in(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var (influencerId, campaignId) = (await desk.Influencer(), await desk.Campaign());
        await desk.Do("updateCampaign", new { campaignId, status = "CANCELLED" });
        (await desk.Refused("createPartnership", new { influencerId, campaignId })).ShouldBe("campaignId ILLEGAL_STAGE");
        await desk.Do("updateCampaign", new { campaignId, status = "DRAFT" });
        await desk.Partnership(influencerId, campaignId);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task What_an_id_means_must_be_there_and_of_the_right_type(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var (influencerId, campaignId) = (await desk.Influencer(), await desk.Campaign());
        var partnershipId = await desk.Partnership(influencerId, campaignId);
        var unknown = NodeId.Of<CreatorCRM.Server.Api.Partnership>("0123").ToString();
        var unknownOffer = NodeId.Of<CreatorCRM.Server.Api.Offer>("0123.1").ToString();
        var unknownContract = NodeId.Of<CreatorCRM.Server.Api.Contract>("0123").ToString();

        (await desk.Refused("createPartnership", new { influencerId = Other("Influencer"), campaignId = Other("Campaign") }))
            .ShouldBe("influencerId NOT_FOUND, campaignId NOT_FOUND");
        (await desk.Refused("updateCampaign", new { campaignId = Other("Campaign"), name = "x" })).ShouldBe("campaignId NOT_FOUND");
        (await desk.Refused("changePartnershipStage", new { partnershipId = unknown, stage = "CONTACTED" })).ShouldBe("partnershipId NOT_FOUND");
        (await desk.Refused("logOutreach", new { partnershipId = unknown, direction = "OUT", channel = "EMAIL" })).ShouldBe("partnershipId NOT_FOUND");
        (await desk.Refused("acceptOffer", new { offerId = unknownOffer })).ShouldBe("offerId NOT_FOUND");
        (await desk.Refused("signContract", new { contractId = unknownContract, party = "BRAND", signedBy = "Jo" })).ShouldBe("contractId NOT_FOUND");
        (await desk.Refused("completeFollowUp", new { followUpId = NodeId.Of<CreatorCRM.Server.Api.FollowUp>("0123.1").ToString() }))
            .ShouldBe("followUpId NOT_FOUND");
        (await desk.BadInput("acceptOffer", new { offerId = partnershipId })).ShouldContain("Offer is needed");
        (await desk.BadInput("createPartnership", new { influencerId = campaignId, campaignId = influencerId })).ShouldContain("is needed");
        (await desk.BadInput("addDeliverable", new { partnershipId = "nonsense", kind = "PODCAST" })).ShouldContain("not an id");
        (await desk.BadInput("addDeliverable", new { partnershipId = new NodeId("Partnership", "\0").ToString(), kind = "PODCAST" }))
            .ShouldContain("not an id");
        var filter = await desk.Server.Error("query ($id: ID!) { partnerships(filter: { or: [{ not: { campaignId: { in: [$id] } } }] }) { totalCount } }",
            new { id = influencerId });
        filter.Find("extensions.inputPath").ToString().ShouldBe("""["filter","or","0","not","campaignId","in","0"]""");
        (await desk.Server.Query("query ($id: ID!) { partnership(id: $id) { id } }", new { id = unknown })).Find("partnership").ToString().ShouldBeEmpty();

        static string Other(string type) => new NodeId(type, "0123").ToString();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Stages_follow_the_rules_and_an_open_contract_holds_the_agreement(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var partnershipId = await desk.Agreed();
        (await desk.Refused("changePartnershipStage", new { partnershipId, stage = "CONTRACTED" })).ShouldBe("stage ILLEGAL_STAGE");
        var contractId = await desk.Draft(partnershipId);
        (await desk.Refused("changePartnershipStage", new { partnershipId, stage = "NEGOTIATING" })).ShouldBe("stage ILLEGAL_CONTRACT_STATUS");
        (await desk.Refused("voidContract", new { contractId, reason = "" })).ShouldBe("reason REQUIRED");
        await desk.Do("voidContract", new { contractId, reason = "new budget" });
        var moved = await desk.Do("changePartnershipStage", new { partnershipId, stage = "NEGOTIATING", reason = "new budget" },
            "partnership { stage stageIsManual contractStatus }");
        moved.Find("partnership").ToString().ShouldBe("""{"stage":"NEGOTIATING","stageIsManual":true,"contractStatus":"VOIDED"}""");
        var offerId = await desk.Offer(partnershipId, Desk.Fee(200));
        await desk.Do("withdrawOffer", new { offerId });
        (await desk.Refused("declineOffer", new { offerId })).ShouldBe("offerId ILLEGAL_OFFER_STATUS");
        await desk.Do("declineOffer", new { offerId = await desk.Offer(partnershipId, Desk.Fee(210)) });
        await desk.Do("acceptOffer", new { offerId = await desk.Offer(partnershipId, Desk.Fee(220), "INFLUENCER") });
        contractId = await desk.Draft(partnershipId);
        await desk.Do("sendContract", new { contractId });
        await desk.Do("declineContract", new { contractId, reason = "too long" });
        (await desk.Draft(partnershipId)).ShouldNotBe(contractId);
    }
}
