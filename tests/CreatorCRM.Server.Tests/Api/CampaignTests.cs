using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class CampaignTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private const string All = """
        campaign { name brand product status budget { amount currencyCode } startsOn endsOn goals { kind target } channels { platform formats rules } landingPages owner version
          brief { version goals assets mustSay mustNotSay hashtags disclosures { country text } publicationWindow { from until } } }
        """;

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_campaign_reads_back_as_it_was_given_and_changes_only_where_it_was_told_to(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var created = await desk.Do("createCampaign", new
        {
            name = " Gluten-free spring ",
            brand = "Brotliebe",
            product = "Bread",
            budget = Desk.Money(5000),
            startsOn = "2026-03-01",
            endsOn = "2026-05-31",
            goals = new[] { new { kind = "SALES", target = 180 } },
            channels = new object[] { new { platform = "INSTAGRAM",
                formats = new[] { "INSTAGRAM_STORY" }, rules = "No filters" } },
            landingPages = new[] { "https://example.com/bread" },
            owner = "Jo",
            brief = new
            {
                goals = "Sell bread",
                assets = new[] { "Logo" },
                mustSay = new[] { "gluten-free" },
                mustNotSay = new[] { "cures" },
                hashtags = new[] { "#bread" },
                disclosures = new[] { new { country = "DE", text = "Werbung" } },
                publicationWindow = new { from = "2026-03-15", until = "2026-04-15" },
            },
        }, $"{All} campaign {{ id }}");
        created.Find("campaign.name").GetString().ShouldBe("Gluten-free spring");
        created.Find("campaign.status").GetString().ShouldBe("DRAFT");
        created.Find("campaign.budget").ToString().ShouldBe("""{"amount":"5000.00","currencyCode":"EUR"}""");
        created.Find("campaign.goals").ToString().ShouldBe("""[{"kind":"SALES","target":180}]""");
        created.Find("campaign.channels").ToString().ShouldBe("""[{"platform":"INSTAGRAM","formats":["INSTAGRAM_STORY"],"rules":"No filters"}]""");
        created.Find("campaign.landingPages").ToString().ShouldBe("""["https://example.com/bread"]""");
        created.Find("campaign.brief.version").GetInt32().ShouldBe(1);
        created.Find("campaign.brief.disclosures").ToString().ShouldBe("""[{"country":"DE","text":"Werbung"}]""");

        var id = created.Find("campaign.id").GetString();
        var version = created.Find("campaign.version").GetInt32();
        var updated = await desk.Do("updateCampaign", new Dictionary<string, object?>
        {
            ["campaignId"] = id,
            ["expectedVersion"] = version,
            ["brand"] = null,
            ["budget"] = null,
            ["goals"] = null,
            ["endsOn"] = null,
            ["status"] = "ACTIVE",
            ["brief"] = new { goals = "Sell more" },
        }, All);
        updated.Find("campaign.brand").ToString().ShouldBeEmpty();
        updated.Find("campaign.budget").ToString().ShouldBeEmpty();
        updated.Find("campaign.goals").GetArrayLength().ShouldBe(0);
        updated.Find("campaign.endsOn").ToString().ShouldBeEmpty();
        updated.Find("campaign.product").GetString().ShouldBe("Bread");
        updated.Find("campaign.startsOn").GetString().ShouldBe("2026-03-01");
        updated.Find("campaign.brief.version").GetInt32().ShouldBe(2);
        (await desk.Refused("updateCampaign", new { campaignId = id, expectedVersion = version, name = "Late" })).ShouldBe("expectedVersion VERSION_CONFLICT");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task What_makes_no_campaign_is_refused_all_at_once(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        (await desk.Refused("createCampaign", new
        {
            name = " ",
            budget = Desk.Money(-1),
            startsOn = "2026-03-02",
            endsOn = "2026-03-01",
            goals = new[] { new { kind = "SALES", target = 0 } },
            status = "COMPLETED"
        }))
            .ShouldBe("name REQUIRED, budget NEGATIVE_MONEY, endsOn INVALID, goals.0.target INVALID, status ILLEGAL_STAGE");
        var id = await desk.Campaign(status: "DRAFT");
        (await desk.Refused("updateCampaign", new { campaignId = id, status = "COMPLETED" })).ShouldBe("status ILLEGAL_STAGE");
        (await desk.Refused("updateCampaign", new { campaignId = id, name = "" })).ShouldBe("name REQUIRED");
        (await desk.BadInput("createCampaign", new { name = "x", landingPages = new[] { "no url" } })).ShouldContain("no url");
        (await desk.BadInput("createCampaign", new { name = "x", brief = new { disclosures = new[] { new { country = "XX", text = "Ad" } } } }))
            .ShouldContain("XX");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Campaigns_are_listed_by_every_filter_and_order(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var desk = new Desk(server);
        await desk.Do("createCampaign", new { name = "Ärger", brand = "Alpha", product = "Bread", owner = "Jo", startsOn = "2026-03-01", endsOn = "2026-04-01" });
        await desk.Do("createCampaign", new { name = "beta", brand = "Beta", status = "ACTIVE", startsOn = "2026-01-01" });
        await desk.Do("createCampaign", new { name = "Gamma", owner = "Kim", endsOn = "2026-12-31" });

        (await Names("orderBy: { field: NAME }")).ShouldBe(["Ärger", "beta", "Gamma"]);
        (await Names("orderBy: { field: NAME, direction: DESC }")).ShouldBe(["Gamma", "beta", "Ärger"]);
        (await Names("orderBy: { field: CREATED_AT }")).ShouldBe(["Ärger", "beta", "Gamma"]);
        (await Names("first: 10")).ShouldBe(["Gamma", "beta", "Ärger"]);
        (await Names("orderBy: { field: STARTS_ON }")).ShouldBe(["beta", "Ärger", "Gamma"]);
        (await Names("orderBy: { field: STARTS_ON, direction: DESC }")).ShouldBe(["Ärger", "beta", "Gamma"]);
        (await Filtered("status: { eq: ACTIVE }")).ShouldBe(["beta"]);
        (await Filtered("status: { ne: ACTIVE }")).ShouldBe(["Ärger", "Gamma"]);
        (await Filtered("name: { startsWith: \"arg\" }")).ShouldBe(["Ärger"]);
        (await Filtered("brand: { in: [\"Alpha\", \"Beta\"] }")).ShouldBe(["Ärger", "beta"]);
        (await Filtered("product: { isNull: true }")).ShouldBe(["beta", "Gamma"]);
        (await Filtered("owner: { eq: \"Kim\" }")).ShouldBe(["Gamma"]);
        (await Filtered("startsOn: { gte: \"2026-02-01\" }")).ShouldBe(["Ärger"]);
        (await Filtered("endsOn: { lt: \"2026-12-01\" }")).ShouldBe(["Ärger"]);
        (await Filtered("createdAt: { gt: \"2020-01-01T00:00:00Z\" }")).ShouldBe(["Ärger", "beta", "Gamma"]);
        (await Filtered("or: [{ owner: { eq: \"Jo\" } }, { and: [{ status: { eq: ACTIVE } }, { not: { brand: { isNull: true } } }] }]"))
            .ShouldBe(["Ärger", "beta"]);
        (await Names("query: \"arger bread\"")).ShouldBe(["Ärger"]);
        (await Names("query: \"alpha\"")).ShouldBe(["Ärger"]);

        foreach (var order in (string[])["NAME", "CREATED_AT", "STARTS_ON"])
        {
            foreach (var direction in (string[])["ASC", "DESC"])
            {
                var by = $"orderBy: {{ field: {order}, direction: {direction} }}";
                var whole = await Names(by);
                var walked = new List<string>();
                for (string? after = null; walked.Count < 3;)
                {
                    var page = (await server.Query($"query ($after: String) {{ campaigns(first: 1, after: $after, {by}) {{ totalCount nodes {{ name }} pageInfo {{ hasNextPage endCursor }} }} }}", new { after })).Find("campaigns");
                    walked.Add(page.Find("nodes.0.name").GetString()!);
                    page.Find("pageInfo.hasNextPage").GetBoolean().ShouldBe(walked.Count < 3);
                    page.Find("totalCount").GetInt32().ShouldBe(3);
                    after = page.Find("pageInfo.endCursor").GetString();
                }
                walked.ShouldBe(whole);
            }
        }

        async Task<string[]> Names(string arguments) =>
            (await server.Query($"{{ campaigns({arguments}) {{ nodes {{ name }} }} }}")).Each("campaigns.nodes", "name");
        Task<string[]> Filtered(string filter) => Names($"filter: {{ {filter} }}, orderBy: {{ field: NAME }}");
    }
}
