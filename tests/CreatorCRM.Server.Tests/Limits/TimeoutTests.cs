using System.Net;
using System.Net.Http.Json;
using CreatorCRM.Server.Tests.GraphQL;
using CreatorCRM.Server.Tests.GraphQL.Bakery;
using Microsoft.Extensions.Time.Testing;

namespace CreatorCRM.Server.Tests.Limits;

public sealed class TimeoutTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly GraphQLServer _server;

    public TimeoutTests() => _server = new GraphQLServer(options => options.ExecutionTimeout = TimeSpan.FromSeconds(30), _time);

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_operation_that_takes_too_long_is_stopped_and_answered()
    {
        var answer = _server.Http.PostAsJsonAsync("", new { query = "{ slow }" }, TestContext.Current.CancellationToken);
        await _server.Get<Waiting>().Started.Task.WaitAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(29));
        answer.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));

        using var response = await answer;
        response.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        var problem = await GraphQLServer.Read(response);
        problem["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("EXECUTION_TIMEOUT");
        problem["errors"]![0]!["message"]!.GetValue<string>().ShouldContain("30 s");
        problem.AsObject().ContainsKey("data").ShouldBeFalse();
        (await _server.Get<Waiting>().Ended.Task).ShouldBeTrue("The resolver was told.");
        _server.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_batch_has_the_time_of_one_operation()
    {
        var answer = _server.Http.PostAsJsonAsync("", new[] { new { query = "{ slow }" }, new { query = "{ __typename }" } },
            TestContext.Current.CancellationToken);
        await _server.Get<Waiting>().Started.Task.WaitAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(30));
        using var response = await answer;
        (await GraphQLServer.Read(response)).AsArray().Select(entry => entry!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>())
            .ShouldBe(["EXECUTION_TIMEOUT", "EXECUTION_TIMEOUT"]);
    }

    [Fact]
    public async Task A_subscription_that_takes_too_long_to_begin_is_told()
    {
        _server.Get<Oven>().Asked = () => _time.Advance(TimeSpan.FromSeconds(30));
        using var request = Subscription();
        using var response = await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("EXECUTION_TIMEOUT");
        _server.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_subscription_lives_longer()
    {
        var oven = _server.Get<Oven>();
        oven.Reset(limit: 2, pause: 1);
        using var request = Subscription();
        using var response = await _server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        (await Bread()).ShouldContain("\"key\":\"1\"");
        _time.Advance(TimeSpan.FromHours(1));
        oven.Light();
        (await Bread()).ShouldContain("\"key\":\"2\"");

        async Task<string> Bread()
        {
            while (await events.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal) && line.Length > "data: ".Length) return line;
            }
            return "The stream has ended.";
        }
    }

    private static HttpRequestMessage Subscription() =>
        new(HttpMethod.Post, "")
        {
            Content = JsonContent.Create(new { query = "subscription { baked { key } }" }),
            Headers = { { "Accept", "text/event-stream" } }
        };
}
