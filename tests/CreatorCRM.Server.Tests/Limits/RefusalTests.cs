using System.Net;
using System.Text;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Server.Tests.Access;
using CreatorCRM.Server.Tests.GraphQL;
using Microsoft.Extensions.Time.Testing;

namespace CreatorCRM.Server.Tests.Limits;

/// <summary>What a refused request costs who sent it, on the schema of the bakery.</summary>
public sealed class RefusalTests
{
    private const string Typo = "{ bakers { nodes { nam } } }";

    [Fact]
    public async Task A_developer_who_makes_20_typos_in_a_minute_is_not_limited()
    {
        var (usual, time) = (new GraphQLHostOptions(), new FakeTimeProvider());
        await using var server = await Start(options => options.RefusalsPerBudget = usual.RefusalsPerBudget, time);
        for (var i = 0; i < 20; i++)
        {
            (await Code(server, Typo)).ShouldBe("GRAPHQL_VALIDATION_FAILED");
            time.Advance(TimeSpan.FromSeconds(3));
            (await Left(server)).ShouldBe(usual.CostBudget - 1);
        }
    }

    [Fact]
    public async Task A_refused_request_costs_a_200th_of_the_budget_and_a_large_one_several()
    {
        await using var server = await Start(options => options.RefusalsPerBudget = new GraphQLHostOptions().RefusalsPerBudget, new FakeTimeProvider());
        var left = await Left(server);
        async Task Costs(int cost, Func<Task> request)
        {
            await request();
            var now = await Left(server);
            (left - now).ShouldBe(cost + 1);
            left = now;
        }
        await Costs(1000, () => Code(server, Typo));
        await Costs(1000, () => Post(server, "no JSON"));
        await Costs(1000, () => Code(server, "subscription { baked { key } }"));
        await Costs(3000, () => Code(server, $"{Typo} # {new string('a', 150_000)}"));
        await Costs(2000, () => Post(server, $$"""[{ "query": "{{Typo}}" }, { "query": "{{Typo}}" }]"""));
        // The first half of the way of an automatic persisted query.
        await Costs(0, () => Post(server, $$$"""{ "extensions": { "persistedQuery": { "version": 1, "sha256Hash": "{{{new string('a', 64)}}}" } } }"""));
    }

    [Fact]
    public async Task Who_sends_nothing_but_refused_requests_is_soon_turned_away_before_they_are_read()
    {
        await using var server = await Start(options => (options.RefusalsPerBudget, options.CostBudgetPerSecond) = (4, 1), new MovedTime());
        for (var i = 0; i < 4; i++) (await Code(server, Typo)).ShouldBe("GRAPHQL_VALIDATION_FAILED");

        foreach (var body in new[] { "no JSON", $$"""{ "query": "{ __typename }" }""", $$"""[{ "query": "{ __typename }" }]""" })
        {
            using var response = await Post(server, body);
            response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
            var error = (await GraphQLServer.Read(response))["errors"]![0]!;
            error["extensions"]!["code"]!.GetValue<string>().ShouldBe("RATE_LIMITED");
            error["message"]!.GetValue<string>().ShouldStartWith("Your budget of 200000 is spent. Send the request again in ");
        }
    }

    [Fact]
    public async Task A_batch_ends_where_the_budget_does()
    {
        await using var server = await Start(options => (options.RefusalsPerBudget, options.CostBudgetPerSecond) = (2, 1), new MovedTime());
        using var response = await Post(server, $$"""[{{string.Join(',', Enumerable.Repeat($$"""{ "query": "{{Typo}}" }""", 3))}}]""");
        (await GraphQLServer.Read(response)).AsArray().Select(entry => entry!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>())
            .ShouldBe(["GRAPHQL_VALIDATION_FAILED", "GRAPHQL_VALIDATION_FAILED", "RATE_LIMITED"]);
    }

    private static async Task<GraphQLServer> Start(Action<GraphQLHostOptions> configure, TimeProvider? time = null)
    {
        var server = new GraphQLServer(configure, time);
        await server.InitializeAsync();
        return server;
    }

    private static Task<HttpResponseMessage> Post(GraphQLServer server, string body) =>
        server.Http.PostAsync("", new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

    private static async Task<string> Code(GraphQLServer server, string document) => (await server.Error(document))["extensions"]!["code"]!.GetValue<string>();

    private static async Task<int> Left(GraphQLServer server) => (await server.Data("{ rateLimit { remaining } }"))["rateLimit"]!["remaining"]!.GetValue<int>();
}
