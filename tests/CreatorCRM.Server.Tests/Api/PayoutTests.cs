using System.Net;
using System.Text;
using CreatorCRM.Access;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class PayoutTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task From_what_is_earned_to_a_statement_that_the_audit_log_knows(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var desk = new Desk(server);
        var influencer = await desk.Influencer("=Mia \"Brot\"");
        var campaign = await desk.Campaign("+Bread");
        var partnership = await desk.Partnership(influencer, campaign);
        object[] mixed = [.. Desk.Fee(250), new { commission = new { percent = "10" } }];
        await desk.Do("acceptOffer", new { offerId = await desk.Offer(partnership, mixed) });
        await desk.Do("recordSale", new { partnershipId = partnership, orderNumber = "1", amount = Desk.Money(1_000) });
        (await desk.Refused("proposePayout", new { partnershipId = partnership, components = Parts((2, 100.01m)) })).ShouldBe("components.0.amount NOT_EARNED");

        var payout = await Proposed(new
        {
            partnershipId = partnership,
            components = Parts((1, 50), (2, 100)),
            advanceReason = "Material",
            invoiceNumber = "@R-17",
            dueOn = "2026-05-01"
        });
        await desk.Do("approvePayout", new { payoutId = payout });
        await desk.Do("failPayout", new { payoutId = payout, reason = "No such account" });
        await desk.Do("retryPayout", new { payoutId = payout });
        var paid = await desk.Do("markPayoutPaid", new { payoutId = payout, reference = "TX-1", paidOn = "2026-04-30" },
            "payout { status amount { amount } attempts { number outcome note } lines { component description amount { amount } } proposedBy approvedBy influencer { displayName } } partnership { cost { paid { amount } } campaign { spend { paid { amount } } } }");
        paid.Find("payout.attempts").ToString().ShouldBe("""[{"number":1,"outcome":"FAILED","note":"No such account"},{"number":2,"outcome":"PAID","note":"TX-1"}]""");
        (paid.Find("payout.amount.amount").GetString(), paid.Find("partnership.cost.paid.amount").GetString(),
            paid.Find("partnership.campaign.spend.paid.amount").GetString())
            .ShouldBe(("150.00", "150.00", "150.00"));
        var other = await Proposed(new
        {
            partnershipId = partnership,
            components = Parts((1, 20)),
            transfer = Desk.Money(3_300, "JPY"),
            advanceReason = "Material"
        });
        (await desk.Refused("approvePayout", new { payoutId = other })).ShouldBe("payoutId SECOND_PERSON_REQUIRED");
        var cancelled = await Proposed(new { partnershipId = partnership, components = Parts((1, 10)), advanceReason = "Material" });
        await desk.Do("cancelPayout", new { payoutId = cancelled, reason = "Twice" });

        var list = await server.Query("""
            query ($i: ID!) { payouts(filter: { influencerId: { eq: $i }, status: { in: [PAID, DUE] } }, orderBy: { field: DUE_ON }) { totalCount nodes { number status transfer { amount currencyCode } } } }
            """, new { i = influencer });
        list.Find("payouts").ToString().ShouldBe(
            """{"totalCount":2,"nodes":[{"number":1,"status":"PAID","transfer":{"amount":"150.00","currencyCode":"EUR"}},{"number":2,"status":"DUE","transfer":{"amount":"3300","currencyCode":"JPY"}}]}""");

        var lines = await Statement(server, $"?influencerId={influencer}&from=2026-04-01&until=2026-04-30");
        lines.ShouldBe(
        [
            "\uFEFFPaid on,Campaign,Payout,Component,Amount,Currency,Transferred,Transfer currency,Invoice,Reference",
            "2026-04-30,\"'+Bread\",1,a fee of 250.00 EUR,50.00,EUR,150.00,EUR,\"'@R-17\",TX-1",
            "2026-04-30,\"'+Bread\",1,10 % commission,100.00,EUR,,,\"'@R-17\",TX-1",
            "Total,,,,150.00,EUR,150.00,EUR,,",
        ]);
        (await Statement(server, $"?influencerId={influencer}&from=2026-05-01")).Length.ShouldBe(1);
        (await server.Query("{ workspace { auditLog(first: 2) { nodes { summary } } } }")).Find("workspace.auditLog.nodes.1.summary").GetString()
            .ShouldBe("1 payouts were exported as CSV: those to =Mia \"Brot\", 2026-04-01 to 2026-04-30.");

        // The bank returns it: the influencer has nothing of it until it is paid again.
        var returned = await desk.Do("failPayout", new { payoutId = payout, reason = "Account closed" },
            "payout { status paidOn reference attempts { outcome } } partnership { cost { paid { amount } } timeline(first: 1) { nodes { summary } } }");
        returned.Find("payout").ToString().ShouldBe(
            """{"status":"FAILED","paidOn":null,"reference":null,"attempts":[{"outcome":"FAILED"},{"outcome":"PAID"},{"outcome":"FAILED"}]}""");
        (returned.Find("partnership.cost.paid.amount").GetString(), returned.Find("partnership.timeline.nodes.0.summary").GetString())
            .ShouldBe(("0.00", "Payout 1 of 150.00 EUR, paid on 2026-04-30 with the reference TX-1, came back: Account closed."));
        (await Statement(server, $"?influencerId={influencer}&from=2026-04-01&until=2026-04-30")).Length.ShouldBe(1);
        await desk.Do("retryPayout", new { payoutId = payout });
        await desk.Do("markPayoutPaid", new { payoutId = payout, reference = "TX-2", paidOn = "2026-04-29" });
        (await Statement(server, $"?influencerId={influencer}")).ShouldContain(line => line.StartsWith("2026-04-29", StringComparison.Ordinal));

        async Task<string> Proposed(object input) => (await desk.Do("proposePayout", input, "payout { id }")).Find("payout.id").GetString()!;
    }

    [Theory]
    [InlineData("?influencerId=x", HttpStatusCode.BadRequest)]
    [InlineData("?from=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("?from=2026-05-01&until=2026-04-01", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task A_statement_that_makes_no_sense_is_refused(string query, HttpStatusCode status)
    {
        var server = await servers.On(StorageEngine.Sqlite);
        using var response = await server.Http.GetAsync(new Uri(server.Address, $"/export/payouts.csv{query}"), Cancel);
        response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Who_may_not_see_payouts_gets_no_statement()
    {
        var server = await servers.On(StorageEngine.Sqlite);
        var client = server.As(await server.Grains.Workspace().Issue("reads-only", null, null, Scope.RelationshipsRead)).Http;
        using var response = await client.GetAsync(new Uri(server.Address, "/export/payouts.csv"), Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static object[] Parts(params (int Component, decimal Amount)[] parts) =>
        [.. parts.Select(part => new { component = part.Component, amount = Desk.Money(part.Amount) })];

    private static async Task<string[]> Statement(CrmServer server, string query) =>
        Encoding.UTF8.GetString(await server.Http.GetByteArrayAsync(new Uri(server.Address, $"/export/payouts.csv{query}"), Cancel))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
