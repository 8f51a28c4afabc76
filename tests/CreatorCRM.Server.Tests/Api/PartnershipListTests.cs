using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class PartnershipListTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Partnerships_are_listed_by_every_filter_order_and_text(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var desk = new Desk(server);
        var (ana, ben, cem) = (await desk.Influencer("Ana Müller"), await desk.Influencer("Ben Baker"), await desk.Influencer("Cem Cook"));
        var (bread, cake) = (await desk.Campaign("Bread"), await desk.Campaign("Cake"));
        var first = await desk.Partnership(ana, bread);
        var second = (await desk.Do("createPartnership", new { influencerId = ben, campaignId = bread, owner = "Jo" }, "partnership { id }"))
            .Find("partnership.id").GetString();
        var third = await desk.Partnership(cem, cake);
        await desk.Do("logOutreach", new
        {
            partnershipId = first,
            direction = "OUT",
            channel = "EMAIL",
            occurredAt = "2026-01-01T00:00:00Z",
            followUpAt = "2030-01-02T00:00:00Z"
        });
        await desk.Do("logOutreach", new { partnershipId = first, direction = "IN", channel = "EMAIL", occurredAt = "2026-01-03T00:00:00Z" });
        await desk.Do("logOutreach", new
        {
            partnershipId = second,
            direction = "OUT",
            channel = "EMAIL",
            occurredAt = "2026-01-02T00:00:00Z",
            followUpAt = "2030-01-01T00:00:00Z"
        });
        await desk.Do("acceptOffer", new { offerId = await desk.Offer(third) });
        await desk.Draft(third);

        (await By("CREATED_AT")).ShouldBe("Ana Ben Cem");
        (await By("CREATED_AT, direction: DESC")).ShouldBe("Cem Ben Ana");
        (await List("first: 5")).ShouldBe("Cem Ben Ana");
        (await By("UPDATED_AT")).ShouldBe("Ana Ben Cem");
        (await By("STAGE_SINCE")).ShouldBe("Ana Ben Cem");
        (await By("LAST_CONTACT_AT")).ShouldBe("Ben Ana Cem");
        (await By("LAST_CONTACT_AT, direction: DESC")).ShouldBe("Ana Ben Cem");
        (await By("NEXT_FOLLOW_UP_AT")).ShouldBe("Ben Ana Cem");
        (await Filtered("stage: { in: [REPLIED, AGREED] }")).ShouldBe("Ana Cem");
        (await Filtered("stageSince: { gt: \"2026-01-01T00:00:00Z\" }")).ShouldBe("Ana Ben Cem");
        (await Filtered("owner: { eq: \"Jo\" }")).ShouldBe("Ben");
        (await Filtered($"influencerId: {{ in: [\"{ana}\", \"{cem}\"] }}")).ShouldBe("Ana Cem");
        (await Filtered($"campaignId: {{ eq: \"{bread}\" }}")).ShouldBe("Ana Ben");
        (await Filtered("lastContactAt: { isNull: true }")).ShouldBe("Cem");
        (await Filtered("lastOutreachAt: { gt: \"2026-01-01T12:00:00Z\" }")).ShouldBe("Ben");
        (await Filtered("lastReplyAt: { eq: \"2026-01-03T00:00:00Z\" }")).ShouldBe("Ana");
        (await Filtered("nextFollowUpAt: { lte: \"2030-01-01T00:00:00Z\" }")).ShouldBe("Ben");
        (await Filtered("contractStatus: { eq: DRAFT }")).ShouldBe("Cem");
        (await Filtered("createdAt: { lt: \"2020-01-01T00:00:00Z\" }")).ShouldBe("");
        (await Filtered("updatedAt: { gt: \"2020-01-01T00:00:00Z\" }, not: { stage: { eq: AGREED } }")).ShouldBe("Ana Ben");
        (await Filtered("or: [{ owner: { eq: \"Jo\" } }, { contractStatus: { isNull: false } }]")).ShouldBe("Ben Cem");
        (await List("query: \"muller\"")).ShouldBe("Ana");
        (await List("query: \"bread\", orderBy: { field: CREATED_AT }")).ShouldBe("Ana Ben");
        (await List("query: \"cook CAKE\"")).ShouldBe("Cem");
        (await List("query: \"cook bread\"")).ShouldBe("");
        (await List("query: \"b\", orderBy: { field: CREATED_AT }")).ShouldBe("Ana Ben");

        foreach (var order in (string[])["CREATED_AT", "UPDATED_AT", "STAGE_SINCE", "LAST_CONTACT_AT", "NEXT_FOLLOW_UP_AT"])
        {
            var whole = await By(order);
            var walked = new List<string>();
            for (string? before = null; walked.Count < 3;)
            {
                var page = (await server.Query($"query ($before: String) {{ partnerships(last: 1, before: $before, orderBy: {{ field: {order} }}) {{ nodes {{ influencer {{ displayName }} }} pageInfo {{ hasPreviousPage startCursor }} }} }}", new { before })).Find("partnerships");
                walked.Insert(0, page.Find("nodes.0.influencer.displayName").GetString()!.Split(' ')[0]);
                page.Find("pageInfo.hasPreviousPage").GetBoolean().ShouldBe(walked.Count < 3);
                before = page.Find("pageInfo.startCursor").GetString();
            }
            string.Join(' ', walked).ShouldBe(whole);
        }

        async Task<string> List(string arguments) =>
            string.Join(' ', (await server.Query($"{{ partnerships({arguments}) {{ nodes {{ influencer {{ displayName }} }} }} }}")).Each("partnerships.nodes",
                "influencer.displayName").Select(name => name.Split(' ')[0]));
        Task<string> By(string order) => List($"orderBy: {{ field: {order} }}");
        Task<string> Filtered(string filter) => List($"filter: {{ {filter} }}, orderBy: {{ field: CREATED_AT }}");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_hundred_cost_as_many_statements_as_ten(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var desk = new Desk(server);
        var campaigns = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => desk.Campaign($"Campaign {i}")));
        var influencers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => desk.Influencer($"Influencer {i}")));
        var partnerships = await Task.WhenAll(Enumerable.Range(0, 100)
            .SelectMany(i => new[] { i, i + 1 }.Select(other => desk.Partnership(influencers[i], campaigns[other % 100]))));
        await Task.WhenAll(partnerships.Select(partnershipId => desk.Do("logOutreach", new { partnershipId, direction = "OUT", channel = "EMAIL" })));

        await SameCount("partnerships(first: {0}) {{ nodes {{ influencer {{ displayName }} campaign {{ name }} }} }}", 3);
        await SameCount("partnerships(first: {0}) {{ nodes {{ offers {{ id }} contracts {{ id }} contract {{ id }} deliverables {{ id }} followUps {{ id }} }} }}", 5);
        await SameCount("partnerships(first: {0}) {{ nodes {{ outreach(first: 2) {{ totalCount nodes {{ id partnership {{ id }} }} }} }} }}", 4);
        await SameCount("campaigns(first: {0}) {{ nodes {{ partnerships(first: 1, filter: {{ stage: {{ eq: CONTACTED }} }}, orderBy: {{ field: LAST_CONTACT_AT }}) {{ totalCount nodes {{ influencer {{ displayName }} }} }} }} }}", 4);
        await SameCount("influencers(first: {0}) {{ nodes {{ partnerships(last: 2) {{ nodes {{ campaign {{ name }} }} pageInfo {{ hasPreviousPage }} }} }} }}",
            3);
        await SameCount("partnerships(first: {0}) {{ nodes {{ timeline(first: 2) {{ nodes {{ summary campaign {{ name }} partnership {{ id }} }} }} }} }}", 6);

        async Task SameCount(string field, int expected)
        {
            foreach (var count in (int[])[10, 100])
            {
                var statements = await server.Sql.During(() => server.Query($"{{ {string.Format(System.Globalization.CultureInfo.InvariantCulture, field, count)} }}"));
                statements.Count.ShouldBe(expected, $"{count} of {field}:\n{string.Join("\n\n", statements)}");
            }
        }
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_nested_list_pages_for_each_parent(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var desk = new Desk(server);
        var campaigns = new[] { await desk.Campaign("Nested 1"), await desk.Campaign("Nested 2"), await desk.Campaign("Nested 3") };
        foreach (var (campaign, count) in campaigns.Zip([3, 2, 0]))
        {
            for (var i = 1; i <= count; i++)
            {
                var partnershipId = await desk.Partnership(await desk.Influencer($"Nested {i}"), campaign);
                if (i == 1) await desk.Do("scheduleFollowUp", new { partnershipId, dueAt = "2030-01-01T00:00:00Z" });
            }
        }
        const string document = """
            query ($first: Int, $after: String, $order: PartnershipOrder) { campaigns(query: "Nested", orderBy: { field: NAME }) { nodes {
              partnerships(first: $first, after: $after, orderBy: $order) { totalCount nodes { influencer { displayName } } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }
            """;
        foreach (var field in (string[])["CREATED_AT", "NEXT_FOLLOW_UP_AT"])
        {
            var order = new { field };
            var page = await server.Query(document, new { first = 2, order });
            page.Each("campaigns.nodes", "partnerships.totalCount").ShouldBe(["3", "2", "0"]);
            page.Each("campaigns.nodes.0.partnerships.nodes", "influencer.displayName").ShouldBe(["Nested 1", "Nested 2"]);
            page.Each("campaigns.nodes.1.partnerships.nodes", "influencer.displayName").ShouldBe(["Nested 1", "Nested 2"]);
            page.Each("campaigns.nodes", "partnerships.pageInfo.hasNextPage").ShouldBe(["True", "False", "False"]);
            page.Each("campaigns.nodes", "partnerships.pageInfo.hasPreviousPage").ShouldBe(["False", "False", "False"]);

            var after = page.Find("campaigns.nodes.0.partnerships.pageInfo.endCursor").GetString();
            var next = await server.Query(document, new { first = 2, after, order });
            next.Each("campaigns.nodes.0.partnerships.nodes", "influencer.displayName").ShouldBe(["Nested 3"]);
            next.Find("campaigns.nodes.0.partnerships.pageInfo.hasPreviousPage").GetBoolean().ShouldBeTrue();
            next.Find("campaigns.nodes.2.partnerships.pageInfo.hasPreviousPage").GetBoolean().ShouldBeFalse();
        }
        var error = await server.Error(document, new { after = "broken" });
        error.Find("extensions.code").GetString().ShouldBe("BAD_USER_INPUT");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Messages_come_the_newest_first_page_by_page(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var desk = new Desk(server);
        var id = await desk.Partnership();
        foreach (var day in (int[])[2, 3, 1])
            await desk.Do("logOutreach", new
            {
                partnershipId = id,
                direction = day == 3 ? "IN" : "OUT",
                channel = "EMAIL",
                subject = $"Day {day}",
                occurredAt = $"2026-01-0{day}T10:00:00+02:00"
            });
        const string document = "query ($id: ID!, $after: String, $direction: OutreachDirection) { partnership(id: $id) { outreach(first: 2, after: $after, direction: $direction) { totalCount nodes { subject } pageInfo { hasNextPage endCursor } } } }";
        var page = (await server.Query(document, new { id })).Find("partnership.outreach");
        page.Each("nodes", "subject").ShouldBe(["Day 3", "Day 2"]);
        page.Find("totalCount").GetInt32().ShouldBe(3);
        var next = (await server.Query(document, new { id, after = page.Find("pageInfo.endCursor").GetString() })).Find("partnership.outreach");
        next.Each("nodes", "subject").ShouldBe(["Day 1"]);
        (await server.Query(document, new { id, direction = "IN" })).Each("partnership.outreach.nodes", "subject").ShouldBe(["Day 3"]);
    }
}
