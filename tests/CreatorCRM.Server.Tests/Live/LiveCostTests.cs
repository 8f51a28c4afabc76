using System.Net.Http.Json;
using System.Text.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.GraphQL;
using CreatorCRM.Server.Tests.GraphQL.Bakery;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Live;

/// <summary>An event costs what it loads. One that finds the budget spent comes later; none is left out, and the stream stays.</summary>
public sealed class LiveCostTests(PostgresServer postgres)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Events_of_an_event_stream_come_as_the_budget_fills()
    {
        var time = new WatchedTime();
        await using var server = new GraphQLServer(
            options => (options.MaxCost, options.CostBudget, options.CostBudgetPerSecond, options.EventStreamKeepAlive) = (30, 30, 1, TimeSpan.FromHours(1)), time);
        await server.InitializeAsync();
        var oven = server.Get<Oven>();
        oven.Reset(limit: 25);
        using var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = JsonContent.Create(new { query = "subscription { baked { key } }" }),
            Headers = { { "Accept", "text/event-stream" } }
        };
        using var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        // It began with 10 of the 30.
        for (var i = 1; i <= 20; i++) (await Next(events)).ShouldBe($"{i}");
        for (var i = 21; i <= 25; i++)
        {
            await time.Wait(Second);
            oven.Baked.ShouldBe(i, "Only the next one is ready: the oven waits, too.");
            time.Advance(Second);
            (await Next(events)).ShouldBe($"{i}");
        }
        (await events.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("event: complete");
        server.Log.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Events_on_a_socket_come_as_the_budget_fills_and_resume_where_they_were(StorageEngine engine)
    {
        var time = new WatchedTime();
        await using var server = await CrmServer.Start(engine, postgres, time, "--GraphQL:MaxCost=45", "--GraphQL:CostBudget=45",
            "--GraphQL:CostBudgetPerSecond=1");
        await server.Write("p", people: 1, rounds: 20);
        await server.Logged(20);
        var seen = new List<int>();
        var cursor = "start";
        async Task Take(LiveSocket socket)
        {
            var told = (await socket.Next("1")).Find("events");
            seen.Add(told.GetProperty("version").GetInt32());
            cursor = told.Text("cursor");
        }

        // Each event costs two, itself and whom it is about, and to find all in the log one and a fifth of each.
        const string document = "subscription ($after: String) { events(after: $after) { cursor version influencer { id } } }";
        using (var socket = await LiveSocket.Open(server))
        {
            await socket.Subscribe("1", document, new { after = cursor });
            for (var i = 0; i < 15; i++) await Take(socket);
            var (held, seconds) = (Take(socket), 0);
            // The server has other things to wait a second for.
            for (; await Task.WhenAny(held, time.Wait(Second)) != held; seconds++) time.Advance(Second);
            await held;
            seconds.ShouldBeGreaterThan(0);
            socket.Cut();
        }
        time.Advance(60 * Second);
        using (var socket = await LiveSocket.Open(server))
        {
            await socket.Subscribe("1", document, new { after = cursor });
            for (var i = 17; i <= 20; i++) await Take(socket);
        }
        seen.ShouldBe(Enumerable.Range(1, 20));
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Events_that_a_filter_leaves_out_are_paid_for_as_they_are_read(StorageEngine engine)
    {
        var time = new WatchedTime();
        await using var server = await CrmServer.Start(engine, postgres, time, "--GraphQL:MaxCost=40", "--GraphQL:CostBudget=40",
            "--GraphQL:CostBudgetPerSecond=1");
        await server.Write("p", people: 13, rounds: 40);
        await server.Influencer("late").Add("Late");
        await server.Logged(521);

        using var socket = await LiveSocket.Open(server);
        await socket.Subscribe("1", "subscription ($id: ID!) { events(after: \"start\", filter: { influencerId: $id }) { version summary } }",
            new { id = CreatorCRM.Server.GraphQL.NodeId.Of<CreatorCRM.Server.Api.Influencer>("late").ToString() });
        var held = socket.Next("1");
        // 30 were left when it began. The first page took 1 and 100 of them, so there is one for the next in 72 seconds.
        await time.Wait(72 * Second);
        held.IsCompleted.ShouldBeFalse();
        time.Advance(132 * Second);
        (await held).Find("events").Text("summary").ShouldContain("Late was added.");
    }

    private static async Task<string> Next(StreamReader events)
    {
        while (await events.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.StartsWith("data: {", StringComparison.Ordinal)) return JsonDocument.Parse(line[6..]).RootElement.Find("data.baked.key").GetString()!;
        throw new InvalidOperationException("The stream has ended.");
    }
}
