using System.Text.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Contracts;

public sealed class UsageRightTests(PostgresServer postgres)
{
    private readonly LeapingTime _time = new(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task The_ledger_follows_the_contract_and_the_clock(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var mia = await desk.Influencer("Mia Brot");
        var (bread, butter) = (await Agreed(desk, mia, "Bread"), await Agreed(desk, mia, "Butter"));
        var contract = await desk.Contracted(bread.Partnership, new
        {
            noticeDays = 0,
            usageRights = new object[]
            {
                new { asset = "Reel", channels = (string[])["ORGANIC", "PAID"], territory = "Österreich",
                    period = new { from = "2026-02-01", until = "2026-03-31" } },
                new { asset = "Stills", channels = (string[])["WHITELISTING"] },
            },
        });
        await desk.Contracted(butter.Partnership, new
        {
            usageRights = new[] { new { asset = "Butter reel", channels = (string[])["PAID"],
            period = new { until = "2026-01-31" } } }
        });

        // What ends first comes first, what never ends last.
        (await Lines(desk)).ShouldBe(["Butter reel PAID 2026-01-01..2026-01-31 ACTIVE", "Reel ORGANIC 2026-02-01..2026-03-31 FUTURE",
            "Reel PAID 2026-02-01..2026-03-31 FUTURE", "Stills WHITELISTING 2026-01-01.. ACTIVE"]);
        (await Lines(desk, "orderBy: { field: BEGINS_ON, direction: DESC }, first: 2"))
            .ShouldBe(["Reel PAID 2026-02-01..2026-03-31 FUTURE", "Reel ORGANIC 2026-02-01..2026-03-31 FUTURE"]);
        (await Lines(desk, "filter: { channel: { eq: PAID }, endsOn: { gte: \"2026-01-01\", lte: \"2026-02-15\" } }"))
            .ShouldBe(["Butter reel PAID 2026-01-01..2026-01-31 ACTIVE"]);
        (await Lines(desk, "filter: { territory: { contains: \"osterreich\" }, channel: { in: [ORGANIC] } }"))
            .ShouldBe(["Reel ORGANIC 2026-02-01..2026-03-31 FUTURE"]);
        (await Lines(desk, $"filter: {{ campaignId: {{ eq: \"{butter.Campaign}\" }} }}")).ShouldBe(["Butter reel PAID 2026-01-01..2026-01-31 ACTIVE"]);
        (await Lines(desk, $"filter: {{ contractId: {{ eq: \"{contract}\" }}, territory: {{ isNull: true }} }}"))
            .ShouldBe(["Stills WHITELISTING 2026-01-01.. ACTIVE"]);
        await AreFoundByStatus(desk);
        (await Of(desk, "influencer", mia)).Length.ShouldBe(4);
        (await Of(desk, "campaign", bread.Campaign)).Length.ShouldBe(3);
        (await Of(desk, "partnership", butter.Partnership)).ShouldBe(["Butter reel"]);

        // The clock: to the day, in UTC.
        _time.LeapTo(new DateTimeOffset(2026, 1, 31, 23, 59, 59, TimeSpan.Zero));
        (await Lines(desk, "filter: { status: { eq: ACTIVE } }"))
            .ShouldBe(["Butter reel PAID 2026-01-01..2026-01-31 ACTIVE", "Stills WHITELISTING 2026-01-01.. ACTIVE"]);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await Lines(desk, "filter: { status: { in: [ACTIVE, EXPIRED] } }")).ShouldBe(["Butter reel PAID 2026-01-01..2026-01-31 EXPIRED",
            "Reel ORGANIC 2026-02-01..2026-03-31 ACTIVE", "Reel PAID 2026-02-01..2026-03-31 ACTIVE", "Stills WHITELISTING 2026-01-01.. ACTIVE"]);

        // An amendment has rights of its own; those of the version before end on the day of the signature.
        var before = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromDays(1));
        var amendment = (await desk.Do("amendContract", new
        {
            contractId = contract,
            terms = new
            {
                noticeDays = 7,
                usageRights = new[] { new { asset = "Reel", channels = (string[])["PAID"], period = new { until = "2026-12-31" } } }
            },
        }, "contract { id }")).Find("contract.id").GetString()!;
        (await Lines(desk, "filter: { status: { eq: REPLACED } }")).ShouldBe([]);
        await desk.Signed(amendment);
        (await Lines(desk, "filter: { status: { ne: EXPIRED } }"))
            .ShouldBe(["Reel ORGANIC 2026-02-01..2026-02-02 REPLACED", "Reel PAID 2026-02-01..2026-02-02 REPLACED",
            "Stills WHITELISTING 2026-01-01..2026-02-02 REPLACED", "Reel PAID 2026-02-02..2026-12-31 ACTIVE"]);

        // Notice moves the end; with the last day the right is gone.
        await desk.Do("terminateContract", new { contractId = amendment, by = "INFLUENCER", reason = "Moves on" });
        (await Lines(desk, "filter: { channel: { eq: PAID }, status: { eq: ACTIVE } }")).ShouldBe(["Reel PAID 2026-02-02..2026-02-09 ACTIVE"]);
        await AreFoundByStatus(desk);
        _time.Advance(TimeSpan.FromDays(8));
        await desk.Becomes(amendment, "TERMINATED");
        (await Lines(desk, "filter: { status: { eq: TERMINATED } }")).ShouldBe(["Reel PAID 2026-02-02..2026-02-09 TERMINATED"]);
        await AreFoundByStatus(desk);

