using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class AutomaticPersistedQueryTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Fact]
    public async Task A_hash_is_unknown_until_its_document_came_with_it_and_then_enough()
    {
        const string query = "query ByHash { bread(key: \"known\") { key } }";
        (await Post(null, query)).ShouldBe((HttpStatusCode.OK, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound"));
        (await Post(query, query)).Code.ShouldBeNull();
        (await Post(null, query)).Code.ShouldBeNull();
        using var got = await server.Get($"?extensions={Uri.EscapeDataString(JsonSerializer.Serialize(Extensions(query)))}");
        (await GraphQLServer.Read(got))["data"]!["bread"]!["key"]!.GetValue<string>().ShouldBe("known");
    }

    [Fact]
    public async Task Not_found_is_404_where_statuses_mean_something() =>
        (await Post(null, "{ never }", "application/graphql-response+json"))
            .ShouldBe((HttpStatusCode.NotFound, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound"));

    [Theory]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{", "GRAPHQL_PARSE_FAILED")]
    [InlineData("query Missing($key: String!) { bread(key: $key) { key } }", "BAD_USER_INPUT")]
    public async Task What_did_not_run_is_not_remembered(string query, string code)
    {
        (await Post(query, query)).Code.ShouldBe(code);
        (await Post(null, query)).Code.ShouldBe("PERSISTED_QUERY_NOT_FOUND");
    }

    [Fact]
    public async Task A_document_under_a_foreign_hash_is_refused_and_not_remembered()
    {
        (await Post("{ __typename }", "{ slow }")).ShouldBe((HttpStatusCode.BadRequest, "PERSISTED_QUERY_MISMATCH", "provided sha does not match query"));
        (await Post(null, "{ slow }")).Code.ShouldBe("PERSISTED_QUERY_NOT_FOUND");
    }

    [Theory]
    [InlineData("""{ "version": 2, "sha256Hash": "0000000000000000000000000000000000000000000000000000000000000000" }""", "PERSISTED_QUERY_NOT_SUPPORTED")]
    [InlineData("""{ "version": 1, "sha256Hash": "ABC" }""", "BAD_REQUEST")]
    [InlineData("""{ "version": 1 }""", "BAD_REQUEST")]
    [InlineData("1", "BAD_REQUEST")]
    [InlineData("null", "BAD_REQUEST")]
    public async Task A_malformed_extension_is_refused(string extension, string code)
    {
        using var content = new StringContent($$"""{ "extensions": { "persistedQuery": {{extension}} } }""", Encoding.UTF8, "application/json");
        using var response = await server.Http.PostAsync("", content, TestContext.Current.CancellationToken);
        (await GraphQLServer.Read(response))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(code);
    }

    [Fact]
    public async Task The_memory_for_queries_is_bounded()
    {
        await using var small = new GraphQLServer(options => options.PersistedQueryCacheCharacters = 300);
        await small.InitializeAsync();
        var queries = Enumerable.Range(0, 20).Select(n => $"{{ bread(key: \"{n}\") {{ key }} }}").ToArray();
        foreach (var query in queries) (await Post(small, query, query)).Code.ShouldBeNull();
        var known = 0;
        foreach (var query in queries) known += (await Post(small, null, query)).Code is null ? 1 : 0;
        known.ShouldBeLessThanOrEqualTo(3);
    }

    private Task<(HttpStatusCode Status, string? Code, string? Message)> Post(string? query, string hashed, string accept = "application/json") =>
        Post(server, query, hashed, accept);

    private static async Task<(HttpStatusCode Status, string? Code, string? Message)> Post(GraphQLServer server, string? query, string hashed,
        string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = JsonContent.Create(new { query, extensions = Extensions(hashed) }),
            Headers = { { "Accept", accept } }
        };
        using var response = await server.Http.SendAsync(request);
        var error = (await GraphQLServer.Read(response))["errors"]?[0];
        return (response.StatusCode, error?["extensions"]!["code"]!.GetValue<string>(), error?["message"]!.GetValue<string>());
    }

    private static object Extensions(string query) =>
        new { persistedQuery = new { version = 1, sha256Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query))) } };
}
