using CreatorCRM.Journal;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Server.Tests.Live;

public sealed class ResumeTests(CrmServers servers) : IClassFixture<CrmServers>
{
    // How many events are written, or on their way, that the client has not been promised yet.
    private const int Ahead = 20;

    private const string Document = "subscription ($after: String) { events(after: $after) { cursor timelineEntry { id } version kind influencer { id } } }";

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_client_that_is_cut_off_a_hundred_times_gets_each_event_once_and_in_order(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        await Survive(cuts: 100, longest: 180, people: 100, rounds: 100, server);
    }

    [Fact]
    public async Task A_client_goes_on_where_it_was_on_whichever_node_it_comes_back_to()
    {
        await using var first = await servers.New(StorageEngine.Postgres);
        await using var second = await first.Join();
        await Survive(cuts: 60, longest: 60, people: 40, rounds: 50, first, second);
    }

    /// <summary>
    /// The nodes write side by side; the client takes them in turn. With each connection begins the writing of as many events as it is to see, a stretch ahead of
    /// it: it reads a log that grows, and is cut off while there is more to come.
    /// </summary>
    /// <param name="longest">How many events the longest life of a connection sees. Shorter ones occur in all lengths, none at all among them.</param>
    private static async Task Survive(int cuts, int longest, int people, int rounds, params CrmServer[] nodes)
    {
        var all = people * rounds;
        using var permits = new SemaphoreSlim(Ahead);
        var writing = Task.WhenAll(nodes.Select((node, i) => node.Write($"p{i}", people / nodes.Length, rounds, permits: permits)));
        var cursor = "start";
        var seen = new List<string>();

        for (var cut = 0; cut < cuts; cut++)
        {
            var life = cut * 37 % (longest + 1);
            if (life > 0) permits.Release(life);
            await Live(nodes[cut % nodes.Length], life);
            writing.IsCompleted.ShouldBeFalse($"cut {cut} with {seen.Count} of {all} events seen");
        }
        permits.Release(all - seen.Count - Ahead);
        await Live(nodes[cuts % nodes.Length], all - seen.Count);
        await writing;

        var log = await nodes[0].Services.GetRequiredService<IJournalStore>().ReadLog(LogCursor.Start, all + 1, CancellationToken.None);
        seen.Count.ShouldBe(all);
        seen.ShouldBe(log.Select(stored => CreatorCRM.Server.GraphQL.NodeId.Of<CreatorCRM.Server.Api.TimelineEntry>($"influencer.{stored.Stream.Id}.{stored.Version}").ToString()));
        foreach (var node in nodes) node.Log.ShouldBeEmpty();

        async Task Live(CrmServer node, int life)
        {
            using var socket = await LiveSocket.Open(node);
            await socket.Subscribe("1", Document, new { after = cursor });
            for (var taken = 0; taken < life; taken++)
            {
                var told = (await socket.Next("1")).GetProperty("events");
                told.Find("influencer").Text("id").ShouldNotBeEmpty();
                seen.Add(told.Find("timelineEntry").Text("id"));
                cursor = told.Text("cursor");
            }
            socket.Cut();
        }
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_client_that_takes_nothing_holds_up_nobody_and_misses_nothing(StorageEngine engine)
    {
        const int people = 30, rounds = 150;
        await using var server = await servers.New(engine);
        using var slow = await LiveSocket.Open(server);
        using var quick = await LiveSocket.Open(server);
        foreach (var socket in new[] { slow, quick }) await socket.Subscribe("1", Document, new { after = "start" });

        var writing = server.Write("q", people, rounds);
        // More than the window keeps, while the slow one reads nothing at all.
        var atOnce = await Take(quick, people * rounds);
        await writing;
        var later = await Take(slow, people * rounds);

        later.ShouldBe(atOnce);
        later.Distinct().Count().ShouldBe(people * rounds);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_thousand_subscribers_cost_no_statement_of_their_own(StorageEngine engine)
    {
        const int sockets = 10, each = 100;
        await using var server = await servers.New(engine);
        var clients = await Task.WhenAll(Enumerable.Range(0, sockets).Select(_ => LiveSocket.Open(server)));
        foreach (var client in clients)
            for (var i = 0; i < each; i++) await client.Subscribe($"{i}", "subscription { events(after: \"start\") { summary } }");
        // Everybody has told the first event, so everybody follows.
        await server.Influencer("first").Add("First");
        foreach (var client in clients) await Take(client, each);

        var statements = await server.Sql.During(async () =>
        {
            await server.Influencer("second").Add("Second");
            foreach (var client in clients) (await Take(client, each)).Distinct().ShouldHaveSingleItem().ShouldContain("Second was added.");
        });

        statements.Count(statement => statement.Contains("event_subjects", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(2);
        foreach (var client in clients) client.Dispose();
    }

    private static async Task<List<string>> Take(LiveSocket socket, int count)
    {
        var taken = new List<string>(count);
        while (taken.Count < count) taken.Add((await socket.Receive()).Find("payload").ToString());
        return taken;
    }
}
