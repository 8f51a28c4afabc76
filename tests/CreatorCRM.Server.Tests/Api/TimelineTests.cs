using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Server.Tests.Api;

public sealed class TimelineTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task It_is_read_page_by_page_from_either_end_without_losing_or_repeating_an_entry(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var id = await server.CreateInfluencer(new { displayName = "Eva" });
        for (var i = 1; i < 12; i++) await server.Mutate("mutation ($input: UpdateInfluencerInput!) { updateInfluencer(input: $input) { userErrors { field message code } } }", new { input = new { influencerId = id, notes = $"{i}", agency = $"{i}" } });

        foreach (var direction in new[] { "DESC", "ASC" })
        {
            var read = new List<string>();
            for (string? after = null; ;)
            {
                var page = (await server.Query(
                    $"query ($id: ID!, $after: String) {{ influencer(id: $id) {{ timeline(first: 5, after: $after, direction: {direction}) {{ totalCount pageInfo {{ hasNextPage endCursor }} nodes {{ id summary influencer {{ displayName }} }} }} }} }}",
                    new { id, after })).Find("influencer.timeline");
                page.GetProperty("totalCount").GetInt32().ShouldBe(12);
                page.GetProperty("nodes")[0].Find("influencer").Text("displayName").ShouldBe("Eva");
                read.AddRange(page.GetProperty("nodes").Texts("summary"));
                if (!page.Find("pageInfo.hasNextPage").GetBoolean()) break;
                after = page.Find("pageInfo").Text("endCursor");
            }
            var story = Enumerable.Range(1, 11).Select(i => $"The profile was updated: agency {i}, notes.").Prepend("Eva was added.");
            read.ShouldBe(direction == "ASC" ? story : story.Reverse());
        }
        (await server.Error("query ($id: ID!) { influencer(id: $id) { timeline(after: \"x\") { totalCount } } }", new { id })).Find("extensions").Text("code")
            .ShouldBe("BAD_USER_INPUT");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task An_event_of_a_newer_program_shows_without_its_words(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var id = await server.CreateInfluencer(new { displayName = "Fay" });
        await using (var db = server.Read())
            await db.Database.ExecuteSqlAsync($"UPDATE events SET type = 'influencer.cloned', schema_version = 9 WHERE position = (SELECT max(position) FROM events)");

        var entry = (await server.Query("query ($id: ID!) { influencer(id: $id) { timeline { nodes { kind summary actor { name } } } } }", new { id }))
            .Find("influencer.timeline.nodes")[0];

        entry.Text("kind").ShouldBe("influencer.cloned");
        entry.Text("summary").ShouldContain("newer version");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_hundred_influencers_with_accounts_and_timelines_cost_as_many_statements_as_ten(StorageEngine engine)
    {
        var server = await servers.On(engine);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => server.CreateInfluencer(new
        {
            displayName = $"P{i}",
            niches = new[] { "many" },
            accounts = new[] { new { platform = "INSTAGRAM", handle = $"p{i}", followers = 100 + i },
                new { platform = "X", handle = $"p{i}", followers = 100 } },
        })));
        const string document = """
            query ($first: Int) { influencers(first: $first, filter: { niches: { contains: "many" } }) { totalCount nodes { displayName niches tags
              accounts { handle influencer { displayName } metricSnapshots(first: 2) { totalCount nodes { followers } } }
              timeline(first: 3) { totalCount pageInfo { hasNextPage } nodes { summary influencer { displayName } } } } } }
            """;

        var ten = await server.Sql.During(() => server.Query(document, new { first = 10 }));
        var hundred = await server.Sql.During(() => server.Query(document, new { first = 100 }));

        hundred.Count.ShouldBe(ten.Count);
        hundred.Count.ShouldBeLessThanOrEqualTo(15, string.Join("\n\n", hundred));
        var people = (await server.Query(document, new { first = 100 })).Find("influencers.nodes").EnumerateArray().ToArray();
        people.Length.ShouldBe(100);
        foreach (var person in people)
        {
            person.Find("timeline.totalCount").GetInt32().ShouldBe(6);
            person.Find("timeline.pageInfo.hasNextPage").GetBoolean().ShouldBeTrue();
            person.Find("timeline.nodes").GetArrayLength().ShouldBe(3);
            person.Find("timeline.nodes")[2].Find("influencer").Text("displayName").ShouldBe(person.Text("displayName"));
            person.Find("accounts")[0].Find("metricSnapshots.nodes")[0].GetProperty("followers").GetInt32()
                .ShouldBe(100 + int.Parse(person.Text("displayName")[1..]));
        }
    }
}
