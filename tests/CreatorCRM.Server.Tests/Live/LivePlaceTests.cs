using System.Net;
using System.Net.Http.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Live;

/// <summary>What a caller has open on a node is counted, and free again however it ends.</summary>
public sealed class LivePlaceTests(PostgresServer postgres) : IAsyncLifetime
{
    private const string Events = "subscription { events { cursor } }";

    private CrmServer _server = null!;

    // A socket and two more.
    public async ValueTask InitializeAsync() => _server = await CrmServer.Start(StorageEngine.Sqlite, postgres, null, "--GraphQL:MaxLivePerCaller=3");

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task What_is_too_much_is_refused_on_the_socket_as_a_stream_and_as_another_socket()
    {
        using var socket = await LiveSocket.Open(_server);
        await socket.Subscribe("1", Events);
        await socket.Subscribe("2", Events);
        (await Refused(socket, "3")).ShouldBeTrue();

        using var stream = await Stream(Events);
        stream.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await stream.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("TOO_MANY_OPERATIONS");

        using var another = await LiveSocket.Connect(_server);
        await another.Init(CrmServer.Token);
        (await another.Close()).ShouldBe(4429);

        // What does not stay open is no matter.
        (await _server.Query("{ viewer { name } }")).Find("viewer").Text("name").ShouldBe("Owner");
        await socket.Send(new { type = "complete", id = "2" });
        (await Refused(socket, "4")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_place_of_what_has_ended_is_free_as_soon_as_its_client_knows()
    {
        using var socket = await LiveSocket.Open(_server);
        await socket.Subscribe("1", Events);
        for (var round = 0; round < 10; round++)
        {
            await socket.Subscribe("2", "{ viewer { name } }");
            (await socket.Next("2")).Find("viewer").Text("name").ShouldBe("Owner");
            (await socket.Receive()).Text("type").ShouldBe("complete");
            await socket.Subscribe("2", "{ nothing }");
            (await socket.Receive()).Find("payload")[0].Find("extensions").Text("code").ShouldBe("GRAPHQL_VALIDATION_FAILED");
            await socket.Subscribe("2", "subscription { events(after: \"broken\") { cursor } }");
            (await socket.Receive()).Find("payload")[0].Find("extensions").Text("code").ShouldBe("BAD_USER_INPUT");
        }
    }

    [Fact]
    public async Task A_connection_that_is_cut_leaves_its_places()
    {
        for (var round = 0; round < 3; round++)
        {
            // The server may not have noticed yet.
            using var socket = await Poll.For(Open);
            await socket.Subscribe("1", Events);
            using var stream = await Stream(Events);
            stream.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await Refused(socket, "2")).ShouldBeTrue();
            socket.Cut();
        }
    }

    // With two places that nobody has taken besides its own.
    private async Task<LiveSocket?> Open()
    {
        var socket = await LiveSocket.Connect(_server);
        await socket.Init(CrmServer.Token);
        if (await socket.IsWelcome() && !await Refused(socket, "a") && !await Refused(socket, "b"))
        {
            foreach (var id in new[] { "a", "b" }) await socket.Send(new { type = "complete", id });
            return socket;
        }
        socket.Dispose();
        return null;
    }

    private static async Task<bool> Refused(LiveSocket socket, string id)
    {
        await socket.Subscribe(id, Events);
        await socket.Send(new { type = "ping" });
        var answer = await socket.Receive();
        if (answer.Text("type") == "pong") return false;
        answer.Text("id").ShouldBe(id);
        answer.Find("payload")[0].Find("extensions").Text("code").ShouldBe("TOO_MANY_OPERATIONS");
        (await socket.Receive()).Text("type").ShouldBe("pong");
        return true;
    }

    private async Task<HttpResponseMessage> Stream(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = JsonContent.Create(new { query }),
            Headers = { { "Accept", "text/event-stream" } }
        };
        return await _server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }
}
