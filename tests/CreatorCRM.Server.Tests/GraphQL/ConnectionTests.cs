using CreatorCRM.Server.Tests.GraphQL.Bakery;

namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class ConnectionTests : IAsyncLifetime
{
    private readonly GraphQLServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_page_is_a_relay_connection()
    {
        var data = await _server.Data("""{ bakers(first: 2, after: "c0", filter: { prefix: "Old " }) { edges { cursor node { name } } nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }""");
        data["bakers"]!.ToJsonString().ShouldBe(
            """{"edges":[{"cursor":"c1","node":{"name":"Old Baker 1"}},{"cursor":"c2","node":{"name":"Old Baker 2"}}],"nodes":[{"name":"Old Baker 1"},{"name":"Old Baker 2"}]"""
            + ",\"pageInfo\":{\"hasNextPage\":true,\"hasPreviousPage\":true,\"startCursor\":\"c1\",\"endCursor\":\"c2\"}}");
    }

    [Fact]
    public async Task The_total_is_counted_only_when_asked_for()
    {
        await _server.Data("{ bakers { nodes { name } } }");
        _server.Get<Counter>().Calls.ShouldBe(0);
        (await _server.Data("{ bakers { totalCount } }"))["bakers"]!["totalCount"]!.GetValue<int>().ShouldBe(41);
    }

    [Fact]
    public async Task Twenty_come_when_nothing_is_said() =>
        (await _server.Data("{ bakers { nodes { name } } }"))["bakers"]!["nodes"]!.AsArray().Count.ShouldBe(20);

    [Theory]
    [InlineData("first: 0", "first")]
    [InlineData("first: 101", "first")]
    [InlineData("last: -1", "last")]
    [InlineData("first: 1, last: 1", "last")]
    public async Task Impossible_pages_are_bad_input(string arguments, string field)
    {
        var error = await _server.Error($"{{ bakers({arguments}) {{ nodes {{ name }} }} }}");
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe("BAD_USER_INPUT");
        error["extensions"]!["inputPath"]![0]!.GetValue<string>().ShouldBe(field);
        error["path"]!.ToJsonString().ShouldBe("""["bakers"]""");
    }

    [Fact]
    public async Task A_broken_cursor_is_bad_input_and_no_fault()
    {
        var error = await _server.Error("""{ bakers(after: "broken") { nodes { name } } }""");
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe("BAD_USER_INPUT");
        error["message"]!.GetValue<string>().ShouldContain("'broken'");
        _server.Log.ShouldBeEmpty();
    }
}
