using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Merges;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class MergeMutations
{
    /// <summary>
    /// Makes one influencer part of another: accounts, contact points, labels, partnerships and tasks go to the survivor, whose timeline tells the history of
    /// both. Most often it is done with the answer; a large one runs on as RUNNING.
    /// </summary>
    public static async Task<MergeInfluencersPayload> MergeInfluencers(MergeInfluencersInput input, Caller caller, IdGenerator ids, IGrainFactory grains,
        InfluencerMergeLoader merges)
    {
        var context = caller.Command("mergeInfluencers", input.IdempotencyKey, input);
        var result = await grains.Merge(caller, context.CommandId ?? ids.Next())
            .Start(new StartMerge(input.SurvivorId.Key, input.MergedId.Key, input.Reason), context);
        return await result.ToPayload(merge => new MergeInfluencersPayload(merge), () => merges.LoadAsync(result.Id).GetResultAsync());
    }

    /// <summary>
    /// Takes a merge back: the merged influencer gets back what came from them, with all that was recorded on it since; what was newly made for the survivor
    /// stays there. Most often it is done with the answer; a large one runs on as UNDOING.
    /// </summary>
    public static async Task<UndoInfluencerMergePayload> UndoInfluencerMerge(UndoInfluencerMergeInput input, Caller caller, IGrainFactory grains,
        InfluencerMergeLoader merges)
    {
        var context = caller.Command("undoInfluencerMerge", input.IdempotencyKey, input);
        var result = await grains.Merge(caller, input.MergeId.Key).Undo(context);
        return await result.ToPayload(merge => new UndoInfluencerMergePayload(merge), () => merges.LoadAsync(result.Id).GetResultAsync());
    }

    private static IInfluencerMergeGrain Merge(this IGrainFactory grains, Caller caller, string id) =>
        grains.GetGrain<IInfluencerMergeGrain>(caller.Key(id).ToString());
}

/// <summary>Two influencers that are one person.</summary>
/// <param name="SurvivorId">The one who stays. Where both have a value, the survivor's stays; previewInfluencerMerge shows both.</param>
/// <param name="MergedId">The one who becomes part of the survivor.</param>
/// <param name="Reason">Why; it shows on the timeline. At most 1,000 characters.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record MergeInfluencersInput(NodeId<Influencer> SurvivorId, NodeId<Influencer> MergedId, string? Reason, string? IdempotencyKey);

/// <summary>A merge to take back.</summary>
/// <param name="MergeId">One that stands, and whose survivor was not merged into a third influencer since.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record UndoInfluencerMergeInput(NodeId<InfluencerMerge> MergeId, string? IdempotencyKey);

/// <param name="InfluencerMerge">The merge as it is now; null when refused.</param>
public sealed record MergeInfluencersPayload(InfluencerMerge? InfluencerMerge) : Payload;

/// <param name="InfluencerMerge">The merge as it is now; null when refused.</param>
public sealed record UndoInfluencerMergePayload(InfluencerMerge? InfluencerMerge) : Payload;
