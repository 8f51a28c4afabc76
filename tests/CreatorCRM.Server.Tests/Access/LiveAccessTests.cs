using System.Net.Http.Json;
using CreatorCRM.Access;
using CreatorCRM.Server.Tests.Live;
using CreatorCRM.Storage;
using Microsoft.Extensions.Time.Testing;

namespace CreatorCRM.Server.Tests.Access;

/// <summary>Who stays connected is asked again every minute.</summary>
public sealed class LiveAccessTests(PostgresServer postgres) : IAsyncLifetime
{
    private const string Subscription = "subscription { events { cursor } }";

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private Issuer _issuer = null!;
    private CrmServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await Issuer.Start();
        _server = await CrmServer.Start(StorageEngine.Sqlite, postgres, _time, _issuer.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_socket_closes_when_its_token_expires()
    {
        using var socket = await LiveSocket.Open(_server, await _server.Workspace().Issue("short", expiresAt: _time.GetUtcNow().AddSeconds(90), scopes: Scope.RelationshipsRead));
        await socket.Subscribe("1", Subscription);
        _time.Advance(TimeSpan.FromMinutes(1));
        await socket.Send(new { type = "ping" });
        (await socket.Receive()).GetProperty("type").GetString().ShouldBe("pong");
        await Within(TimeSpan.FromSeconds(30), async () => (await socket.Close()).ShouldBe(4401));
    }

    [Fact]
    public async Task A_socket_closes_within_a_minute_when_its_token_is_revoked_or_its_member_goes()
    {
        await _server.Workspace().Hire("ivo", Role.Manager);
        using var program = await LiveSocket.Open(_server, await _server.Workspace().Issue("leaked", scopes: Scope.RelationshipsRead));
        using var member = await LiveSocket.Open(_server, _issuer.Token(_issuer.Claims("ivo@example.com", _time.GetUtcNow())));
        using var owner = await LiveSocket.Open(_server);
        await _server.Workspace().Revoke("leaked");
        await _server.Workspace().Dismiss("ivo");
        await Within(TimeSpan.FromMinutes(1), async () =>
        {
            (await program.Close()).ShouldBe(4403);
            (await member.Close()).ShouldBe(4403);
        });
        await owner.Send(new { type = "ping" });
        (await owner.Receive()).GetProperty("type").GetString().ShouldBe("pong");
    }

    [Fact]
    public async Task A_socket_closes_when_its_member_may_do_less_and_may_connect_again()
    {
        await _server.Workspace().Hire("kim", Role.Manager);
        var token = _issuer.Token(_issuer.Claims("kim@example.com", _time.GetUtcNow()));
        using var before = await LiveSocket.Open(_server, token);
        await _server.Workspace().Change("kim", Role.Analyst);
        await Within(TimeSpan.FromMinutes(1), async () => (await before.Close()).ShouldBe(4403));
        using var after = await LiveSocket.Open(_server, token);
    }

    [Fact]
    public async Task An_event_stream_ends_with_an_error_that_says_why()
    {
        using var client = _server.As(await _server.Workspace().Issue("stream", scopes: Scope.RelationshipsRead));
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(new { query = Subscription }), Headers = { { "Accept", "text/event-stream" } } };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        (await lines.ReadLineAsync()).ShouldBe(":");
        await _server.Workspace().Revoke("stream");
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
        await work().WaitAsync(TimeSpan.FromMinutes(1));
    }
}
