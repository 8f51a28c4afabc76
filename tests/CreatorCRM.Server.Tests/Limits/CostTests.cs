using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CreatorCRM.Server.Tests.GraphQL;
using CreatorCRM.Server.Tests.GraphQL.Bakery;

namespace CreatorCRM.Server.Tests.Limits;

/// <summary>The cost of an operation and the budget it is paid from, on the schema of the bakery.</summary>
public sealed class CostTests : IAsyncLifetime
{
    private readonly WatchedTime _time = new();
    private readonly GraphQLServer _server;

    public CostTests() =>
        _server = new GraphQLServer(options => (options.MaxCost, options.CostBudget, options.CostBudgetPerSecond, options.MaxNodesPerOperation) = (150, 200, 10,
            120), _time);

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("{ __typename }", 1)]
    [InlineData("""{ bread(key: "1") { key kind } }""", 1)]
    [InlineData("""{ a: bread(key: "1") { key } b: bread(key: "2") { key } }""", 2)]
    [InlineData("{ bakers(first: 7) { totalCount } }", 51)]
    [InlineData("{ bakers(first: 7) { pageInfo { endCursor } } }", 1)]
    [InlineData("{ bakers(first: 7) { nodes { name } } }", 8)]
    [InlineData("{ bakers(last: 7) { edges { cursor node { name } } } }", 8)]
    [InlineData("{ bakers { nodes { name } } }", 21)]
    [InlineData("{ bakers(first: 3) { nodes { name } nodes { id } ...more } } fragment more on BakerConnection { nodes { id } }", 4)]
    [InlineData("{ faults { __typename } }", 5)]
    [InlineData("""{ nodes(ids: ["QmFrZXI6MQ", "QmFrZXI6Mg", "QmFrZXI6Mw"]) { id } }""", 3)]
    [InlineData("mutation { bake(input: { kind: RYE }) { bread { key } } }", 11)]
    [InlineData("{ __schema { types { name fields { name } } } }", 100)]
    [InlineData("""{ __type(name: "Baker") { name } }""", 10)]
    public async Task Every_object_that_can_be_in_the_answer_costs_a_point(string document, int cost)
    {
        var answer = await _server.Send(document);
        answer["extensions"]!["cost"]!["requested"]!.GetValue<int>().ShouldBe(cost, answer.ToJsonString());
        (await Left()).ShouldBe(200 - cost - 1);
    }

    [Fact]
    public async Task A_page_size_counts_the_same_as_a_literal_a_variable_or_a_default()
    {
        const string document = "query ($n: Int = 9) { bakers(first: $n) { nodes { name } } }";
        Cost(await _server.Send(document)).ShouldBe(10);
        Cost(await _server.Send(document, new { n = 4 })).ShouldBe(5);
        Cost(await _server.Send(document, new { n = (int?)null })).ShouldBe(21);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_with_what_was_found_and_what_is_allowed_and_costs_little()
    {
        var (code, message) = Error(await _server.Send("{ a: bakers(first: 100) { nodes { name } } b: bakers(first: 21) { nodes { name } } }"));
        (code, message).ShouldBe(("TOO_MANY_NODES", "The operation asks for up to 121 nodes; 120 are allowed. Take smaller pages by first or last, above all of the outer lists."));
        (code, message) = Error(await _server.Send("{ bakers(first: 100) { nodes { name } edges { cursor } } }"));
        (code, message).ShouldBe(("COST_LIMIT_EXCEEDED", "The operation costs 201; 150 are allowed. Take smaller pages or fewer objects within them."));
        (await Left()).ShouldBe(197);
    }

    [Fact]
    public async Task A_caller_who_has_spent_the_budget_waits_as_long_as_the_answer_says()
    {
        await _server.Data("{ bakers(first: 100) { nodes { name } } }");
        await _server.Data("{ bakers(first: 90) { nodes { name } } }");

        using var refused = await _server.Http.PostAsJsonAsync("", new { query = "{ bakers(first: 20) { nodes { name } } }" },
            TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
        var answer = await GraphQLServer.Read(refused);
        Error(answer).ShouldBe(("RATE_LIMITED", "The operation costs 21, and 8 of your budget of 200 are left. Send it again in 2 s."));
        answer["errors"]![0]!["extensions"]!["retryAfter"]!.GetValue<int>().ShouldBe(2);
        answer.AsObject().ContainsKey("data").ShouldBeFalse();

        _time.Advance(TimeSpan.FromSeconds(2));
        await _server.Data("{ bakers(first: 20) { nodes { name } } }");
    }

    [Fact]
    public async Task An_answer_of_429_is_not_kept_for_the_key_of_its_request()
    {
        await _server.KeepRequests();
        await _server.Data("{ bakers(first: 100) { nodes { name } } }");
        await _server.Data("{ bakers(first: 90) { nodes { name } } }");
        Task<JsonNode> Bake() => _server.Send("mutation { bake(input: { kind: SOUR_DOUGH }) { bread { kind } } }", null, ("Idempotency-Key", "k"));
        Error(await Bake()).ShouldBe(("RATE_LIMITED", "The operation costs 11, and 8 of your budget of 200 are left. Send it again in 1 s."));
        // Being told to wait has cost one; then nothing is left, and the mutation is not even read.
        await _server.Data("{ bakers(first: 6) { nodes { name } } }");
        var unread = Bake();
        await _time.Wait(TimeSpan.FromMilliseconds(250));
        _time.Advance(TimeSpan.FromMilliseconds(250));
        Error(await unread).ShouldBe(("RATE_LIMITED", "Your budget of 200 is spent. Send the request again in 1 s."));
        _server.Get<Commands>().Seen.ShouldBeEmpty();

        _time.Advance(TimeSpan.FromSeconds(2));
        var baked = await Bake();
        baked["data"]!["bake"]!["bread"]!["kind"]!.GetValue<string>().ShouldBe("SOUR_DOUGH");
        (await Bake()).ToJsonString().ShouldBe(baked.ToJsonString());
        _server.Get<Commands>().Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_budget_fills_up_to_its_limit_and_no_further()
    {
        await _server.Data("{ bakers(first: 100) { nodes { name } } }");
        _time.Advance(TimeSpan.FromSeconds(5));
        (await Left()).ShouldBe(200 - 101 + 50 - 1);
        _time.Advance(TimeSpan.FromHours(1));
        (await Left()).ShouldBe(199);
    }

    [Fact]
    public async Task An_event_stream_tells_that_the_budget_is_spent()
    {
        await _server.Data("{ bakers(first: 100) { nodes { name } } }");
        await _server.Data("{ bakers(first: 94) { nodes { name } } }");
        using var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = JsonContent.Create(new { query = "subscription { baked { key } }" }),
            Headers = { { "Accept", "text/event-stream" } }
        };
        using var response = await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("RATE_LIMITED");
    }

    private async Task<int> Left() => (await _server.Data("{ rateLimit { remaining } }"))["rateLimit"]!["remaining"]!.GetValue<int>();

    private static int Cost(JsonNode answer) => answer["extensions"]!["cost"]!["requested"]!.GetValue<int>();

    private static (string, string) Error(JsonNode answer) =>
        (answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>(), answer["errors"]![0]!["message"]!.GetValue<string>());
}
