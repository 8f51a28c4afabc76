using System.Text.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Contracts;

/// <summary>What a partnership costs over one agreement after the other.</summary>
public sealed class AgreementStoryTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private static readonly object[] Reel = [new { kind = "INSTAGRAM_REEL", quantity = 1 }];
    private static readonly object[] Two = [new { kind = "INSTAGRAM_REEL", quantity = 2, dueOn = "2026-02-01" }];
    private static readonly object Term = new { from = "2026-01-01", until = "2090-12-31" };

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_renewal_pays_for_its_own_term_and_begins_where_content_is_made(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var partnership = await desk.Agreed();
        var first = await desk.Contracted(partnership, new { deliverables = Reel, term = Term });
        await Published(desk, partnership, 0, verify: true);
        await Paid(desk, partnership, 1, 250);
        (await desk.Stage(partnership)).ShouldBe("COMPLETED");
        (await Cost(desk, partnership)).ShouldBe("250.00 250.00 250.00: 1 250.00 250.00 250.00");

        await desk.Signed(await Renewed(desk, first));
        (await desk.Stage(partnership)).ShouldBe("CONTRACTED");
        (await Cost(desk, partnership)).ShouldBe("500.00 250.00 250.00: 1 250.00 250.00 250.00, 2 250.00 0.00 0.00");
        (await desk.Refused("proposePayout", Payout(partnership, 2, 250))).ShouldBe("components.0.amount NOT_EARNED");
        await desk.Do("planDeliverables", new { partnershipId = partnership });
        await Published(desk, partnership, 1);
        (await desk.Stage(partnership)).ShouldBe("PUBLISHED");
        (await desk.Refused("proposePayout", Payout(partnership, 1, 250))).ShouldBe("components.0.amount NOT_EARNED");
        await Paid(desk, partnership, 2, 250);
        (await Cost(desk, partnership)).ShouldBe("500.00 500.00 500.00: 1 250.00 250.00 250.00, 2 250.00 250.00 250.00");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task An_amendment_leaves_what_is_paid_in_its_place(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var partnership = await desk.Agreed();
        var contract = await desk.Contracted(partnership, new { deliverables = Reel });
        await Published(desk, partnership, 0);
        object[] fee = Desk.Fee(250), usage = [new { usageFee = new { amount = Desk.Money(100) } }];
        var swapped = (await Amended([.. usage, .. fee])).Find("contract.id").GetString()!;
        await desk.Do("sendContract", new { contractId = swapped });
        await desk.Do("signContract", new { contractId = swapped, party = "INFLUENCER", signedBy = "Mia" });
        await Paid(desk, partnership, 1, 250);
        (await desk.Refused("signContract", new { contractId = swapped, party = "BRAND", signedBy = "Jo" })).ShouldBe("contractId COMPONENT_PAID");
        await desk.Do("voidContract", new { contractId = swapped, reason = "The fee was paid meanwhile" });
        object[] reversed = [.. usage, .. fee];
        (await desk.Refused("amendContract", new { contractId = contract, terms = new { compensation = reversed } }))
            .ShouldBe("terms.compensation COMPONENT_PAID");
        (await desk.Refused("amendContract", new { contractId = contract, terms = new { compensation = usage } }))
            .ShouldBe("terms.compensation COMPONENT_PAID");

        await desk.Signed((await Amended([.. Desk.Fee(300), .. usage])).Find("contract.id").GetString()!);
        (await Cost(desk, partnership)).ShouldBe("400.00 400.00 250.00: 1 300.00 300.00 250.00, 2 100.00 100.00 0.00");
        (await desk.Refused("proposePayout", Payout(partnership, 1, 50.01m))).ShouldBe("components.0.amount NOT_EARNED");
        await Paid(desk, partnership, 1, 50);

        Task<JsonElement> Amended(object[] compensation) =>
            desk.Do("amendContract", new { contractId = contract, terms = new { compensation, deliverables = Reel } }, "contract { id }");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task What_was_given_up_stays_released_and_the_next_agreement_is_reserved(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var campaign = (await desk.Do("createCampaign", new { name = "Bread again", status = "ACTIVE", budget = Desk.Money(600) }, "campaign { id }"))
            .Find("campaign.id").GetString();
        var partnership = await desk.Partnership(campaignId: campaign);
        await desk.Do("acceptOffer", new { offerId = await desk.Offer(partnership) });
        var first = await desk.Contracted(partnership, new { deliverables = Two });
        await Published(desk, partnership, 0);
        var open = (await Deliverables(desk, partnership))[1];
        (await Overdue(desk, partnership)).ShouldBe(1);
        await desk.Do("changePartnershipStage", new { partnershipId = partnership, stage = "CANCELLED" });
        (await Cost(desk, partnership)).ShouldBe("0.00 0.00 0.00: 1 0.00 0.00 0.00");
        (await Overdue(desk, partnership)).ShouldBe(0);
        await desk.Do("cancelDeliverable", new { deliverableId = open, reason = "Given up" });
        (await Cost(desk, partnership)).ShouldBe("0.00 0.00 0.00: 1 0.00 0.00 0.00");

        await desk.Do("changePartnershipStage", new { partnershipId = partnership, stage = "SHORTLISTED" });
        (await Cost(desk, partnership)).ShouldBe("0.00 0.00 0.00: 1 0.00 0.00 0.00");
        (await desk.Refused("recordSale", new { partnershipId = partnership, orderNumber = $"{partnership}-1", amount = Desk.Money(10) }))
            .ShouldBe("partnershipId ILLEGAL_STAGE");
        (await desk.Refused("planDeliverables", new { partnershipId = partnership })).ShouldBe("partnershipId ILLEGAL_CONTRACT_STATUS");
        (await desk.Refused("acceptOffer", new { offerId = await desk.Offer(partnership, Desk.Fee(601)) })).ShouldBe("- BUDGET_EXCEEDED");
        await desk.Do("acceptOffer", new { offerId = await desk.Offer(partnership, Desk.Fee(400)) });
        (await Cost(desk, partnership)).ShouldBe("400.00 0.00 0.00: 1 0.00 0.00 0.00, 2 400.00 0.00 0.00");
        (await desk.Status(first)).ShouldBe("COUNTERSIGNED");
        await desk.Contracted(partnership, new { deliverables = Reel });
        ((await desk.Status(first)), await desk.Stage(partnership)).ShouldBe(("REPLACED", "CONTRACTED"));
        await Published(desk, partnership, 2);
        await Paid(desk, partnership, 2, 400);
        (await Cost(desk, partnership)).ShouldBe("400.00 400.00 400.00: 1 0.00 0.00 0.00, 2 400.00 400.00 400.00");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Sales_and_what_goes_back_of_them_are_of_the_term_in_which_they_were_made(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var influencer = await desk.Influencer();
        var partnership = await desk.Partnership(influencer);
        object[] share = [new { commission = new { percent = "10", cap = Desk.Money(50) } }];
        await desk.Do("acceptOffer", new { offerId = await desk.Offer(partnership, share) });
        var contract = await desk.Contracted(partnership, new { term = Term });
        var early = await Sold("1", 300);
        await Sold("own", 70, "INFLUENCER");
        await Paid(desk, partnership, 1, 30);
        await desk.Signed(await Renewed(desk, contract));
        await Sold("2", 200);
        (await Cost(desk, partnership)).ShouldBe("80.00 50.00 30.00: 1 30.00 30.00 30.00, 2 50.00 20.00 0.00");
        await desk.Do("reverseSale", new { saleId = early, amount = Desk.Money(100) });
        (await Cost(desk, partnership)).ShouldBe("80.00 40.00 30.00: 1 30.00 20.00 30.00, 2 50.00 20.00 0.00");
        await Paid(desk, partnership, 2, 20);
        // What customers bought, and nothing of the influencer's own.
        (await desk.Server.Query(
            "query ($id: ID!) { influencer(id: $id) { relationship { lifetime { spends { revenue { amount } sales roas } } } } }", new { id = influencer }))
            .Find("influencer.relationship.lifetime.spends").ToString().ShouldBe("""[{"revenue":{"amount":"400.00"},"sales":2,"roas":"10"}]""");

        async Task<string> Sold(string order, decimal amount, string buyer = "CUSTOMER") => (await desk.Do("recordSale",
            new { partnershipId = partnership, orderNumber = $"{partnership}-{order}", amount = Desk.Money(amount), buyer }, "sale { id }"))
            .Find("sale.id").GetString()!;
    }

    private static async Task<string> Renewed(Desk desk, string contractId) =>
        (await desk.Do("renewContract", new { contractId, term = new { from = "2091-01-01", until = "2091-12-31" } }, "contract { id }"))
            .Find("contract.id").GetString()!;

    private static object Payout(string partnershipId, int component, decimal amount) =>
        new { partnershipId, components = new[] { new { component, amount = Desk.Money(amount) } } };

    private static async Task Paid(Desk desk, string partnershipId, int component, decimal amount)
    {
        var payoutId = (await desk.Do("proposePayout", Payout(partnershipId, component, amount), "payout { id }")).Find("payout.id").GetString();
        await desk.Do("approvePayout", new { payoutId });
        await desk.Do("markPayoutPaid", new { payoutId, reference = "TX" });
    }

    private static async Task Published(Desk desk, string partnershipId, int index, bool verify = false)
    {
        var deliverableId = (await Deliverables(desk, partnershipId))[index];
        await desk.Do("recordPublication", new { deliverableId, url = "https://social.example.com/r", caption = "Anzeige | Reisbrot", country = "DE" });
        if (verify) await desk.Do("verifyDeliverable", new { deliverableId, note = "Seen" });
    }

    private static async Task<string[]> Deliverables(Desk desk, string partnershipId) =>
        (await desk.Server.Query("query ($id: ID!) { partnership(id: $id) { deliverables { id } } }", new { id = partnershipId }))
            .Each("partnership.deliverables", "id");

    private static async Task<int> Overdue(Desk desk, string partnershipId) => (await desk.Server.Query(
        "query ($id: ID!) { deliverables(filter: { partnershipId: { eq: $id }, overdue: { eq: true } }) { totalCount nodes { isOverdue } } }",
        new { id = partnershipId })).Each("deliverables.nodes", "isOverdue").Count(isOverdue => isOverdue == "True");

    /// <summary>Committed, earned and paid, in all and of each component by its number.</summary>
    private static async Task<string> Cost(Desk desk, string partnershipId)
    {
        var cost = (await desk.Server.Query("""
            query ($id: ID!) { partnership(id: $id) { cost { committed { amount } earned { amount } paid { amount }
              components { number committed { amount } earned { amount } paid { amount } } } } }
            """, new { id = partnershipId })).Find("partnership.cost");
        var lines = cost.Find("components").EnumerateArray().Select(line => $"{line.Find("number")} {Amounts(line)}");
        return $"{Amounts(cost)}: {string.Join(", ", lines)}";

        static string Amounts(JsonElement of) =>
            string.Join(" ", ((string[])["committed", "earned", "paid"]).Select(field => of.Find($"{field}.amount").GetString()));
    }
}
