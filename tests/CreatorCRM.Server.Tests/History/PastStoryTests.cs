using System.Text.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Contracts;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.History;

/// <summary>What was answered at a moment is what is answered of that moment for ever.</summary>
public sealed class PastStoryTests(PostgresServer postgres)
{
    private const string Parts = """
        fragment P on Partnership { id version owner stage stageSince stageIsManual lastContactAt nextFollowUpAt contractStatus createdAt updatedAt
          rating { quality note } cost { committed { amount } earned { amount } paid { amount } }
          outreach(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { subject occurredAt } }
          offers { number status closedAt answers { number status } } contract { status }
          contracts { number status signatures { signedBy } text amends { status } answers { status } replacedBy { status }
            exclusivityConflicts { category isOwnExclusivity exclusivity { until } overlap { from until } contract { status } campaign { name } } }
          usageRights(first: 5) { nodes { asset endsOn status contract { status } } } deliverables { number kind status dueOn isOverdue } followUps { dueAt doneAt } sales(first: 5) { nodes { orderNumber net { amount } reversals { amount { amount } } } } payouts { number status }
          timeline(first: 5) { totalCount nodes { kind summary influencer { displayName } } } }
        """;

    private const string Document = Parts + """
        query ($influencer: ID!, $campaign: ID!, $partnership: ID!, $asOf: DateTime) {
          influencer(id: $influencer, asOf: $asOf) { displayName tier followers niches tags version
            accounts { handle followers influencer { displayName } metricSnapshots(first: 1) { totalCount pageInfo { hasNextPage endCursor } nodes { followers takenAt } } }
            relationship { stage firstContactAt lastContactAt partnerships contractedPartnerships completedPartnerships health { score recency factors { kind value source } } }
            partnerships(first: 5) { totalCount nodes { stage campaign { name } } } timeline(first: 5) { totalCount nodes { kind } } }
          campaign(id: $campaign, asOf: $asOf) { name status version budget { amount } brief { version goals } spends { committed { amount } earned { amount } left { amount } }
            partnerships(first: 5) { totalCount nodes { id stage influencer { displayName } } } timeline(first: 5) { totalCount } }
          partnership(id: $partnership, asOf: $asOf) { ...P influencer { displayName followers } campaign { name } }
        }
        """;

    private readonly LeapingTime _time = new(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Whatever_happens_later_the_past_is_told_as_it_was_told_then(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var before = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromHours(1));
        var influencer = await desk.Do("createInfluencer",
            new { displayName = "Mia", accounts = new[] { new { platform = "INSTAGRAM", handle = "mia", followers = 1000 } } },
            "influencer { id accounts { id } }");
        var (mia, account) = (influencer.Find("influencer.id").GetString()!, influencer.Find("influencer.accounts.0.id").GetString()!);
        var campaign = await desk.Campaign("Bread");
        var partnership = await desk.Partnership(mia, campaign);
        var told = new List<(DateTimeOffset At, string Answer)>();

        foreach (var step in Steps(desk, mia, account, campaign, partnership))
        {
            await step();
            told.Add((_time.GetUtcNow(), (await server.Query(Document, Ids(null))).ToString()));
            _time.Advance(TimeSpan.FromHours(7));
        }

        foreach (var (at, answer) in told) (await server.Query(Document, Ids(at))).ToString().ShouldBe(answer, $"As of {at:O}");
        var nothing = await server.Query(Document, Ids(before));
        foreach (var root in nothing.EnumerateObject()) root.Value.ValueKind.ShouldBe(JsonValueKind.Null);
        (await Problem(_time.GetUtcNow().AddSeconds(1), "")).ShouldStartWith("asOf is in the future");
        (await Problem(before.AddHours(2), "(filter: { stage: { eq: CONTACTED } })")).ShouldStartWith("filter cannot be used together with asOf");
        (await Problem(before.AddHours(2), "(orderBy: { field: UPDATED_AT })")).ShouldStartWith("orderBy cannot be used together with asOf");

        object Ids(DateTimeOffset? asOf) => new { influencer = mia, campaign, partnership, asOf };

        async Task<string> Problem(DateTimeOffset asOf, string arguments)
        {
            var error = await server.Error($"query ($id: ID!, $asOf: DateTime) {{ influencer(id: $id, asOf: $asOf) {{ partnerships{arguments} {{ totalCount }} }} }}", new { id = mia, asOf });
            error.Find("extensions.code").GetString().ShouldBe("BAD_USER_INPUT");
            return error.Find("message").GetString()!;
        }
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Twenty_past_partnerships_cost_a_dozen_statements(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var campaign = await desk.Campaign();
        for (var i = 0; i < 20; i++) await desk.Offer(await desk.Partnership(campaignId: campaign));
        var at = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromDays(1));
        const string document = """
            query ($id: ID!, $at: DateTime, $first: Int) { campaign(id: $id, asOf: $at) { partnerships(first: $first) { totalCount nodes {
              stage offers { status } influencer { displayName relationship { stage } } campaign { name } timeline(first: 2) { nodes { kind } } } } } }
            """;

        await server.Query(document, new { id = campaign, at, first = 2 });
        var twenty = await server.Sql.During(() => server.Query(document, new { id = campaign, at, first = 20 }));

        twenty.Count.ShouldBeLessThanOrEqualTo(12, string.Join("\n\n", twenty));
        (await server.Query(document, new { id = campaign, at, first = 20 })).Find("campaign.partnerships.nodes").GetArrayLength().ShouldBe(20);
    }

