using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
using CreatorCRM.Tasks;

namespace CreatorCRM.Merges;

/// <summary>A step of a merge, or of its undo, in their order.</summary>
public enum MergeStep
{
    MergedAway,
    Absorbed,
    PartnershipsMoved,
    TasksMoved,
    Separated,
    Restored,
    PartnershipsReturned,
    TasksReturned,
}

/// <summary>
/// Sends each step to the grain that it is for. A step that was done does nothing, as the aggregates know which merge they were part of: so after a crash all
/// steps are simply done again. That needs no keys of commands, which would answer a second merge of the same two with the first one's outcome.
/// </summary>
public sealed class MergeWorker(IGrainFactory grains, MergeQueries merges)
{
    private const int Chunk = 500;
    private const int Parallel = 32;

    /// <summary>Called behind each step; a test stops the work there.</summary>
    public Action<InfluencerMerge, MergeStep> Done { get; set; } = (_, _) => { };

    public async Task<MergeCounts> Merge(InfluencerMerge merge)
    {
        var (context, workspace) = (new CommandContext(merge.StartedBy), merge.Key.Workspace);
        var (survivor, merged) = (Influencer(merge, merge.Survivor), Influencer(merge, merge.Merged));
        Accepted(await merged.MergeAway(new MergeAway(merge.Key.Id, merge.Survivor, merge.SurvivorName, merge.Reason), context));
        Done(merge, MergeStep.MergedAway);

        // From here on nothing new can be made for the merged one, so all that there is can be counted and moved.
        var belongings = (await merged.Belongings())!;
        var (left, moved) = (await merges.CountOf(workspace, merge.Merged, CancellationToken.None), await merges.CountMoved(merge.Key, CancellationToken.None));
        Accepted(await survivor.Absorb(new AbsorbInfluencer(merge.Key.Id, merge.Merged, belongings, left.Partnerships + moved.Partnerships), context));
        Done(merge, MergeStep.Absorbed);

        await All(() => merges.SomePartnershipsOf(workspace, merge.Merged, Chunk), async id =>
        {
            var partnership = grains.GetGrain<IPartnershipGrain>(new EntityKey(workspace, id).ToString());
            var move = new MovePartnership(merge.Key.Id, merge.Merged, merge.MergedName, merge.Survivor, merge.SurvivorName, Beside: false);
            var result = await partnership.Move(move, context);
            return result.Refusals is [{ Code: RefusalCode.AlreadyInCampaign }] ? await partnership.Move(move with { Beside = true }, context) : result;
        });
        Done(merge, MergeStep.PartnershipsMoved);

        await All(() => merges.SomeTasksOf(workspace, merge.Merged, Chunk),
            id => Task(workspace, id).Move(new MoveTask(merge.Key.Id, merge.Merged, merge.Survivor, merge.SurvivorName), context));
        Done(merge, MergeStep.TasksMoved);
        var (partnerships, tasks) = await merges.CountMoved(merge.Key, CancellationToken.None);
        return new MergeCounts(belongings.Accounts.Length, partnerships, tasks);
    }

    public async Task Undo(InfluencerMerge merge)
    {
        var (context, workspace) = (new CommandContext(merge.UndoneBy!), merge.Key.Workspace);
        var (survivor, merged) = (Influencer(merge, merge.Survivor), Influencer(merge, merge.Merged));
        Accepted(await survivor.Separate(new SeparateInfluencer(merge.Key.Id), context));
        Done(merge, MergeStep.Separated);

        // An objection and a minor's protection are theirs again before anything comes back in which somebody could write to them.
        Accepted(await merged.Restore(new RestoreInfluencer(merge.Key.Id, (await survivor.Parting(merge.Key.Id))!), context));
        Done(merge, MergeStep.Restored);

        // No partnership is made for them until all that was theirs is back, so none takes its place.
        await All(() => merges.SomePartnershipsBy(merge.Key, Chunk),
            id => grains.GetGrain<IPartnershipGrain>(new EntityKey(workspace, id).ToString())
                .Return(new ReturnPartnership(merge.Key.Id, merge.SurvivorName, merge.MergedName), context));
        Done(merge, MergeStep.PartnershipsReturned);

        await All(() => merges.SomeTasksBy(merge.Key, Chunk), id => Task(workspace, id).Return(new ReturnTask(merge.Key.Id, merge.MergedName), context));
        Done(merge, MergeStep.TasksReturned);
    }

    // What is done leaves the list, so it ends with the list.
    private static async Task All(Func<Task<List<string>>> some, Func<string, Task<CommandResult>> step)
    {
        for (var ids = await some(); ids.Count > 0; ids = await some())
            await System.Threading.Tasks.Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = Parallel },
                async (id, _) => Accepted(await step(id)));
    }

    private static void Accepted(CommandResult result)
    {
        if (!result.IsAccepted) throw new InvalidOperationException($"A step of a merge was refused by {result.Id}: {result.Refusals[0].Message}");
    }

    private IInfluencerGrain Influencer(InfluencerMerge merge, string id) =>
        grains.GetGrain<IInfluencerGrain>(new EntityKey(merge.Key.Workspace, id).ToString());

    private IWorkTaskGrain Task(string workspace, string id) => grains.GetGrain<IWorkTaskGrain>(new EntityKey(workspace, id).ToString());
}
