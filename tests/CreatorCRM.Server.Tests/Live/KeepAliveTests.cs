using System.Net.Http.Json;
using CreatorCRM.Server.Tests.GraphQL;
using CreatorCRM.Server.Tests.GraphQL.Bakery;
using Microsoft.Extensions.Time.Testing;

namespace CreatorCRM.Server.Tests.Live;

public sealed class KeepAliveTests : IAsyncLifetime
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    private readonly FakeTimeProvider _time = new();
    private readonly GraphQLServer _server;

    public KeepAliveTests() => _server = new GraphQLServer(options => options.EventStreamKeepAlive = KeepAlive, _time);

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_event_that_comes_as_the_keep_alive_is_due_is_told()
    {
        var oven = _server.Get<Oven>();
        for (var round = 0; round < 300; round++)
        {
            oven.Reset(limit: 2, pause: 1);
            using var request = new HttpRequestMessage(HttpMethod.Post, "")
            {
                Content = JsonContent.Create(new { query = "subscription { baked { key } }" }),
                Headers = { { "Accept", "text/event-stream" } }
            };
            using var response = await _server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            using var events = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            while (await events.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("\"key\":\"1\"", StringComparison.Ordinal))
            { }
            // The event takes a few steps until it is there: somewhere in between the keep-alive falls due.
            var lit = Task.Run(oven.Light, TestContext.Current.CancellationToken);
            Thread.SpinWait(round % 100 * 20);
            _time.Advance(KeepAlive);
            await lit;
            var rest = await events.ReadToEndAsync(TestContext.Current.CancellationToken);
            rest.ShouldContain("\"key\":\"2\"", customMessage: $"Round {round}");
            rest.ShouldEndWith("event: complete\ndata: \n\n");
        }
        _server.Log.ShouldBeEmpty();
    }
}
