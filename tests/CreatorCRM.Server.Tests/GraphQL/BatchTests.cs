using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CreatorCRM.Server.Tests.GraphQL.Bakery;

namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class BatchTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Fact]
    public async Task The_answers_come_in_the_order_of_the_requests_and_one_fails_without_the_others()
    {
        var (status, body) = await Send("""
            [ { "query": "{ bread(key: \"1\") { key } }" },
              { "query": "{ nothing }" },
              { "query": "subscription { baked { key } }" },
              { "query": "query ($key: String!) { bread(key: $key) { key } }", "variables": { "key": "4" } },
              { "query": "{ notNull }" } ]
            """);
        status.ShouldBe(HttpStatusCode.OK);
        body.AsArray().Select(answer => answer!["data"]?["bread"]?["key"]?.GetValue<string>() ?? answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>())
            .ShouldBe(["1", "GRAPHQL_VALIDATION_FAILED", "OPERATION_RESOLUTION_FAILURE", "4", "INTERNAL_ERROR"]);
    }

    [Fact]
    public async Task Each_request_has_a_scope_and_a_caller_of_its_own()
    {
        var seen = server.Get<Commands>().Seen;
        seen.Clear();
        var (_, answers) = await Send("""
            [ { "query": "mutation { bake(input: { kind: SOUR_DOUGH, idempotencyKey: \"a\" }) { bread { key } } }" },
              { "query": "mutation { bake(input: { kind: SOUR_DOUGH, idempotencyKey: \"a\" }) { bread { key } } }" } ]
            """);
        seen.Count.ShouldBe(2, answers.ToJsonString());
        seen[0].ShouldBe(seen[1]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData(" \n[ ]")]
    [InlineData("""[ { "query": "{ __typename }" }, [ { "query": "{ __typename }" } ] ]""")]
    [InlineData("""[ null ]""")]
    [InlineData("""[ "{ __typename }" ]""")]
    public async Task What_is_no_batch_is_refused_whole(string body)
    {
        var (status, answer) = await Send(body);
        status.ShouldBe(HttpStatusCode.BadRequest);
        Code(answer).ShouldBe("BAD_BATCH");
    }

    [Theory]
    [InlineData(10, HttpStatusCode.OK)]
    [InlineData(11, HttpStatusCode.BadRequest)]
    public async Task A_batch_has_at_most_ten_requests(int count, HttpStatusCode expected)
    {
        var (status, _) = await Send($"[{string.Join(',', Enumerable.Repeat("""{ "query": "{ __typename }" }""", count))}]");
        status.ShouldBe(expected);
    }

    [Theory]
    [InlineData("""[ { "query": "{ __typename }" }, { "quarry": "" } ]""")]
    [InlineData("""[ { "query": "{ __typename }" }, { "query": 1 } ]""")]
    [InlineData("""[ { "query": "{ __typename }" }""")]
    public async Task A_malformed_entry_is_400_before_anything_runs(string body)
    {
        var (status, answer) = await Send(body);
        status.ShouldBe(HttpStatusCode.BadRequest);
        Code(answer).ShouldBe("BAD_REQUEST");
    }

    [Theory]
    [InlineData("Accept", "text/event-stream")]
    [InlineData("Idempotency-Key", "\"k\"")]
    public async Task A_batch_is_not_streamed_and_has_no_key_as_a_whole(string header, string value)
    {
        var (status, answer) = await Send("""[ { "query": "{ __typename }" } ]""", (header, value));
        status.ShouldBe(HttpStatusCode.BadRequest);
        Code(answer).ShouldBe("BAD_BATCH");
    }

    [Fact]
    public async Task A_form_with_files_carries_one_request()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("""[ { "query": "mutation ($file: Upload!) { weigh(file: $file) }", "variables": { "file": null } } ]"""), "operations" },
            { new StringContent("""{ "0": ["0.variables.file"] }"""), "map" },
            { new ByteArrayContent([1]), "0", "a.csv" },
        };
        form.Headers.Add("GraphQL-Preflight", "1");
        using var response = await server.Http.PostAsync("", form, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> Send(string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await GraphQLServer.Read(response));
    }

    private static string Code(JsonNode answer) => answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>();
}
