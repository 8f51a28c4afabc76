using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class InfluencerListTests(CrmServers servers) : IClassFixture<CrmServers>
{
    // Ana, Bea (macro, minor, blocked), Caïn (no figures), Dora (no account).
    private static readonly object[] People =
    [
        new { displayName = "Ana", niches = new[] { "Bread", "vegan" }, tags = new[] { "new" }, country = "DE", owner = "Kim", isCustomer = true,
            idempotencyKey = "a",
            accounts = new[] { new { platform = "INSTAGRAM", handle = "@Ana.bakes", followers = 9_000, averageLikes = "300", averageComments = "15" } } },
        new { displayName = "bea", niches = new[] { "bread" }, country = "AT", isMinor = true, idempotencyKey = "b",
            accounts = new object[] { new { platform = "TIKTOK", handle = "bea", followers = 700_000, averageLikes = "5000", averageViews = "100000" },
                new { platform = "X", handle = "bea", followers = 10 } } },
        new { displayName = "Caïn", tags = new[] { "old", "new" }, owner = "Lee", idempotencyKey = "c",
            accounts = new[] { new { platform = "YOUTUBE", handle = "cain" } } },
        new { displayName = "Dora", idempotencyKey = "d" },
    ];

    private async Task<CrmServer> WithPeople(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var ids = new List<string>();
        foreach (var person in People) ids.Add(await server.CreateInfluencer(person));
        await server.Mutate("mutation ($id: ID!) { setDoNotContact(input: { influencerId: $id, reason: \"asked for it\", idempotencyKey: \"b\" }) { userErrors { field message code } } }", new { id = ids[1] });
        return server;
    }

    [Theory]
    [InlineData("", "Ana bea Caïn Dora")]
    [InlineData("tier: { eq: MACRO }", "bea")]
    [InlineData("tier: { in: [NANO, MACRO] }", "Ana bea")]
    [InlineData("tier: { isNull: true }", "Caïn Dora")]
    [InlineData("followers: { gte: 9000, lt: 700000 }", "Ana")]
    [InlineData("engagementRate: { gt: \"0.04\" }", "bea")]
    [InlineData("engagementRate: { eq: 0.035 }", "Ana")]
    [InlineData("niches: { contains: \"BREAD\" }", "Ana bea")]
    [InlineData("niches: { containsAll: [\"bread\", \"vegan\"] }", "Ana")]
    [InlineData("niches: { isEmpty: true }", "Caïn Dora")]
    [InlineData("tags: { containsAny: [\"old\", \"none\"] }", "Caïn")]
    [InlineData("country: { eq: \"DE\" }", "Ana")]
    [InlineData("country: { eq: \"ZZ\" }", "")]
    [InlineData("owner: { startsWith: \"L\" }", "Caïn")]
    [InlineData("isCustomer: { eq: true }", "Ana")]
    [InlineData("isMinor: { eq: true }", "bea")]
    [InlineData("doNotContact: { eq: false }", "Ana Caïn Dora")]
    [InlineData("platform: { eq: X }", "bea")]
    [InlineData("platform: { in: [X, INSTAGRAM] }", "Ana bea")]
    [InlineData("not: { platform: { in: [X, INSTAGRAM] } }", "Caïn Dora")]
    [InlineData("displayName: { contains: \"AI\" }", "Caïn")]
    [InlineData("createdAt: { gt: \"2020-01-01T00:00:00Z\" }, updatedAt: { lt: \"2020-01-01T00:00:00Z\" }", "")]
    [InlineData("or: [{ tier: { eq: NANO } }, { and: [{ isMinor: { eq: true } }, { not: { owner: { eq: \"Kim\" } } }] }]", "Ana bea")]
    public async Task A_filter_leaves_those_who_pass(string filter, string names)
    {
        foreach (var engine in Enum.GetValues<StorageEngine>())
        {
            var server = await WithPeople(engine);
            (await server.Names($"filter: {{ {filter} }}, orderBy: {{ field: NAME }}"))
                .ShouldBe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), $"on {engine}");
        }
    }

    [Theory]
    [InlineData("NAME", "ASC", "Ana bea Caïn Dora")]
    [InlineData("NAME", "DESC", "Dora Caïn bea Ana")]
    [InlineData("FOLLOWERS", "DESC", "bea Ana Dora Caïn")]
    [InlineData("ENGAGEMENT_RATE", "ASC", "Ana bea Caïn Dora")]
    [InlineData("CREATED_AT", "ASC", "Ana bea Caïn Dora")]
    [InlineData("UPDATED_AT", "DESC", "bea Dora Caïn Ana")]
    public async Task Paging_forward_and_backward_meets_everybody_in_order(string field, string direction, string names)
    {
        foreach (var engine in Enum.GetValues<StorageEngine>())
        {
            var server = await WithPeople(engine);
            var order = $"orderBy: {{ field: {field}, direction: {direction} }}";
            var all = await server.Names(order);
            // Those without a figure are in the order of their ids, which nobody promises.
            all.Where(name => names.Contains(name, StringComparison.Ordinal)).Count().ShouldBe(4);
            if (field is not ("FOLLOWERS" or "ENGAGEMENT_RATE")) all.ShouldBe(names.Split(' '), $"on {engine}");
            else all[..2].ShouldBe(names.Split(' ')[..2], $"on {engine}");

            (await Walk(server, order, forward: true)).ShouldBe(all);
            (await Walk(server, order, forward: false)).ShouldBe(all);
        }
    }

    [Theory]
    [InlineData("bakes", "Ana")]
    [InlineData("CAIN", "Caïn")]
    [InlineData("bread vegan", "Ana")]
    [InlineData("nobody", "")]
    [InlineData("%", "")]
    [InlineData("\\\"", "")]
    [InlineData(" ", "Ana bea Caïn Dora")]
    public async Task A_search_finds_words_in_names_handles_niches_and_tags(string query, string names)
    {
        foreach (var engine in Enum.GetValues<StorageEngine>())
        {
            var server = await WithPeople(engine);
            (await server.Names($"query: \"{query}\", orderBy: {{ field: NAME }}"))
                .ShouldBe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), $"on {engine}");
        }
    }

    [Theory]
    [InlineData("after: \"nonsense\"")]
    [InlineData("before: \"\"")]
    [InlineData("first: 0")]
    [InlineData("first: 101")]
    [InlineData("first: 1, last: 1")]
    [InlineData("filter: { tier: { eq: HUGE } }")]
    [InlineData("filter: { createdAt: { gt: \"yesterday\" } }")]
    [InlineData("filter: { engagementRate: { gt: \"0.00000001\" } }")]
    [InlineData("filter: { displayName: { eq: \"\\u0000\" } }")]
    [InlineData("filter: { followers: { gt: 99999999999 } }")]
    [InlineData("orderBy: { field: SHOE_SIZE }")]
    public async Task What_cannot_be_asked_is_bad_input(string arguments)
    {
        foreach (var engine in Enum.GetValues<StorageEngine>())
        {
            var error = await (await servers.On(engine)).Error($"{{ influencers({arguments}) {{ nodes {{ id }} }} }}");
            error.Find("extensions.code").GetString().ShouldBe("BAD_USER_INPUT", error.ToString());
        }
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_cursor_of_another_order_and_a_search_too_long_are_bad_input(StorageEngine engine)
    {
        var server = await WithPeople(engine);
        var cursor = (await server.Query("{ influencers(first: 1) { pageInfo { endCursor } } }")).Find("influencers.pageInfo").Text("endCursor");
        (await server.Error($"{{ influencers(after: \"{cursor}\", orderBy: {{ field: NAME }}) {{ nodes {{ id }} }} }}")).Text("message")
            .ShouldContain("another order");
        var error = await server.Error("query ($q: String) { influencers(query: $q) { nodes { id } } }", new { q = new string('x', 100_000) });
        error.Find("extensions.inputPath")[0].GetString().ShouldBe("query");
    }

    private static async Task<List<string>> Walk(CrmServer server, string order, bool forward)
    {
        var met = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = (await server.Query(
                $"query ($cursor: String) {{ influencers({(forward ? "first: 3, after" : "last: 3, before")}: $cursor, {order}) {{ edges {{ node {{ displayName }} }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}",
                new { cursor })).GetProperty("influencers");
            met.InsertRange(forward ? met.Count : 0, page.GetProperty("edges").EnumerateArray().Select(edge => edge.Find("node").Text("displayName")));
            var info = page.GetProperty("pageInfo");
            if (!info.GetProperty(forward ? "hasNextPage" : "hasPreviousPage").GetBoolean()) return met;
            cursor = info.Text(forward ? "endCursor" : "startCursor");
        }
    }
}
