using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Server.Tests.Live;

/// <summary>Writes events without HTTP, in any workspace.</summary>
internal static class Writing
{
    public static IInfluencerGrain Influencer(this CrmServer server, string id, string workspace = "default") =>
        server.Grains.GetGrain<IInfluencerGrain>(new EntityKey(workspace, id).ToString());

    public static async Task Add(this IInfluencerGrain grain, string name) =>
        (await grain.Create(new CreateInfluencer(name, ImmutableArray<NewAccount>.Empty, new InfluencerChanges()), By)).IsAccepted.ShouldBeTrue();

    public static async Task Note(this IInfluencerGrain grain, string notes) =>
        (await grain.Update(new InfluencerChanges { Notes = new Change<string?>(notes) }, By)).IsAccepted.ShouldBeTrue();

    /// <summary>One event per person and round, the people side by side.</summary>
    /// <param name="permits">Each event takes one; null: as fast as they can.</param>
    public static Task Write(
        this CrmServer server, string prefix, int people, int rounds, string workspace = "default", SemaphoreSlim? permits = null) =>
        Task.WhenAll(Enumerable.Range(0, people).Select(async i =>
        {
            var grain = server.Influencer($"{prefix}-{i}", workspace);
            for (var round = 0; round < rounds; round++)
            {
                if (permits is not null) await permits.WaitAsync();
                await (round == 0 ? grain.Add($"{prefix} {i}") : grain.Note($"{round}"));
            }
        }));

    /// <summary>
    /// Until the log shows so many events. On PostgreSQL it waits for the oldest transaction of the whole server, where other tests have their databases, too;
    /// and whoever follows it looks again after a second, which does not pass by itself where the time stands still.
    /// </summary>
    public static Task Logged(this CrmServer server, int events, string workspace = "default") => Poll.Until(async () =>
        (await server.Services.GetRequiredService<IJournalStore>().ReadLog(LogCursor.Start, events, CancellationToken.None, workspace)).Count == events,
        $"{events} events in the log");

    private static CommandContext By => new(Actor.System);
}
