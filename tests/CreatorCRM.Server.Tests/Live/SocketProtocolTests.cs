using System.Net.WebSockets;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Server.Tests.Live;

public sealed class SocketProtocolTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Fact]
    public async Task The_owner_is_known_by_the_payload_of_connection_init_or_by_the_header()
    {
        var server = await Server();
        using var byPayload = await LiveSocket.Open(server);
        using var byHeader = await LiveSocket.Connect(server, token: CrmServer.Token);
        await byHeader.Init(null);
        (await byHeader.Receive()).Text("type").ShouldBe("connection_ack");

        await byHeader.Subscribe("1", "{ viewer { name } }");

        (await byHeader.Next("1")).Find("viewer").Text("name").ShouldBe("Owner");
    }

    [Fact]
    public async Task Who_talks_on_while_the_server_closes_hears_why_it_does()
    {
        var server = await Server();
        var options = server.Services.GetRequiredService<GraphQLHostOptions>();
        var usual = (options.ConnectionInitTimeout, options.SocketCloseTimeout);
        // All that was said before the farewell is read first, which takes a busy machine a while.
        (options.ConnectionInitTimeout, options.SocketCloseTimeout) = (TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1));
        try
        {
            for (var round = 0; round < 100; round++)
            {
                using var socket = await LiveSocket.Connect(server);
                var talking = Task.Run(() => TalkUntilClosed(socket), TestContext.Current.CancellationToken);
                (await socket.Close()).ShouldBe(4408, $"Round {round}");
                await talking;
            }
        }
        finally
        {
            (options.ConnectionInitTimeout, options.SocketCloseTimeout) = usual;
        }
    }

    private static async Task TalkUntilClosed(LiveSocket socket)
    {
        try
        {
            while (socket.Closed is null) await socket.Send(new { type = "ping" });
        }
        catch (WebSocketException)
        {
            // Nothing can be said any more behind a farewell.
        }
    }

    [Theory]
    [InlineData(null, 4401)]
    [InlineData("not-the-owners-token", 4403)]
    public async Task Nobody_else_gets_in(string? token, int code)
    {
        using var socket = await LiveSocket.Connect(await Server());
        await socket.Init(token);
        (await socket.Close()).ShouldBe(code);
    }

    [Fact]
    public async Task Nothing_runs_before_the_connection_is_acknowledged()
    {
        using var socket = await LiveSocket.Connect(await Server(), token: CrmServer.Token);
        await socket.Subscribe("1", "{ viewer { name } }");
        (await socket.Close()).ShouldBe(4401);
    }

    [Fact]
    public async Task Another_subprotocol_is_not_spoken()
    {
        using var socket = await LiveSocket.Connect(await Server(), "graphql-ws");
        (await socket.Close()).ShouldBe(4406);
    }

    [Fact]
    public async Task Who_says_nothing_is_closed_in_time()
    {
        var server = await Server();
        var options = server.Services.GetRequiredService<GraphQLHostOptions>();
        var usual = options.ConnectionInitTimeout;
        options.ConnectionInitTimeout = TimeSpan.FromMilliseconds(50);
        try
        {
            using var socket = await LiveSocket.Connect(server);
            (await socket.Close()).ShouldBe(4408);
        }
        finally
        {
            options.ConnectionInitTimeout = usual;
        }
    }

    [Fact]
    public async Task A_second_connection_init_closes_the_socket()
    {
        using var socket = await LiveSocket.Open(await Server());
        await socket.Init(CrmServer.Token);
        (await socket.Close()).ShouldBe(4429);
    }

    [Fact]
    public async Task An_id_that_is_in_use_closes_the_socket()
    {
        using var socket = await LiveSocket.Open(await Server());
        await socket.Subscribe("ö", "subscription { events { cursor } }");
        await socket.Subscribe("ö", "{ viewer { name } }");
        (await socket.Close()).ShouldBe(4409);
        socket.Reason.ShouldBe("Subscriber for ö already exists");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "type": 1 }""")]
    [InlineData("""{ "type": null }""")]
    [InlineData("""{ "type": "start" }""")]
    [InlineData("""{ "type": "ping", "payload": "x" }""")]
    [InlineData("""{ "type": "ping", "type": "pong" }""")]
    [InlineData("""{ "type": "complete" }""")]
    [InlineData("""{ "type": "subscribe", "payload": { "query": "{ __typename }" } }""")]
    [InlineData("""{ "type": "subscribe", "id": "", "payload": { "query": "{ __typename }" } }""")]
    [InlineData("""{ "type": "subscribe", "id": "1" }""")]
    [InlineData("""{ "type": "subscribe", "id": "1", "payload": {} }""")]
    [InlineData("""{ "type": "subscribe", "id": "1", "payload": { "query": 1 } }""")]
    [InlineData("""{ "type": "subscribe", "id": "1", "payload": { "query": "{ __typename }", "variables": "x" } }""")]
    public async Task What_is_no_message_closes_the_socket(string text)
    {
        using var socket = await LiveSocket.Open(await Server());
        await socket.SendText(text);
        (await socket.Close()).ShouldBe(4400);
    }

    [Fact]
    public async Task Bytes_close_the_socket()
    {
        using var socket = await LiveSocket.Open(await Server());
        await socket.SendText("""{ "type": "ping" }""", WebSocketMessageType.Binary);
        (await socket.Close()).ShouldBe(4400);
    }

    [Fact]
    public async Task A_message_that_is_too_large_closes_the_socket()
    {
        using var socket = await LiveSocket.Open(await Server());
        await socket.SendText($$"""{ "type": "ping", "payload": { "x": "{{new string('x', 300_000)}}" } }""");
        (await socket.Close()).ShouldBe((int)WebSocketCloseStatus.MessageTooBig);
    }

    [Fact]
    public async Task A_ping_is_answered_with_its_payload_and_a_pong_is_ignored()
    {
        using var socket = await LiveSocket.Connect(await Server());
        await socket.Send(new { type = "pong" });
        await socket.Send(new { type = "ping", payload = new { n = 7 } });
        (await socket.Receive()).ToString().ShouldBe("""{"type":"pong","payload":{"n":7}}""");
    }

    [Fact]
    public async Task The_end_of_an_operation_that_is_not_known_is_ignored()
    {
        using var socket = await LiveSocket.Open(await Server());
        await socket.Send(new { type = "complete", id = "never" });
        await socket.Send(new { type = "ping" });
        (await socket.Receive()).Text("type").ShouldBe("pong");
    }

    [Fact]
    public async Task A_server_that_leaves_says_so()
    {
        await using var server = await servers.New(StorageEngine.Sqlite);
        using var socket = await LiveSocket.Open(server);
        await socket.Subscribe("1", "subscription { events { cursor } }");
        var stopped = server.Stop();
        (await socket.Close()).ShouldBe((int)WebSocketCloseStatus.EndpointUnavailable);
        await stopped;
    }

    [Fact]
    public async Task A_client_that_takes_nothing_for_too_long_is_cut_off()
    {
        await using var server = await servers.New(StorageEngine.Sqlite);
        using var socket = await LiveSocket.Open(server);
        server.Services.GetRequiredService<GraphQLHostOptions>().SocketSendTimeout = TimeSpan.FromMilliseconds(200);

        await Should.ThrowAsync<WebSocketException>(async () =>
        {
            // More than the buffers on the way can hold.
            for (var i = 0; i < 200; i++)
                await socket.Subscribe($"{i}", "{ a: __schema { ...S } b: __schema { ...S } } fragment S on __Schema { types { name description fields { name description args { name description } } } }");
            while (true) await socket.Send(new { type = "ping" });
        });
    }

    private Task<CrmServer> Server() => servers.On(StorageEngine.Sqlite);
}
