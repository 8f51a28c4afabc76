using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Journal;

public sealed class LiveLogTests(PostgresServer postgres)
{
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Followers_that_begin_anywhere_at_any_time_all_see_the_rest_of_the_log_of_their_workspace(StorageEngine engine)
    {
        const int people = 20, rounds = 30, foreign = 10;
        await using var crm = await CrmSilo.Start(engine, postgres);
        var live = crm.Services.GetRequiredService<LiveLog>();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var writing = Task.WhenAll(Enumerable.Range(0, people + foreign).Select(i => Write(crm, i < people ? "default" : "other", $"i{i}", rounds)));

        // The first one sees everything, and each place it comes to is where another one begins.
        var first = new List<LogCursor>();
        var others = new List<(int From, Task<List<LogCursor>> Seen)>();
        await foreach (var page in live.Follow("default", LogCursor.Start, limit.Token))
        {
            page.ShouldNotBeEmpty();
            page.ShouldAllBe(logged => logged.Event.Stream.Workspace == "default");
            page.ShouldAllBe(logged => logged.Subjects.Contains(new Subject(logged.Event.Stream.Kind, logged.Event.Stream.Id)));
            first.AddRange(page.Select(logged => logged.Cursor));
            others.Add((first.Count, Follow(live, first[^1], (people * rounds) - first.Count, limit.Token)));
            if (first.Count == people * rounds) break;
        }

        await writing;
        first.ShouldBe(first.Distinct().Order());
        foreach (var (from, seen) in others) (await seen).ShouldBe(first[from..]);
        (await Follow(live, first[17], first.Count - 18, limit.Token)).ShouldBe(first[18..]);
    }

    private static async Task Write(CrmSilo crm, string workspace, string id, int rounds)
    {
        var grain = crm.Grain<IInfluencerGrain>(id, workspace);
        (await grain.Create(new CreateInfluencer(id, ImmutableArray<NewAccount>.Empty, new InfluencerChanges()), Manager)).IsAccepted.ShouldBeTrue();
        for (var round = 1; round < rounds; round++) await grain.Update(new InfluencerChanges { Notes = new Change<string?>($"{round}") }, Manager);
    }

    private static async Task<List<LogCursor>> Follow(LiveLog live, LogCursor after, int count, CancellationToken cancel)
    {
        var seen = new List<LogCursor>();
        if (count == 0) return seen;
        await foreach (var page in live.Follow("default", after, cancel))
        {
            seen.AddRange(page.Select(logged => logged.Cursor));
            if (seen.Count >= count) break;
        }
        return seen;
    }
}
