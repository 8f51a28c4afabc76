using System.Net;

namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class GetTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Fact]
    public async Task A_query_can_come_by_GET_with_its_variables()
    {
        var variables = Uri.EscapeDataString("""{ "key": "r&b" }""");
        var query = Uri.EscapeDataString("query A($key: String!) { bread(key: $key) { key } } query B { slow }");
        using var response = await server.Get($"?operationName=A&query={query}&variables={variables}");
        (await GraphQLServer.Read(response))["data"]!["bread"]!["key"]!.GetValue<string>().ShouldBe("r&b");
    }

    [Fact]
    public async Task A_mutation_by_GET_is_405_also_when_its_document_is_known()
    {
        const string mutation = "mutation { bake(input: { kind: RYE }) { bread { key } } }";
        await server.Data(mutation);
        for (var round = 0; round < 2; round++)
        {
            using var response = await server.Get($"?query={Uri.EscapeDataString(mutation)}");
            response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
            response.Content.Headers.Allow.ShouldBe(["POST"]);
            (await GraphQLServer.Read(response)).AsObject().ContainsKey("data").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_GET_that_a_page_of_another_site_could_cause_is_refused()
    {
        using var response = await server.Http.GetAsync("?query={__typename}", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await GraphQLServer.Read(response))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("PREFLIGHT_REQUIRED");
    }

    [Theory]
    [InlineData("X-Requested-With", "XMLHttpRequest", HttpStatusCode.OK)]
    [InlineData("GraphQL-Require-Preflight", "1", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.BadRequest)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.BadRequest)]
    [InlineData("Accept", "application/json", HttpStatusCode.BadRequest)]
    public async Task Only_what_such_a_page_cannot_send_shows_that_it_is_none(string header, string value, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "?query={__typename}") { Headers = { { header, value } } };
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("?query={__typename}&query={__typename}")]
    [InlineData("?query=")]
    [InlineData("?query={__typename}&variables=[]")]
    [InlineData("?query={__typename}&extensions=1")]
    [InlineData("")]
    public async Task A_GET_that_is_no_request_is_400(string address)
    {
        using var response = await server.Get(address);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
