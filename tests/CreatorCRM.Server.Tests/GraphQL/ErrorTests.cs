using System.Text;
using CreatorCRM.Server.Tests.GraphQL.Bakery;

namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class ErrorTests : IAsyncLifetime
{
    private readonly GraphQLServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_fault_shows_a_correlation_id_and_nothing_else()
    {
        var result = await _server.Send("{ bread(key: \"1\") { key } notNull bakers(first: 1) { nodes { broken } } }");

        var text = result.ToJsonString();
        text.ShouldNotContain("secret");
        text.ShouldNotContain("Exception");
        text.ShouldNotContain("INVALID_OPERATION");
        result["data"]!["bread"]!["key"]!.GetValue<string>().ShouldBe("1");
        result["data"]!["notNull"].ShouldBeNull();
        foreach (var error in result["errors"]!.AsArray())
        {
            error!["extensions"]!["code"]!.GetValue<string>().ShouldBe("INTERNAL_ERROR");
            var id = error["extensions"]!["correlationId"]!.GetValue<string>();
            _server.Log.ShouldContain(entry => entry.Contains(id) && entry.Contains("secret"));
        }
    }

    [Fact]
    public async Task A_failed_batch_fails_its_fields_and_is_logged_once()
    {
        var result = await _server.Send("{ faults { key value } }");
        result["data"]!["faults"]!.ToJsonString().ShouldBe("""[{"key":"1","value":null},{"key":"2","value":null}]""");
        result["errors"]!.AsArray().Count.ShouldBe(2);
        _server.Log.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("{", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query A { slow } query B { slow }", "OPERATION_RESOLUTION_FAILURE")]
    [InlineData("query ($id: ID!) { node(id: $id) { id } }", "BAD_USER_INPUT")]
    [InlineData("query ($key: String!) { bread(key: $key) { key } }", "BAD_USER_INPUT")]
    [InlineData("{ bread(key: 1) { key } }", "BAD_USER_INPUT")]
    [InlineData("{ kinds(kinds: [WHEAT]) }", "BAD_USER_INPUT")]
    [InlineData("subscription { baked { key } }", "OPERATION_RESOLUTION_FAILURE")]
    public async Task Each_kind_of_error_has_its_stable_code(string query, string code)
    {
        var result = await _server.Send(query);
        result["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(code, result.ToJsonString());
        result.AsObject().ContainsKey("data").ShouldBeFalse();
    }

    [Fact]
    public async Task A_document_that_nests_too_deep_or_is_too_long_is_refused()
    {
        var deep = await _server.Error($"{{ bread(key: \"1\") {string.Concat(Enumerable.Repeat("{ baker { breads ", 60))} {{ key }} {string.Concat(Enumerable.Repeat("} }", 60))} }}");
        deep["message"]!.GetValue<string>().ShouldContain("nests deeper");
        var longer = new StringBuilder("{ ").Insert(2, "slow ", 2_000).Append('}').ToString();
        (await _server.Error(longer))["message"]!.GetValue<string>().ShouldContain("more than the 2000 tokens");
    }

    [Fact]
    public async Task A_client_that_leaves_stops_the_work()
    {
        using var leaving = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = new StringContent("""{ "query": "{ slow }" }""", Encoding.UTF8, "application/json") };
        var sending = _server.Http.SendAsync(request, leaving.Token);
        var waiting = _server.Get<Waiting>();
        await waiting.Started.Task.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);

        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => sending);
        (await waiting.Ended.Task.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken)).ShouldBeTrue();
        _server.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_remembered_document_is_validated_against_each_request_anew()
    {
        const string query = "query ($key: String!) { bread(key: $key) { key } }";
        (await _server.Data(query, new { key = "1" }))["bread"]!["key"]!.GetValue<string>().ShouldBe("1");
        (await _server.Data(query, new { key = "2" }))["bread"]!["key"]!.GetValue<string>().ShouldBe("2");
        (await _server.Error(query, new { key = 3 }))["extensions"]!["code"]!.GetValue<string>().ShouldBe("BAD_USER_INPUT");
    }
}
