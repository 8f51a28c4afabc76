using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CreatorCRM.Server.Tests.GraphQL.Bakery;

namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class KeyedRequestTests : IAsyncLifetime
{
    private const string Bake = "mutation Bake($kind: BreadKind!) { bake(input: { kind: $kind }) { bread { kind } } }";
    private const string Knead = "mutation { knead }";

    private readonly GraphQLServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.KeepRequests();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_repetition_gets_the_first_answer_and_runs_nothing()
    {
        var first = await Send("\"k\"", Bake, new { kind = "SOUR_DOUGH" });
        first.ShouldBe((HttpStatusCode.OK, """{"data":{"bake":{"bread":{"kind":"SOUR_DOUGH"}}}}""", false));
        (await Send("k", Bake, new { kind = "SOUR_DOUGH" })).ShouldBe((first.Status, first.Body, true));
        _server.Get<Commands>().Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_by_the_domain_is_an_answer_like_any()
    {
        const string rye = "mutation { bake(input: { kind: RYE }) { bread { key } userErrors { code } } }";
        var first = await Send("k", rye);
        (await Send("k", rye)).ShouldBe((first.Status, first.Body, true));
    }

    [Theory]
    [InlineData(Bake, "RYE")]
    [InlineData("mutation Bake($kind: BreadKind!) { bake(input: { kind: $kind }) { bread { key } } }", "SOUR_DOUGH")]
    [InlineData("mutation Bake($kind: BreadKind!) { bake(input: { kind: $kind }) { bread { kind } } } query Other { __typename }", "SOUR_DOUGH")]
    public async Task The_same_key_with_another_request_is_422(string query, string kind)
    {
        await Send("k", Bake, new { kind = "SOUR_DOUGH" });
        var (status, body, _) = await Send("k", query, new { kind }, "Bake");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        body.ShouldContain("IDEMPOTENCY_KEY_REUSED");
        _server.Get<Commands>().Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_content_of_a_file_belongs_to_the_request()
    {
        (await Upload("k", "a.csv", "1")).Status.ShouldBe(HttpStatusCode.OK);
        (await Upload("k", "a.csv", "1")).Replayed.ShouldBeTrue();
        (await Upload("k", "a.csv", "2")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task While_the_first_is_under_way_the_second_is_told_to_come_back()
    {
        var trough = _server.Get<Trough>();
        var first = Send("k", Knead);
        (await trough.Started.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken)).ShouldBeTrue();

        using var second = await Post("k", Knead);
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        second.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await GraphQLServer.Read(second))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("REQUEST_UNDER_WAY");

        trough.Go.Release();
        var answer = await first;
        answer.Body.ShouldBe("""{"data":{"knead":1}}""");
        (await Send("k", Knead)).ShouldBe((HttpStatusCode.OK, answer.Body, true));
    }

    [Fact]
    public async Task A_request_that_may_take_long_has_its_key_as_long()
    {
        var time = new WatchedTime();
        await using var server = new GraphQLServer(options => options.ExecutionTimeout = TimeSpan.FromMinutes(10), time);
        await server.InitializeAsync();
        await server.KeepRequests();
        Task<JsonNode> Ask() => server.Send(Knead, null, ("Idempotency-Key", "k"));
        var first = Ask();
        (await server.Get<Trough>().Started.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken)).ShouldBeTrue();

        time.Advance(TimeSpan.FromMinutes(9));
        (await Ask())["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("REQUEST_UNDER_WAY");

        server.Get<Trough>().Go.Release();
        (await first)["data"]!["knead"]!.GetValue<int>().ShouldBe(1);
        (await Ask())["data"]!["knead"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_client_that_left_may_come_back_with_its_key()
    {
        var trough = _server.Get<Trough>();
        using var leaving = new CancellationTokenSource();
        var first = Post("k", Knead, cancel: leaving.Token);
        (await trough.Started.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken)).ShouldBeTrue();
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);

        Task started = trough.Started.WaitAsync(TestContext.Current.CancellationToken);
        var second = await Poll.For(async () =>
        {
            var again = Send("k", Knead);
            if (await Task.WhenAny(started, again) == started) return again;
            // The server has not noticed yet.
            (await again).Status.ShouldBe(HttpStatusCode.Conflict);
            return null;
        });
        trough.Go.Release();
        (await second).ShouldBe((HttpStatusCode.OK, """{"data":{"knead":1}}""", false));
    }

    [Fact]
    public async Task A_fault_is_not_kept()
    {
        for (var round = 1; round <= 2; round++)
        {
            var (_, body, replayed) = await Send("k", "mutation { burn }");
            body.ShouldContain("INTERNAL_ERROR");
            replayed.ShouldBeFalse();
            _server.Log.Count.ShouldBe(round);
        }
    }

    [Fact]
    public async Task What_did_not_run_takes_no_key()
    {
        (await Send("k", "mutation { nothing }")).Body.ShouldContain("GRAPHQL_VALIDATION_FAILED");
        (await Send("k", Bake, new { kind = "WHEAT" })).Body.ShouldContain("BAD_USER_INPUT");
        (await Send("k", Bake, new { kind = "SOUR_DOUGH" })).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_query_ignores_the_key()
    {
        (await Send("k", "{ __typename }")).Replayed.ShouldBeFalse();
        (await Send("k", "{ bread(key: \"1\") { key } }")).ShouldBe((HttpStatusCode.OK, """{"data":{"bread":{"key":"1"}}}""", false));
        using var get = new HttpRequestMessage(HttpMethod.Get, "?query={__typename}") { Headers = { { "GraphQL-Preflight", "1" } } };
        get.Headers.TryAddWithoutValidation("Idempotency-Key", "\"");
        using var got = await _server.Http.SendAsync(get, TestContext.Current.CancellationToken);
        got.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_is_400()
    {
        var (status, body, _) = await Send("\"k", Bake, new { kind = "SOUR_DOUGH" });
        status.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain("BAD_IDEMPOTENCY_KEY");
        _server.Get<Commands>().Seen.ShouldBeEmpty();
    }

    private async Task<(HttpStatusCode Status, string Body, bool Replayed)> Send(string key, string query, object? variables = null,
        string? operationName = null)
    {
        using var response = await Post(key, query, variables, operationName);
        return await Read(response);
    }

    private async Task<HttpResponseMessage> Post(string key, string query, object? variables = null, string? operationName = null,
        CancellationToken? cancel = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(new { query, variables, operationName }) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await _server.Http.SendAsync(request, cancel ?? TestContext.Current.CancellationToken);
    }

    private async Task<(HttpStatusCode Status, string Body, bool Replayed)> Upload(string key, string name, string text)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("""{ "query": "mutation ($file: Upload!) { weigh(file: $file) }", "variables": { "file": null } }"""), "operations" },
            { new StringContent("""{ "0": ["variables.file"] }"""), "map" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "0", name },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = form,
            Headers = { { "GraphQL-Preflight", "1" }, { "Idempotency-Key", key } }
        };
        using var response = await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Read(response);
    }

    // Without what the request cost.
    private static async Task<(HttpStatusCode Status, string Body, bool Replayed)> Read(HttpResponseMessage response)
    {
        var body = await GraphQLServer.Read(response);
        body.AsObject().Remove("extensions");
        return (response.StatusCode, body.ToJsonString(), response.Headers.Contains("Idempotency-Replayed"));
    }
}
