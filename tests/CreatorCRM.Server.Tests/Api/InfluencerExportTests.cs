using System.Net;
using System.Text;
using System.Text.Json;
using CreatorCRM.Access;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class InfluencerExportTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_filtered_list_leaves_as_a_file_that_an_import_takes_back_and_the_audit_log_says_so(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        await server.Grains.Found("copy");
        var desk = new Desk(server);
        await desk.Do("createInfluencer", new
        {
            displayName = "Mia \"Brot\", Köln",
            niches = (string[])["gluten-free", "bread"],
            country = "DE",
            notes = "First line\nsecond line",
            contactPoints = (object[])[new { kind = "EMAIL", value = "mia@example.com" }],
            accounts = (object[])[new { platform = "INSTAGRAM", handle = "mia.brot", followers = 50_000 },
                new { platform = "TIKTOK", handle = "mia.tok", followers = 900 }],
        });
        await desk.Influencer("Not in it");
        var filter = """{"niches":{"contains":"bread"},"tier":{"eq":"MICRO"},"engagementRate":{"isNull":true}}""";
        var file = await Read(server, $"?filter={Uri.EscapeDataString(filter)}&query=mia");
        var lines = Encoding.UTF8.GetString(file);
        lines.ShouldStartWith("\uFEFFName,Instagram handle,Tiktok handle,");
        lines.ShouldContain("\"Mia \"\"Brot\"\", Köln\",mia.brot,mia.tok,");
        lines.ShouldNotContain("Not in it");
        var entry = (await server.Query("{ workspace { auditLog(first: 1) { nodes { kind summary actor { name } } } } }")).Find("workspace.auditLog.nodes.0");
        (entry.Text("kind"), entry.Text("summary"), entry.Find("actor.name").GetString())
            .ShouldBe(("data.exported", $"1 influencers were exported as CSV: those with {filter} and those found by \"mia\".", "Owner"));

        var copy = server.As(workspace: "copy");
        (await copy.Import(file)).Find("created").GetInt32().ShouldBe(1);
        (await copy.Query("""{ influencerByHandle(platform: TIKTOK, handle: "mia.tok") { displayName country niches notes accounts { platform handle } } }""")).GetProperty("influencerByHandle").ToString()
            .ShouldBe("""{"displayName":"Mia \"Brot\", Köln","country":"DE","niches":["gluten-free","bread"],"notes":"First line\nsecond line","accounts":[{"platform":"INSTAGRAM","handle":"mia.brot"},{"platform":"TIKTOK","handle":"mia.tok"}]}""");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_list_longer_than_a_page_is_complete_and_in_order_and_of_one_workspace(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        await server.Grains.Found("other");
        var list = Encoding.UTF8.GetBytes("name,tiktok\n" + string.Concat(Enumerable.Range(1, 1_234).Select(i => $"Person {i},person{i}\n")));
        await server.Import(list);
        await new Desk(server.As(workspace: "other")).Influencer("Of others");
        var names = Encoding.UTF8.GetString(await Read(server)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0])
            .ToList();
        names.ShouldBeUnique();
        names.Order().ShouldBe(Enumerable.Range(1, 1_234).Select(i => $"Person {i}").Order());
        (await server.Query("{ workspace { auditLog(first: 1) { nodes { summary } } } }")).Find("workspace.auditLog.nodes.0.summary").GetString()
            .ShouldBe("1,234 influencers were exported as CSV: all.");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.com\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    public async Task No_cell_is_run_as_a_formula(string name)
    {
        var server = await servers.On(StorageEngine.Sqlite);
        await new Desk(server).Do("createInfluencer", new { displayName = name, notes = name, agency = name });
        var line = Encoding.UTF8.GetString(await Read(server)).Split("\r\n")[1];
        line.ShouldStartWith($"\"'{name.Replace("\"", "\"\"")}\",");
        line.Split($"\"'{name.Replace("\"", "\"\"")}\"").Length.ShouldBe(4);
    }

    [Theory]
    [InlineData("filter=nonsense", "The filter cannot be read")]
    [InlineData("""filter={"unknown":{}}""", "The filter cannot be read")]
    [InlineData("""filter={"tier":{"eq":"HUGE"}}""", "The filter cannot be read at $.tier.eq")]
    [InlineData("""filter={"displayName":{"contains":"a\u0000"}}""", "filter.displayName")]
    [InlineData("query=a+b+c+d+e+f+g+h+i+j+k+l", "query: A search text may have at most 10 words.")]
    public async Task What_cannot_be_answered_is_told_and_nothing_is_exported(string query, string message)
    {
        var server = await servers.On(StorageEngine.Sqlite);
        var before = (await server.Query("{ workspace { auditLog { totalCount } } }")).ToString();
        using var response = await server.Http.GetAsync(new Uri(server.Address, $"/export/influencers.csv?{query.Replace("\\", "%5C").Replace("\"", "%22")}"),
            Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement.Find("errors.0");
        (error.Find("extensions.code").GetString(), error.Text("message")[..Math.Min(message.Length, error.Text("message").Length)])
            .ShouldBe(("BAD_USER_INPUT", message));
        (await server.Query("{ workspace { auditLog { totalCount } } }")).ToString().ShouldBe(before);
    }

    [Fact]
    public async Task Nobody_exports_without_a_token_or_the_right_to_read()
    {
        var server = await servers.On(StorageEngine.Sqlite);
        var payouts = await server.Grains.Workspace().Issue("t-payouts", null, null, Scope.Payouts);
        (await Status(null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Status(payouts)).ShouldBe(HttpStatusCode.Forbidden);

        async Task<HttpStatusCode> Status(string? token)
        {
            var client = server.As(token).Http;
            using var response = await client.GetAsync(new Uri(server.Address, "/export/influencers.csv"), Cancel);
            return response.StatusCode;
        }
    }

    private static async Task<byte[]> Read(CrmServer server, string query = "")
    {
        using var response = await server.Http.GetAsync(new Uri(server.Address, $"/export/influencers.csv{query}"), Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (response.Content.Headers.ContentType!.ToString(), response.Content.Headers.ContentDisposition!.FileName)
            .ShouldBe(("text/csv; charset=utf-8", "influencers.csv"));
        return await response.Content.ReadAsByteArrayAsync(Cancel);
    }
}
