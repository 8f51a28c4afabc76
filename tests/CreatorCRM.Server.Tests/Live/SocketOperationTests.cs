using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Live;

public sealed class SocketOperationTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Queries_and_mutations_run_over_a_socket_and_their_ids_are_free_again(StorageEngine engine)
    {
        using var socket = await LiveSocket.Open(await servers.On(engine));
        foreach (var name in new[] { "Ada", "Bea", "Cid" })
        {
            await socket.Subscribe("1", Api.Influencers.CreateDocument, new { input = new { displayName = name } });
            (await socket.Next("1")).Find("createInfluencer.influencer").GetProperty("version").GetInt32().ShouldBe(1);
            (await socket.Receive()).ToString().ShouldBe("""{"type":"complete","id":"1"}""");
        }
    }

    [Theory]
    [InlineData("{", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { events(after: \"broken\") { cursor } }", "BAD_USER_INPUT")]
    [InlineData("subscription { events(after: \"bG9nOi0xOjA\") { cursor } }", "BAD_USER_INPUT")]
    [InlineData("subscription { influencerChanged(id: \"x\") { id } }", "BAD_USER_INPUT")]
    [InlineData("subscription { a: events { cursor } b: events { cursor } }", "GRAPHQL_VALIDATION_FAILED")]
    public async Task What_cannot_run_is_an_error_with_its_code_and_the_connection_goes_on(string document, string code)
    {
        using var socket = await LiveSocket.Open(await servers.On(StorageEngine.Sqlite));
        await socket.Subscribe("1", document);
        var error = await socket.Receive();
        error.Text("type").ShouldBe("error");
        error.Find("payload")[0].Find("extensions").Text("code").ShouldBe(code, error.ToString());

        await socket.Subscribe("1", "{ viewer { name } }");
        (await socket.Next("1")).Find("viewer").Text("name").ShouldBe("Owner");
    }

    [Fact]
    public async Task A_field_that_fails_is_part_of_the_result()
    {
        using var socket = await LiveSocket.Open(await servers.On(StorageEngine.Sqlite));
        await socket.Subscribe("1", "{ viewer { name } influencers(after: \"x\") { totalCount } }");
        var message = await socket.Receive();
        message.Text("type").ShouldBe("next");
        message.Find("payload.data.viewer").Text("name").ShouldBe("Owner");
        message.Find("payload.errors")[0].Find("extensions").Text("code").ShouldBe("BAD_USER_INPUT");
        (await socket.Receive()).Text("type").ShouldBe("complete");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task After_the_client_has_ended_a_subscription_nothing_of_it_comes(StorageEngine engine)
    {
        var server = await servers.On(engine);
        using var socket = await LiveSocket.Open(server);
        await socket.Subscribe("ended", "subscription { events(after: \"start\") { cursor } }");
        await socket.Send(new { type = "complete", id = "ended" });
        await socket.Send(new { type = "ping" });
        while ((await socket.Receive()).Text("type") != "pong") { }

        await socket.Subscribe("open", "subscription { events(after: \"start\", filter: { kinds: [\"influencer.created\"] }) { summary } }");
        await server.CreateInfluencer(new { displayName = "Last" });

        while ((await socket.Next("open")).Find("events").Text("summary") != "Last was added.") { }
    }

    [Fact]
    public async Task Too_many_operations_on_one_socket_are_refused_one_by_one()
    {
        using var socket = await LiveSocket.Open(await servers.On(StorageEngine.Sqlite));
        for (var i = 0; i <= 200; i++) await socket.Subscribe($"{i}", "subscription { events { cursor } }");
        var error = await socket.Receive();
        error.Text("id").ShouldBe("200");
        error.Find("payload")[0].Find("extensions").Text("code").ShouldBe("TOO_MANY_OPERATIONS");
    }
}
