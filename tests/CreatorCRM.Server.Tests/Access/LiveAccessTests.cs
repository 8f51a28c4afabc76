using System.Net.Http.Json;
using CreatorCRM.Access;
using CreatorCRM.Server.Tests.Live;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Access;

/// <summary>Who stays connected is asked again every minute.</summary>
public sealed class LiveAccessTests(PostgresServer postgres)
{
    private const string Subscription = "subscription { events { cursor } }";

    private readonly WatchedTime _time = new();

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_socket_closes_when_its_token_expires(StorageEngine engine)
    {
        await using var server = await GuardedServer.Start(engine, postgres, _time);
        using var socket = await LiveSocket.Open(server.Crm,
            await server.Crm.Grains.Workspace().Issue("short", expiresAt: _time.GetUtcNow().AddSeconds(95), scopes: Scope.RelationshipsRead));
        await socket.Subscribe("1", Subscription);
        _time.Advance(TimeSpan.FromMinutes(1));
        await socket.Send(new { type = "ping" });
        (await socket.Receive()).GetProperty("type").GetString().ShouldBe("pong");
        // It was asked, and is asked again when its token ends.
        await _time.Wait(TimeSpan.FromSeconds(35));
        await Within(TimeSpan.FromSeconds(35), async () => (await socket.Close()).ShouldBe(4401));
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_socket_closes_within_a_minute_when_its_token_is_revoked_or_its_member_goes(StorageEngine engine)
    {
        await using var server = await GuardedServer.Start(engine, postgres, _time);
        await server.Crm.Grains.Workspace().Hire("ivo", Role.Manager);
        using var program = await LiveSocket.Open(server.Crm, await server.Crm.Grains.Workspace().Issue("leaked", scopes: Scope.RelationshipsRead));
        using var member = await LiveSocket.Open(server.Crm, server.Issuer.Token(server.Issuer.Claims("ivo@example.com", _time.GetUtcNow())));
        using var owner = await LiveSocket.Open(server.Crm);
        await server.Crm.Grains.Workspace().Revoke("leaked");
        await server.Crm.Grains.Workspace().Dismiss("ivo");
        await Within(TimeSpan.FromMinutes(1), async () =>
        {
            (await program.Close()).ShouldBe(4403);
            (await member.Close()).ShouldBe(4403);
        });
        await owner.Send(new { type = "ping" });
        (await owner.Receive()).GetProperty("type").GetString().ShouldBe("pong");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_socket_closes_when_its_member_may_do_less_and_may_connect_again(StorageEngine engine)
    {
        await using var server = await GuardedServer.Start(engine, postgres, _time);
        await server.Crm.Grains.Workspace().Hire("kim", Role.Manager);
        var token = server.Issuer.Token(server.Issuer.Claims("kim@example.com", _time.GetUtcNow()));
        using var before = await LiveSocket.Open(server.Crm, token);
        await server.Crm.Grains.Workspace().Change("kim", Role.Analyst);
        await Within(TimeSpan.FromMinutes(1), async () => (await before.Close()).ShouldBe(4403));
        using var after = await LiveSocket.Open(server.Crm, token);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task An_event_stream_ends_with_an_error_that_says_why(StorageEngine engine)
    {
        await using var server = await GuardedServer.Start(engine, postgres, _time);
        var client = server.Crm.As(await server.Crm.Grains.Workspace().Issue("stream", scopes: Scope.RelationshipsRead));
        using var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = JsonContent.Create(new { query = Subscription }),
            Headers = { { "Accept", "text/event-stream" } }
        };
        using var response = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        (await lines.ReadLineAsync()).ShouldBe(":");
        await server.Crm.Grains.Workspace().Revoke("stream");
        await Within(TimeSpan.FromMinutes(1), async () =>
        {
            var rest = await lines.ReadToEndAsync();
            rest.ShouldContain("event: next\ndata: {\"errors\":[{\"message\":\"The token is not accepted.\",\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}\n\nevent: complete\n");
        });
    }

    /// <summary>Once so much time has passed, the work comes to its end.</summary>
    private async Task Within(TimeSpan time, Func<Task> work)
    {
        _time.Advance(time);
        await work().WaitAsync(TimeSpan.FromMinutes(3));
    }
}
