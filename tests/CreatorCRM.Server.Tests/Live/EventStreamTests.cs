using System.Net;
using System.Net.Http.Json;
using CreatorCRM.Server.Tests.GraphQL;
using CreatorCRM.Server.Tests.GraphQL.Bakery;

namespace CreatorCRM.Server.Tests.Live;

public sealed class EventStreamTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Fact]
    public async Task A_query_is_one_event_and_the_end()
    {
        using var response = await Post("{ __typename }");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await response.Content.ReadAsStringAsync())
            .ShouldBe(":\n\nevent: next\ndata: {\"data\":{\"__typename\":\"Query\"},\"extensions\":{\"cost\":{\"requested\":1,\"maximum\":20000}}}\n\nevent: complete\ndata: \n\n");
    }

    [Fact]
    public async Task A_subscription_tells_each_event_and_its_end()
    {
        server.Get<Oven>().Reset(limit: 3);
        using var response = await Post("subscription { baked { key } }");
        var text = await response.Content.ReadAsStringAsync();
        text.Split('\n').Where(line => line.StartsWith("data: {", StringComparison.Ordinal)).ShouldBe(
            Enumerable.Range(1, 3).Select(i => $"data: {{\"data\":{{\"baked\":{{\"key\":\"{i}\"}}}}}}"));
        text.ShouldEndWith("event: complete\ndata: \n\n");
    }

    [Theory]
    [InlineData("{", "GRAPHQL_PARSE_FAILED")]
    [InlineData("subscription { nothing }", "GRAPHQL_VALIDATION_FAILED")]
    public async Task What_cannot_run_is_told_as_an_event_and_not_by_the_status(string document, string code)
    {
        using var response = await Post(document);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldContain($"\"code\":\"{code}\"");
        text.ShouldNotContain("\"data\"");
        text.ShouldEndWith("event: complete\ndata: \n\n");
    }

    [Fact]
    public async Task EventSource_can_subscribe_by_GET_and_a_GET_changes_nothing()
    {
        server.Get<Oven>().Reset(limit: 1);
        using var subscribed = await Get("subscription { baked { key } }");
        (await subscribed.Content.ReadAsStringAsync()).ShouldContain("\"key\":\"1\"");
        using var refused = await Get("mutation { bake(input: { kind: SPELT }) { userErrors { code } } }");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Send mutations by POST");
    }

    [Fact]
    public async Task A_silent_stream_shows_that_it_is_still_there()
    {
        server.Get<Oven>().Reset(pause: 0);
        using var response = await Post("subscription { baked { key } }");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        for (var comments = 0; comments < 3;) if (await reader.ReadLineAsync() == ":") comments++;
    }

    [Fact]
    public async Task The_operation_ends_when_its_client_goes()
    {
        var oven = server.Get<Oven>();
        oven.Reset(pause: 2);
        var response = await Post("subscription { baked { key } }");
        using (var reader = new StreamReader(await response.Content.ReadAsStreamAsync()))
            while (await reader.ReadLineAsync() is { } line && !line.Contains("\"2\"", StringComparison.Ordinal)) { }
        response.Dispose();
        await oven.Ended.Task.WaitAsync(TimeSpan.FromMinutes(3));
        server.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_subscription_that_wants_a_single_answer_learns_how_to_ask()
    {
        var error = await server.Error("subscription { baked { key } }");
        error["message"]!.GetValue<string>().ShouldContain("text/event-stream");
    }

    private async Task<HttpResponseMessage> Post(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(new { query }) };
        return await Send(request);
    }

    private async Task<HttpResponseMessage> Get(string query)
    {
        // EventSource can set no header; this one the browser sends by itself when the page is of the same origin.
        using var request = new HttpRequestMessage(HttpMethod.Get, $"?query={Uri.EscapeDataString(query)}") { Headers = { { "Sec-Fetch-Site", "same-origin" } } };
        return await Send(request);
    }

    private Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        request.Headers.Add("Accept", "text/event-stream");
        return server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
