using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Merges;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>Two influencers that are one person: the one became part of the other, with all their history, and can be taken out again at any time.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class InfluencerMerge(InfluencerMergeRow row) : INode
{
    public NodeId Id => NodeId.Of<InfluencerMerge>(row.Id);

    /// <summary>How far it has come.</summary>
    public MergeStatus Status => row.Status;

    /// <summary>Why, in the words of who did it.</summary>
    public string? Reason => row.Reason;

    /// <summary>The name of the one who stays, at the time.</summary>
    public string SurvivorName => row.SurvivorName;

    /// <summary>The name of the one who became part of the other, at the time.</summary>
    public string MergedName => row.MergedName;

    /// <summary>How many accounts came along.</summary>
    public int AccountCount => row.Accounts;

    /// <summary>How many partnerships came along.</summary>
    public int PartnershipCount => row.Partnerships;

    /// <summary>How many tasks came along, apart from the follow-ups of partnerships.</summary>
    public int TaskCount => row.Tasks;

    /// <summary>The name of who started it.</summary>
    public string StartedBy => row.StartedBy;

    /// <summary>When it was started.</summary>
    public DateTimeOffset StartedAt => row.StartedAt;

    /// <summary>When both were one; null before.</summary>
    public DateTimeOffset? MergedAt => row.MergedAt;

    /// <summary>The name of who took it back; null when nobody did.</summary>
    public string? UndoneBy => row.UndoneBy;

    /// <summary>When somebody began to take it back; null when nobody did.</summary>
    public DateTimeOffset? UndoStartedAt => row.UndoStartedAt;

    /// <summary>When both were people of their own again; null before.</summary>
    public DateTimeOffset? UndoneAt => row.UndoneAt;

    /// <summary>The one who stays.</summary>
    public IDataLoaderResult<Influencer> Survivor(InfluencerLoader loader) => loader.LoadExisting(row.SurvivorId);

    /// <summary>The one who became part of the other.</summary>
    public IDataLoaderResult<Influencer> Merged(InfluencerLoader loader) => loader.LoadExisting(row.MergedId);
}

[Extends(typeof(Influencer))]
[Requires(Scope.RelationshipsRead)]
public static class InfluencerMerges
{
    /// <summary>The influencer that this one was merged into: all that belongs to the person is there. Null for a person of their own.</summary>
    public static IDataLoaderResult<Influencer?> MergedInto(Influencer influencer, InfluencerLoader loader) => influencer.Row.MergedInto is { } into
        ? loader.LoadAsync(into, influencer.At)
        : new LoaderResult<Influencer?>(_ => Task.FromResult<Influencer?>(null));

    /// <summary>The merges that brought others into this one and stand, the newest first.</summary>
    public static IDataLoaderResult<Page<InfluencerMerge>> MergedFrom(Influencer influencer, PageRequest page, MergesIntoInfluencers loader) =>
        loader.LoadAsync(influencer.Key, influencer.At, page);
}

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class MergesQuery
{
    /// <summary>A merge by its id; null when there is none.</summary>
    public static IDataLoaderResult<InfluencerMerge?> InfluencerMerge(NodeId<InfluencerMerge> id, InfluencerMergeLoader loader) => loader.LoadAsync(id.Key);

    /// <summary>All merges, also those that were undone; the newest first.</summary>
    /// <param name="filter">Which.</param>
    public static async Task<Page<InfluencerMerge>> InfluencerMerges(MergeQueries merges, Caller caller, PageRequest page, CancellationToken cancellation,
        InfluencerMergeFilter? filter = null) =>
        (await merges.List(caller.Workspace, ReadIds(filter), page, cancellation)).Select(row => new InfluencerMerge(row));

    /// <summary>What a merge would come to: what differs and which value stays, what comes along, and what stands against it. Changes nothing.</summary>
    /// <param name="survivorId">The one who would stay.</param>
    /// <param name="mergedId">The one who would become part of the other.</param>
    public static async Task<InfluencerMergePreview> PreviewInfluencerMerge(
        NodeId<Influencer> survivorId, NodeId<Influencer> mergedId, MergePlanner planner, Caller caller, CancellationToken cancellation) =>
        new(survivorId.Key, mergedId.Key, await planner.Preview(caller.Workspace, survivorId.Key, mergedId.Key, cancellation));

    /// <summary>The same filter of keys. A copy: a variable of the operation may be the filter of several fields.</summary>
    private static InfluencerMergeFilter? ReadIds(InfluencerMergeFilter? filter) => filter?.With(
        (copy, path) =>
        {
            copy.SurvivorId = copy.SurvivorId.ReadKeys<Influencer>([.. path, "survivorId"]);
            copy.MergedId = copy.MergedId.ReadKeys<Influencer>([.. path, "mergedId"]);
        },
        "filter");
}

public sealed class InfluencerMergeLoader(MergeQueries merges, Caller caller) : NodeLoader<InfluencerMerge>
{
    protected override async Task<IReadOnlyDictionary<string, InfluencerMerge>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await merges.ByIds(caller.Workspace, keys, cancellation)).ToDictionary(found => found.Key, found => new InfluencerMerge(found.Value));
}

public sealed class MergesIntoInfluencers(MergeQueries merges, Caller caller) : PageLoader<DateTimeOffset?, InfluencerMerge>
{
    protected override async Task<IReadOnlyDictionary<string, Page<InfluencerMerge>>> LoadBatch(
        IReadOnlyCollection<string> keys, DateTimeOffset? question, PageRequest page, CancellationToken cancellation) =>
        (await merges.Into(caller.Workspace, [.. keys], question, page, cancellation))
            .ToDictionary(found => found.Key, found => found.Value.Select(row => new InfluencerMerge(row)));
}
