using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CreatorCRM.Campaigns;
using CreatorCRM.Compensation;
using CreatorCRM.Imports;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Server.Tests.Api;

/// <summary>Whatever a client sends: it hears what is wrong and where, nothing is stored, and the server goes on.</summary>
public sealed class BadInputTests(CrmServers servers) : IClassFixture<CrmServers>
{
    public static TheoryData<StorageEngine, string> Cases =>
        [.. new[] { StorageEngine.Sqlite, StorageEngine.Postgres }.SelectMany(engine => BadInputs.All.Keys.Select(name => (engine, name)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_is_explained_and_changes_nothing(StorageEngine engine, string name)
    {
        var server = await servers.On(engine);
        var given = await Given.In(server);
        var (body, code, says) = BadInputs.All[name];
        var before = await Stored(server);

        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(given.Fill(body))) { Headers = { ContentType = new("application/json") } };
        using var response = await server.Http.PostAsync("", content, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        var problem = Problem(answer);
        problem.Code.ShouldBe(code, answer.ToString());
        problem.Says.ShouldContain(says);
        problem.Says.Length.ShouldBeLessThan(700);
        (await Stored(server)).ShouldBe(before);
        (await server.Query("{ influencers(first: 1) { totalCount } }")).Find("influencers.totalCount").GetInt32().ShouldBeGreaterThan(0);
        server.Log.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Ten_megabytes_and_bytes_that_are_no_text_are_refused_before_they_are_read_as_a_request(StorageEngine engine)
    {
        var server = await servers.On(engine);
        (await Post(server, [.. "{\"query\":\""u8, .. Enumerable.Repeat((byte)'x', 10_000_000), .. "\"}"u8]))
            .ShouldBe((HttpStatusCode.RequestEntityTooLarge, "PAYLOAD_TOO_LARGE"));
        (await Post(server, [.. "{\"query\":\"{ influencers(query: \\\""u8, 0xC3, 0x28, .. "\\\") { totalCount } }\"}"u8]))
            .ShouldBe((HttpStatusCode.BadRequest, "BAD_REQUEST"));
        server.Log.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("emoji of several code points", "Mia 👨‍👩‍👧‍👦 🇩🇪 Brot")]
    [InlineData("right to left", "مرحبا بالعالم שלום")]
    [InlineData("a script", "<script>alert(1)</script>")]
    [InlineData("markup in an attribute", "\"><img src=x onerror=alert(1)>&amp;")]
    [InlineData("SQL", "'; DROP TABLE influencers; --")]
    [InlineData("a formula", "=HYPERLINK(\"http://x.example\")")]
    [InlineData("a template", "{{7*7}} ${7*7} %s %n")]
    [InlineData("combining marks", "Zalgo Z̷̡a̵l̷g̸o")]
    public async Task Any_text_is_data_and_comes_back_as_it_was_given(string kind, string text)
    {
        foreach (var engine in new[] { StorageEngine.Sqlite, StorageEngine.Postgres })
        {
            var server = await servers.On(engine);
            var id = await server.CreateInfluencer(new { displayName = text, notes = text });
            var found = (await server.Query("query ($id: ID!) { influencer(id: $id) { displayName notes } }", new { id })).GetProperty("influencer");
            (found.Text("displayName"), found.Text("notes")).ShouldBe((text, text), kind);
        }
    }

    [Theory]
    [InlineData("\" OR 1=1")]
    [InlineData("NEAR(a b)")]
    [InlineData("* AND NOT ^")]
    [InlineData("name:x")]
    [InlineData("'; DROP TABLE x; --")]
    [InlineData("%_\\")]
    [InlineData("((((")]
    [InlineData("a & | ! <->")]
    [InlineData("👨‍👩‍👧‍👦 zzz")]
    public async Task A_search_takes_metacharacters_for_letters(string query)
    {
        foreach (var engine in new[] { StorageEngine.Sqlite, StorageEngine.Postgres })
        {
            var server = await servers.On(engine);
            (await server.Query("query ($query: String) { influencers(query: $query) { totalCount } campaigns(query: $query) { totalCount } partnerships(query: $query) { totalCount } }", new { query }))
                .EnumerateObject().Select(list => list.Value.Find("totalCount").GetInt32()).ShouldBe([0, 0, 0]);
            server.Log.ShouldBeEmpty();
        }
    }

    // An error of the request, or the first refusal of its mutation with its place in the input.
    private static (string Code, string Says) Problem(JsonElement answer)
    {
        if (answer.TryGetProperty("errors", out var errors)) return (errors[0].Find("extensions.code").GetString()!, errors[0].Text("message"));
        var refusal = answer.GetProperty("data").EnumerateObject().Single().Value.Find("userErrors.0");
        return (refusal.Text("code"), $"{string.Join('.', refusal.GetProperty("field").EnumerateArray())}: {refusal.Text("message")}");
    }

    private static async Task<(int, int, int, int, int, int)> Stored(CrmServer server)
    {
        await using var read = server.Read();
        return (await read.Set<EventRow>().CountAsync(), await read.Set<InfluencerRow>().CountAsync(), await read.Set<CampaignRow>().CountAsync(),
            await read.Set<PartnershipRow>().CountAsync(), await read.Set<OfferRow>().CountAsync(), await read.Set<ImportFileRow>().CountAsync());
    }

    private static async Task<(HttpStatusCode, string)> Post(CrmServer server, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } };
        request.Headers.ExpectContinue = true;
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).Find("errors.0.extensions.code").GetString()!);
    }

    /// <summary>What exists, to be named in bad inputs. Made once per server.</summary>
    private sealed record Given(string Influencer, string Campaign, string Partnership, string Account, string Cursor, string TimelineCursor)
    {
        private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<CrmServer, Given> Known = [];

        public static async Task<Given> In(CrmServer server)
        {
            if (Known.TryGetValue(server, out var known)) return known;
            var desk = new Desk(server);
            var (influencer, campaign) = (await desk.Influencer(), await desk.Campaign());
            var account = (await desk.Do("addAccount", new { influencerId = influencer, platform = "INSTAGRAM", handle = "given.account" }, "account { id }"))
                .Find("account.id").GetString()!;
            var cursors = await server.Query(
                "query ($id: ID!) { influencers(first: 1) { pageInfo { endCursor } } influencer(id: $id) { timeline(first: 1) { pageInfo { endCursor } } } }",
                new { id = influencer });
            var given = new Given(influencer, campaign, await desk.Partnership(influencer, campaign), account,
                cursors.Find("influencers.pageInfo.endCursor").GetString()!, cursors.Find("influencer.timeline.pageInfo.endCursor").GetString()!);
            Known.Add(server, given);
            return given;
        }

        public string Fill(string body) =>
            body.Replace("INFLUENCER_ID", Influencer, StringComparison.Ordinal).Replace("CAMPAIGN_ID", Campaign, StringComparison.Ordinal)
            .Replace("PARTNERSHIP_ID", Partnership, StringComparison.Ordinal).Replace("ACCOUNT_ID", Account, StringComparison.Ordinal)
            .Replace("TIMELINE_CURSOR", TimelineCursor, StringComparison.Ordinal)
            .Replace("TAMPERED_CURSOR", $"{(Cursor[0] == 'W' ? 'X' : 'W')}{Cursor[1..^1]}A", StringComparison.Ordinal)
            .Replace("CUT_CURSOR", Cursor[..^3], StringComparison.Ordinal);
    }
}