        // As it was known before all that.
        (await Of(desk, "partnership", bread.Partnership, before)).ShouldBe(["Reel", "Reel", "Stills"]);
        (await Of(desk, "influencer", mia, before)).ShouldBe(["Butter reel", "Reel", "Reel", "Stills"]);
        (await Of(desk, "campaign", bread.Campaign, before, "status")).ShouldBe(["ACTIVE", "ACTIVE", "ACTIVE"]);
        // Terms that name no channel give the right on all of them.
        var jam = await Agreed(desk, mia, "Jam");
        await desk.Contracted(jam.Partnership, new { usageRights = new[] { new { asset = "Jam reel", channels = Array.Empty<string>() } } });
        (await Of(desk, "partnership", jam.Partnership, null, "channel")).ShouldBe(["ORGANIC", "PAID", "WHITELISTING"]);
        (await server.Query("query ($id: ID!) { partnership(id: $id) { contract { terms { usageRights { asset channels } } } } }", new { id = jam.Partnership })).Find("partnership.contract.terms.usageRights").ToString()
            .ShouldBe("""[{"asset":"Jam reel","channels":[]}]""");
        var node = await server.Query("query ($id: ID!) { node(id: $id) { ... on GrantedUsageRight { asset territory contract { number } influencer { displayName } campaign { name } partnership { stage } } } }",
            new { id = (await Of(desk, "partnership", butter.Partnership, null, "id"))[0] });
        node.Find("node").ToString().ShouldBe(
            """{"asset":"Butter reel","territory":null,"contract":{"number":1},"influencer":{"displayName":"Mia Brot"},"campaign":{"name":"Butter"},"partnership":{"stage":"CONTRACTED"}}""");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Content_is_listed_by_campaign_and_influencer(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var (mia, noa) = (await desk.Influencer("Mia"), await desk.Influencer("Noa"));
        var (bread, butter) = (await desk.Campaign("Bread"), await desk.Campaign("Butter"));
        foreach (var (influencer, campaign, kind) in ((string, string, string)[])[(mia, bread, "BLOG_POST"), (mia, butter, "PODCAST"),
            (noa, bread, "NEWSLETTER")])
            await desk.Do("addDeliverable", new { partnershipId = await desk.Partnership(influencer, campaign), kind, dueOn = "2026-01-01" });
        (await Kinds($"campaignId: {{ eq: \"{bread}\" }}")).ShouldBe(["BLOG_POST", "NEWSLETTER"], ignoreOrder: true);
        (await Kinds($"influencerId: {{ eq: \"{mia}\" }}")).ShouldBe(["BLOG_POST", "PODCAST"], ignoreOrder: true);
        (await Kinds($"campaignId: {{ in: [\"{bread}\"] }}, influencerId: {{ in: [\"{noa}\"] }}, overdue: {{ eq: true }}")).ShouldBe([]);
        _time.Advance(TimeSpan.FromHours(15));
        (await Kinds($"campaignId: {{ in: [\"{bread}\"] }}, influencerId: {{ in: [\"{noa}\"] }}, overdue: {{ eq: true }}")).ShouldBe(["NEWSLETTER"]);
        (await server.Error($"{{ deliverables(filter: {{ campaignId: {{ eq: \"{mia}\" }} }}) {{ totalCount }} }}")).Find("extensions.code").GetString()
            .ShouldBe("BAD_USER_INPUT");

        async Task<string[]> Kinds(string filter) =>
            (await server.Query($"{{ deliverables(filter: {{ {filter} }}) {{ nodes {{ kind }} }} }}")).Each("deliverables.nodes", "kind");
    }

    private static async Task<(string Partnership, string Campaign)> Agreed(Desk desk, string influencer, string name)
    {
        var campaign = await desk.Campaign(name);
        var partnership = await desk.Partnership(influencer, campaign);
        await desk.Do("acceptOffer", new { offerId = await desk.Offer(partnership) });
        return (partnership, campaign);
    }

    private static async Task<string[]> Lines(Desk desk, string arguments = "first: 50")
    {
        var found = await desk.Server.Query($"{{ usageRights({arguments}) {{ nodes {{ asset channel beginsOn endsOn status }} }} }}");
        return [.. found.Find("usageRights.nodes").EnumerateArray().Select(line =>
            $"{line.Find("asset")} {line.Find("channel")} {line.Find("beginsOn")}..{(line.Find("endsOn").ValueKind == JsonValueKind.Null ? "" : line.Find("endsOn"))} {line.Find("status")}")];
    }

    // Each line is found by the status that it shows, and by no other.
    private static async Task AreFoundByStatus(Desk desk)
    {
        var (all, found) = (await Lines(desk), new List<string>());
        foreach (var status in (string[])["FUTURE", "ACTIVE", "EXPIRED", "TERMINATED", "REPLACED"])
        {
            var lines = await Lines(desk, $"filter: {{ status: {{ eq: {status} }} }}");
            lines.ShouldAllBe(line => line.EndsWith($" {status}"));
            (await Lines(desk, $"filter: {{ status: {{ notIn: [{status}] }} }}")).ShouldBe(all.Except(lines), ignoreOrder: true);
            found.AddRange(lines);
        }
        found.ShouldBe(all, ignoreOrder: true);
    }

    private static async Task<string[]> Of(Desk desk, string of, string id, DateTimeOffset? asOf = null, string field = "asset") =>
        (await desk.Server.Query($"query ($id: ID!, $asOf: DateTime) {{ {of}(id: $id, asOf: $asOf) {{ usageRights(first: 20) {{ nodes {{ {field} }} }} }} }}",
            new { id, asOf }))
            .Each($"{of}.usageRights.nodes", field);
}
