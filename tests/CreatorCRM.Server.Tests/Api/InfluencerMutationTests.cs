using System.Text;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class InfluencerMutationTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private const string Update = """
        mutation ($input: UpdateInfluencerInput!) { updateInfluencer(input: $input) {
          influencer { displayName niches tags languages country agency owner notes isCustomer version contactPoints { kind value label } } userErrors { field message code } } }
        """;

    private const string Add = "mutation ($input: AddAccountInput!) { addAccount(input: $input) { influencer { tier version } account { id handle followers url } userErrors { field message code } } }";

    private const string Record = """
        mutation ($input: RecordMetricsInput!) { recordMetrics(input: $input) {
          account { followers metricsTakenAt engagementRate { value formula } metricSnapshots(first: 10) { totalCount nodes { takenAt followers engagementRate { value } } } } userErrors { field message code } } }
        """;

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_patch_changes_what_is_given_and_clears_what_is_null(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var id = await server.CreateInfluencer(new
        {
            displayName = "Ida",
            niches = new[] { "bread" },
            tags = new[] { "a", "b" },
            country = "DE",
            owner = "Kim",
            notes = "n",
            isCustomer = true
        });

        var changed = (await server.Mutate(Update, new
        {
            input = new Dictionary<string, object?>
            {
                ["influencerId"] = id,
                ["displayName"] = "Ida Korn",
                ["tags"] = null,
                ["country"] = null,
                ["languages"] = new[] { "pt-BR" },
                ["contactPoints"] = new[] { new { kind = "EMAIL", value = "ida@example.com", label = "home" } },
            },
        })).GetProperty("influencer");

        changed.ToString().ShouldBe(
            """{"displayName":"Ida Korn","niches":["bread"],"tags":[],"languages":["pt-BR"],"country":null,"agency":null,"owner":"Kim","notes":"n","isCustomer":true,"version":3,"contactPoints":[{"kind":"EMAIL","value":"ida@example.com","label":"home"}]}""");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task What_the_domain_refuses_names_the_path_in_the_input(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var tag = $"r_{engine}";
        var id = await server.CreateInfluencer(new { displayName = "Ria", accounts = new[] { new { platform = "X", handle = tag } } });

        (await server.Refusals(Update, new { input = new { influencerId = id, displayName = (string?)null } })).ShouldBe(["displayName REQUIRED"]);
        (await server.Refusals(Update, new { input = new { influencerId = id, notes = "x", expectedVersion = 1 } }))
            .ShouldBe(["expectedVersion VERSION_CONFLICT"]);
        (await server.Refusals(Update, new { input = new { influencerId = NodeId.Of<Server.Api.Influencer>("nobody").ToString(), notes = "x" } }))
            .ShouldBe(["influencerId NOT_FOUND"]);
        (await server.Refusals(Update, new { input = new { influencerId = id, notes = new string('x', 20_000), tags = new[] { "ok", " " } } }))
            .ShouldBe(["tags.1 REQUIRED", "notes TOO_LONG"]);
        (await server.Refusals(Add, new { input = new { influencerId = id, platform = "X", handle = tag.ToUpperInvariant() } })).ShouldBe(["handle INVALID"]);
        var other = await server.CreateInfluencer(new { displayName = "Tom" });
        (await server.Refusals(Add, new { input = new { influencerId = other, platform = "X", handle = tag } })).ShouldBe(["handle HANDLE_TAKEN"]);
        (await server.Refusals(Add, new { input = new { influencerId = other, platform = "X", handle = "has blank", followers = -1 } }))
            .ShouldBe(["handle INVALID", "followers INVALID"]);
        (await server.Refusals(Influencers.CreateDocument,
            new
            {
                input = new
                {
                    displayName = " ",
                    accounts = new object[] { new { platform = "X", handle = "fine" },
                new { platform = "X", handle = "", followers = -5 } }
                }
            }))
            .ShouldBe(["displayName REQUIRED", "accounts.1.handle REQUIRED", "accounts.1.followers INVALID"]);
        (await server.Refusals(Influencers.CreateDocument,
            new { input = new { displayName = "Zoe", accounts = new object[] { new { platform = "BLOG", handle = "zoe" }, new { platform = "X", handle = tag } } } }))
            .ShouldBe(["accounts.1.handle HANDLE_TAKEN"]);
    }

    [Theory]
    [InlineData("{ influencerId: \"x\" }", "is not an id")]
    [InlineData("{ influencerId: \"QWNjb3VudDox\", notes: \"x\" }", "is the id of Account")]
    [InlineData("{ influencerId: $id, country: \"ZZ\" }", "ISO 3166-1")]
    [InlineData("{ influencerId: $id, contactPoints: [{ kind: PIGEON, value: \"x\" }] }", "PIGEON")]
    [InlineData("{ influencerId: $id, isCustomer: \"yes\" }", "Boolean")]
    [InlineData("{ notes: \"x\" }", "influencerId")]
    public async Task What_cannot_be_read_is_bad_input_and_changes_nothing(string input, string message)
    {
        foreach (var engine in Enum.GetValues<StorageEngine>())
        {
            var server = await servers.On(engine);
            var someId = NodeId.Of<Server.Api.Influencer>("1");
            var error = await server.Error($"mutation {{ updateInfluencer(input: {input.Replace("$id", $"\"{someId}\"")}) {{ influencer {{ id }} }} }}");
            error.Find("extensions.code").GetString().ShouldBe("BAD_USER_INPUT", error.ToString());
            error.Text("message").ShouldContain(message);
        }
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Figures_become_a_history_of_which_the_account_shows_the_latest(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var influencerId = await server.CreateInfluencer(new { displayName = "Lia" });
        var added = await server.Mutate(Add, new
        {
            input = new
            {
                influencerId,
                platform = "TIKTOK",
                handle = $"@lia.{engine}",
                url = "https://example.com/lia",
                followers = 120_000
            }
        });
        added.Find("influencer").Text("tier").ShouldBe("MID");
        var accountId = added.Find("account").Text("id");

        await server.Mutate(Record, new
        {
            input = new
            {
                accountId,
                followers = 2_000_000_000,
                averageLikes = "1755",
                averageViews = 50_000,
                takenAt = "2026-01-02T03:04:05+01:00"
            }
        });
        var recorded = (await server.Mutate(Record, new { input = new { accountId, followers = 60, takenAt = "2010-01-01T00:00:00Z", idempotencyKey = "m1" } }))
            .GetProperty("account");
        await server.Mutate(Record, new { input = new { accountId, followers = 60, takenAt = "2010-01-01T00:00:00Z", idempotencyKey = "m1" } });

        // The figures that came with the account are of the day of the test, so they are the latest.
        recorded.GetProperty("followers").GetInt32().ShouldBe(120_000);
        var history = recorded.GetProperty("metricSnapshots");
        history.GetProperty("totalCount").GetInt32().ShouldBe(3);
        history.GetProperty("nodes").Texts("followers").ShouldBe(["120000", "2000000000", "60"]);
        history.GetProperty("nodes")[1].ToString().ShouldBe("""{"takenAt":"2026-01-02T02:04:05Z","followers":2000000000,"engagementRate":{"value":"0.0351"}}""");
        (await server.Refusals(Record, new { input = new { accountId } })).ShouldBe(["followers INVALID"]);
        (await server.Refusals(Record, new { input = new { accountId, followers = 1, takenAt = "1066-10-14T00:00:00Z" } })).ShouldBe(["takenAt INVALID"]);
        (await server.Refusals(Record, new { input = new { accountId, followers = 1, takenAt = "9999-12-31T23:59:59.9999999Z" } }))
            .ShouldBe(["takenAt INVALID"]);
        (await server.Refusals(Record, new { input = new { accountId = accountId[..^2] + "Nz", followers = 1 } })).ShouldBe(["accountId NOT_FOUND"]);
        (await server.Error(Record, new { input = new { accountId, followers = 3_000_000_000 } })).Find("extensions").Text("code").ShouldBe("BAD_USER_INPUT");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Do_not_contact_is_set_with_a_reason_and_lifted(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var influencerId = await server.CreateInfluencer(new { displayName = "Uma" });
        const string fields = "{ influencer { doNotContact { reason since } version } userErrors { field message code } }";

        var set = (await server.Mutate($"mutation ($input: SetDoNotContactInput!) {{ setDoNotContact(input: $input) {fields} }}",
            new { input = new { influencerId, reason = "wrote so" } })).GetProperty("influencer");
        var lifted = (await server.Mutate($"mutation ($input: LiftDoNotContactInput!) {{ liftDoNotContact(input: $input) {fields} }}",
            new { input = new { influencerId, reason = "called back", expectedVersion = 2 } })).GetProperty("influencer");

        set.Find("doNotContact").Text("reason").ShouldBe("wrote so");
        lifted.ToString().ShouldBe("""{"doNotContact":null,"version":3}""");
        (await server.Refusals($"mutation ($input: SetDoNotContactInput!) {{ setDoNotContact(input: $input) {fields} }}",
            new { input = new { influencerId, reason = "" } })).ShouldBe(["reason REQUIRED"]);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Ten_megabytes_and_broken_text_are_refused_at_the_door(StorageEngine engine)
    {
        var server = await servers.On(engine);
        (await server.Error(Influencers.CreateDocument, new { input = new { displayName = new string('x', 10_000_000) } })).Find("extensions").Text("code")
            .ShouldBe("PAYLOAD_TOO_LARGE");
        using var content = new ByteArrayContent([.. Encoding.UTF8.GetBytes("""{ "query": "mutation { createInfluencer(input: { displayName: \"M"""), 0xFC, .. "ller\\\" }) { influencer { id } } }\" }"u8]);
        content.Headers.ContentType = new("application/json");
        using var response = await server.Http.PostAsync("", content);
        ((int)response.StatusCode).ShouldBe(400);
        (await server.Refusals(Influencers.CreateDocument, new { input = new { displayName = "a\u0007b" } })).ShouldBe(["displayName INVALID"]);
        server.Log.ShouldNotContain(entry => entry.StartsWith("Error"));
    }
}