    private IEnumerable<Func<Task>> Steps(Desk desk, string mia, string account, string campaign, string partnership)
    {
        yield return () => Task.CompletedTask;
        yield return () =>
            desk.Do("logOutreach", new
            {
                partnershipId = partnership,
                direction = "OUT",
                channel = "EMAIL",
                subject = "Hello",
                followUpAt = _time.GetUtcNow().AddDays(2)
            });
        yield return () => desk.Do("recordMetrics", new { accountId = account, followers = 12_000 });
        yield return () =>
            desk.Do("updateInfluencer", new { influencerId = mia, displayName = "Mia Brot", niches = new[] { "bread", "cake" }, tags = new[] { "vip" } });
        yield return () => desk.Do("logOutreach", new { partnershipId = partnership, direction = "IN", channel = "EMAIL", subject = "Hi" });
        yield return () =>
            desk.Do("updateCampaign", new { campaignId = campaign, name = "Bread and more", budget = Desk.Money(5000), brief = new { goals = "Sell" } });
        yield return () => desk.Offer(partnership, Desk.Fee(300), "INFLUENCER");
        var offer = "";
        yield return async () => offer = await desk.Offer(partnership);
        yield return () => desk.Do("acceptOffer", new { offerId = offer });
        yield return () => desk.Do("logOutreach", new { partnershipId = partnership, direction = "OUT", channel = "PHONE", subject = "Contract" });
        var contract = "";
        var terms = new
        {
            category = "Bread",
            exclusivities = new object[] { new { category = "Bread", period = new { until = "2026-11-30" } }, new { category = "Rye", brands = new[] { "Halm" } } },
            usageRights = new[] { new { asset = "Reel", channels = (string[])["PAID"], period = new { until = "2026-01-04" } } },
        };
        yield return async () =>
            contract = (await desk.Do("draftContract", new { partnershipId = partnership, terms }, "contract { id }")).Find("contract.id").GetString()!;
        yield return () => desk.Do("updateInfluencer", new { influencerId = mia, displayName = "Mia Brot-Korn" });
        yield return () => desk.Do("updateCampaign", new { campaignId = campaign, name = "Bread and butter" });
        yield return () => desk.Do("sendContract", new { contractId = contract });
        yield return () => desk.Do("signContract", new { contractId = contract, party = "INFLUENCER", signedBy = "Mia" });
        yield return () => desk.Do("signContract", new { contractId = contract, party = "BRAND", signedBy = "Jo" });
        yield return () => desk.Do("addDeliverable", new { partnershipId = partnership, kind = "INSTAGRAM_REEL", dueOn = "2026-01-06" });
        var amendment = "";
        yield return async () =>
            amendment = (await desk.Do("amendContract", new { contractId = contract, terms }, "contract { id }")).Find("contract.id").GetString()!;
        yield return () => desk.Signed(amendment);
        var rival = "";
        yield return async () => rival = await desk.Agreed(mia);
        yield return () => desk.Do("draftContract", new { partnershipId = rival, terms = new { category = "Bread", term = new { from = "2026-03-01" } },
            overrideExclusivity = new { reason = "Both agree" } });
        var sale = "";
        yield return async () =>
            sale = (await desk.Do("recordSale", new { partnershipId = partnership, orderNumber = "o1", amount = Desk.Money(80) }, "sale { id }"))
                .Find("sale.id").GetString()!;
        yield return () => desk.Do("reverseSale", new { saleId = sale, amount = Desk.Money(30) });
        yield return () =>
            desk.Do("proposePayout", new
            {
                partnershipId = partnership,
                components = new[] { new { component = 1, amount = Desk.Money(50) } },
                advanceReason = "Material"
            });
        foreach (var stage in new[] { "IN_PRODUCTION", "PUBLISHED", "COMPLETED" })
            yield return () => desk.Do("changePartnershipStage", new { partnershipId = partnership, stage });
        yield return () => desk.Do("ratePartnership", new { partnershipId = partnership, reliability = 5, quality = 4, communication = 5, note = "Good" });
        yield return () => desk.Partnership(mia);
        yield return () => desk.Do("setDoNotContact", new { influencerId = mia, reason = "Asked for it" });
    }
}
