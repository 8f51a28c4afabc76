using System.Text.Json;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class PartnershipCostTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private const string CostDocument = """
        query ($id: ID!) { partnership(id: $id) {
          cost { committed { amount } earned { amount } paid { amount } currencyCode components { number component { __typename description unlocksOn } unlocksOn committed { amount } earned { amount } explanation } }
          campaign { spend { committed { amount } earned { amount } left { amount } currencyCode } spends { currencyCode } }
          sales(first: 10) { totalCount nodes { orderNumber net { amount } reversals { amount { amount } reason } } } } }
        """;

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_partnership_explains_what_it_costs_from_the_agreement_to_the_last_refund(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var campaign = (await desk.Do("createCampaign", new { name = "Rice loaves", status = "ACTIVE", budget = Desk.Money(1_000) }, "campaign { id }"))
            .Find("campaign.id").GetString();
        var partnership = await desk.Partnership(campaignId: campaign);
        (await Read(desk, partnership)).Find("cost").ValueKind.ShouldBe(JsonValueKind.Null);
        (await Read(desk, partnership)).Find("campaign.spend").ToString()
            .ShouldBe("""{"committed":{"amount":"0.00"},"earned":{"amount":"0.00"},"left":{"amount":"1000.00"},"currencyCode":"EUR"}""");

        object[] mixed =
        [
            .. Desk.Fee(250),
            new { usageFee = new { amount = Desk.Money(100), usage = "Newsletter" } },
            new { commission = new { percent = "10", cap = Desk.Money(50), tiers = new[] { new { fromSales = Desk.Money(100), percent = "20" } } } },
        ];
        await desk.Do("acceptOffer", new { offerId = await desk.Offer(partnership, mixed) });
        var contract = await desk.Draft(partnership);
        await desk.Do("sendContract", new { contractId = contract });
        foreach (var party in (string[])["INFLUENCER", "BRAND"]) await desk.Do("signContract", new { contractId = contract, party, signedBy = "Jo" });

        await desk.Do("recordSale", new { partnershipId = partnership, orderNumber = "A-1", amount = Desk.Money(80) });
        var second = await desk.Do("recordSale", new { partnershipId = partnership, orderNumber = "A-2", amount = Desk.Money(70.05m) },
            "sale { id orderNumber buyer } partnership { cost { earned { amount } } }");
        // 10 % of 100.00 and 20 % of 50.05.
        second.Find("partnership.cost.earned.amount").GetString().ShouldBe("120.01");
        (await desk.Refused("recordSale", new { partnershipId = partnership, orderNumber = "A-2", amount = Desk.Money(5) }))
            .ShouldBe("orderNumber ORDER_TAKEN");
        (await desk.Refused("recordSale", new { partnershipId = partnership, orderNumber = "A-3", amount = Desk.Money(0) })).ShouldBe("amount NOT_A_SALE");
        (await desk.Refused("recordSale", new { partnershipId = partnership, orderNumber = "A-3", amount = Desk.Money(5, "USD") }))
            .ShouldBe("amount CURRENCY_MISMATCH");
        var refund = await desk.Do("reverseSale", new { saleId = second.Find("sale.id").GetString(), amount = Desk.Money(50.05m), reason = "Broken" },
            "sale { net { amount } } partnership { cost { earned { amount } } }");
        (refund.Find("sale.net.amount").GetString(), refund.Find("partnership.cost.earned.amount").GetString()).ShouldBe(("20.00", "110.00"));

        var now = await Read(desk, partnership);
        now.Find("cost").ToString().ShouldBe(string.Concat(
            """{"committed":{"amount":"400.00"},"earned":{"amount":"110.00"},"paid":{"amount":"0.00"},"currencyCode":"EUR","components":[""",
            """{"number":1,"component":{"__typename":"FixedFee","description":"a fee of 250.00 EUR","unlocksOn":"PUBLICATION"},"unlocksOn":"PUBLICATION","committed":{"amount":"250.00"},"earned":{"amount":"0.00"},"explanation":"Due as soon as all content is online."},""",
            """{"number":2,"component":{"__typename":"UsageFee","description":"a usage fee of 100.00 EUR","unlocksOn":"ACCEPTANCE"},"unlocksOn":"ACCEPTANCE","committed":{"amount":"100.00"},"earned":{"amount":"100.00"},"explanation":"Earned: the contract is in force."},""",
            """{"number":3,"component":{"__typename":"Commission","description":"10 % commission, in 2 steps up to 50.00 EUR","unlocksOn":"ORDER_PAYMENT"},"unlocksOn":"ORDER_PAYMENT","committed":{"amount":"50.00"},"earned":{"amount":"10.00"},""",
            """ "explanation":"10.00 EUR from 2 sales of 100.00 EUR after refunds; up to the cap of 50.00 EUR may follow."}]}""".TrimStart()));
        now.Find("campaign").ToString().ShouldBe("""{"spend":{"committed":{"amount":"400.00"},"earned":{"amount":"110.00"},"left":{"amount":"600.00"},"currencyCode":"EUR"},"spends":[{"currencyCode":"EUR"}]}""");
        now.Find("sales").ToString().ShouldBe("""{"totalCount":2,"nodes":[{"orderNumber":"A-2","net":{"amount":"20.00"},"reversals":[{"amount":{"amount":"50.05"},"reason":"Broken"}]},{"orderNumber":"A-1","net":{"amount":"80.00"},"reversals":[]}]}""");
        (await desk.Server.Query("""{ saleByOrderNumber(orderNumber: "A-1") { amount { amount } partnership { id } } other: saleByOrderNumber(orderNumber: "Z") { id } }""")).ToString()
            .ShouldBe($$$"""{"saleByOrderNumber":{"amount":{"amount":"80.00"},"partnership":{"id":"{{{partnership}}}"}},"other":null}""");
    }

    [Fact]
    public async Task An_acceptance_beyond_the_budget_is_refused_and_says_what_is_missing()
    {
        var desk = new Desk(await servers.On(StorageEngine.Sqlite));
        var campaign = (await desk.Do("createCampaign", new { name = "Small budget", status = "ACTIVE", budget = Desk.Money(300) }, "campaign { id }"))
            .Find("campaign.id").GetString();
        var (first, second) = (await desk.Partnership(campaignId: campaign), await desk.Partnership(campaignId: campaign));
        await desk.Do("acceptOffer", new { offerId = await desk.Offer(first) });
        var offer = await desk.Offer(second);
        (await desk.Refused("acceptOffer", new { offerId = offer })).ShouldBe("- BUDGET_EXCEEDED");
        (await desk.Stage(second)).ShouldBe("NEGOTIATING");
        await desk.Do("updateCampaign", new { campaignId = campaign, budget = Desk.Money(500) });
        await desk.Do("acceptOffer", new { offerId = offer });
        await desk.Do("updateCampaign", new { campaignId = campaign, budget = Desk.Money(400) });
        (await desk.Server.Query("query ($id: ID!) { campaign(id: $id) { spend { left { amount } } } }", new { id = campaign }))
            .Find("campaign.spend.left.amount").GetString().ShouldBe("-100.00");
    }

    [Fact]
    public async Task What_cannot_make_a_component_due_is_refused()
    {
        var desk = new Desk(await servers.On(StorageEngine.Sqlite));
        var partnership = await desk.Partnership();
        (await desk.Refused("proposeOffer", new
        {
            partnershipId = partnership,
            compensation = new object[] { new { commission = new { percent = "10", unlocksOn = "PUBLICATION" } } }
        }))
            .ShouldBe("compensation.0.commission.unlocksOn INVALID");
        (await desk.Refused("proposeOffer", new
        {
            partnershipId = partnership,
            compensation = new object[] { new { cashback = new { percent = "10", tiers = new[] { new { fromCount = 5, percent = "12" } } } } }
        }))
            .ShouldBe("compensation.0.cashback.tiers.0 INVALID, compensation.0.cashback.tiers.0.fromSales INVALID");
    }

    private static async Task<JsonElement> Read(Desk desk, string partnership) =>
        (await desk.Server.Query(CostDocument, new { id = partnership })).Find("partnership");
}
