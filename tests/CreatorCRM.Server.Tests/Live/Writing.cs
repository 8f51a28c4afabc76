using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Influencers;

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
    public static Task Write(this CrmServer server, string prefix, int people, int rounds, string workspace = "default") =>
        Task.WhenAll(Enumerable.Range(0, people).Select(async i =>
        {
            var grain = server.Influencer($"{prefix}-{i}", workspace);
            await grain.Add($"{prefix} {i}");
            for (var round = 1; round < rounds; round++) await grain.Note($"{round}");
        }));

    private static CommandContext By => new(Actor.System);
}
