using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class HttpTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json;q=0.1, application/json", "application/json")]
    [InlineData("application/json, application/graphql-response+json", "application/json")]
    [InlineData("application/graphql-response+json, application/json, */*", "application/graphql-response+json")]
    [InlineData("text/html, */*;q=0.8", "application/json")]
    public async Task The_answer_has_the_media_type_that_the_client_prefers(string? accept, string contentType)
    {
        using var response = await Post("""{ "query": "{ __typename }" }""", accept);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe($"{contentType}; charset=utf-8");
    }

    [Fact]
    public async Task A_client_that_accepts_neither_media_type_gets_406()
    {
        using var response = await Post("""{ "query": "{ __typename }" }""", "text/csv");
        response.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
        (await GraphQLServer.Read(response))["errors"]![0]!["extensions"]!["code"]!.ToString().ShouldBe("NOT_ACCEPTABLE");
    }

    [Theory]
    [InlineData("""{ "query": "{" }""")]
    [InlineData("""{ "query": "{ nothing }" }""")]
    [InlineData("""{ "query": "query ($id: ID!) { node(id: $id) { id } }", "variables": { "id": null } }""")]
    public async Task What_did_not_run_is_400_in_the_new_media_type_and_200_in_the_old(string body)
    {
        using var modern = await Post(body, "application/graphql-response+json");
        modern.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await GraphQLServer.Read(modern)).AsObject().ContainsKey("data").ShouldBeFalse();
        using var classic = await Post(body, "application/json");
        classic.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"not a JSON")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "query": "" }""")]
    [InlineData("""{ "query": 1 }""")]
    [InlineData("""{ "query": { } }""")]
    [InlineData("""{ "query": "{ __typename }", "operationName": [1] }""")]
    [InlineData("""{ "query": "{ __typename }", "variables": "x" }""")]
    [InlineData("""{ "query": "{ __typename }", "variables": [] }""")]
    [InlineData("""{ "query": "{ __typename }", "variables": { "a": 1, "a": 2 } }""")]
    [InlineData("""{ "query": "{ __typename }", "variables": { "a": "\ud800" } }""")]
    [InlineData("""{ "query": "{ __typename }", "extensions": 0 }""")]
    public async Task What_is_no_request_is_400_with_a_graphql_error(string body)
    {
        using var response = await Post(body, "application/json");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await GraphQLServer.Read(response))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("BAD_REQUEST");
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused_and_not_guessed()
    {
        using var content = new ByteArrayContent([.. """{ "query": "{ __typename }", "variables": { "name": "M"""u8, 0xFC, .. "ller\" } }"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await server.Http.PostAsync("", content, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await GraphQLServer.Read(response))["errors"]![0]!["message"]!.GetValue<string>().ShouldContain("UTF-8");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData(null)]
    public async Task Other_content_types_are_415(string? contentType)
    {
        using var content = new ByteArrayContent("""{ "query": "{ __typename }" }"""u8.ToArray());
        if (contentType is not null) content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var response = await server.Http.PostAsync("", content, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_of_ten_megabytes_is_413_however_it_is_sent(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = new StringContent($$"""{ "query": "{{new string('x', 10_000_000)}}" }""", Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.ExpectContinue = true;
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await GraphQLServer.Read(response))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("PAYLOAD_TOO_LARGE");
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    [InlineData("HEAD")]
    public async Task Other_methods_are_405(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "");
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "POST", "OPTIONS"]);
    }

    [Fact]
    public async Task OPTIONS_says_which_methods_there_are()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "");
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Content.Headers.Allow.ShouldBe(["GET", "POST", "OPTIONS"]);
    }

    [Theory]
    [InlineData("{__typename}")]
    [InlineData("{nothing}")]
    public async Task Nobody_on_the_way_may_keep_an_answer(string query)
    {
        using var got = await server.Get($"?query={query}");
        using var posted = await Post($$"""{ "query": "{{query}}" }""", null);
        foreach (var response in new[] { got, posted })
        {
            response.Headers.CacheControl!.NoStore.ShouldBeTrue();
            response.Headers.Vary.ShouldBe(["Accept"]);
        }
    }

    [Theory]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("Application/JSON")]
    public async Task JSON_is_UTF_8_however_that_is_written(string contentType)
    {
        using var content = new ByteArrayContent("""{ "query": "{ __typename }" }"""u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var response = await server.Http.PostAsync("", content, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_compressed_body_is_415()
    {
        using var content = new ByteArrayContent([0x1F, 0x8B, 8, 0]) { Headers = { ContentType = new("application/json"), ContentEncoding = { "gzip" } } };
        using var response = await server.Http.PostAsync("", content, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    private async Task<HttpResponseMessage> Post(string body, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
