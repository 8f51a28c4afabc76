using CreatorCRM.Influencers;

namespace CreatorCRM.Bulk;

/// <summary>Sends each influencer's part of an action to the grain that it is for, many at a time, so that they share commits.</summary>
public sealed class BulkWorker(IGrainFactory grains, InfluencerQueries influencers, BulkSequences sequences, BulkShortlist shortlist)
{
    private const int Parallel = 256;

    /// <returns>The results in the order of the items.</returns>
    public async Task<BulkResult[]> Do(BulkAction action, BulkItem[] items)
    {
        var workspace = action.Key.Workspace;
        var people = (await influencers.ByIds(workspace, items.Select(item => item.Influencer), CancellationToken.None)).ToDictionary(row => row.Id);
        var campaign = action.Action == BulkKind.AddToCampaign && action.Undoes is null ? await shortlist.Look(action, items) : null;
        var results = new BulkResult[items.Length];
        await System.Threading.Tasks.Parallel.ForEachAsync(Enumerable.Range(0, items.Length), new ParallelOptions { MaxDegreeOfParallelism = Parallel },
            async (i, _) =>
        {
            var item = items[i];
            var person = people.GetValueOrDefault(item.Influencer);
            results[i] = action.Action == BulkKind.StartSequence ? await sequences.Do(action, item, person, Context(action, item))
                : person is null ? BulkResult.Refused(item, Refusal.NotFound("influencer", "ids"))
                : action.Action != BulkKind.AddToCampaign ? await Change(action, item)
                : campaign is null ? await shortlist.TakeBack(action, item, Context(action, item))
                : await shortlist.Do(action, item, person, campaign, Context(action, item));
        });
        return results;
    }

    private async Task<BulkResult> Change(BulkAction action, BulkItem item)
    {
        var influencer = grains.GetGrain<IInfluencerGrain>(new EntityKey(action.Key.Workspace, item.Influencer).ToString());
        var change = new BulkChange(action.Action, action.Value, action.Undoes is not null, item.Before);
        var result = action.DryRun ? await influencer.TryBulk(change) : await influencer.Bulk(change, Context(action, item));
        if (!result.IsAccepted) return BulkResult.Refused(item, result.Refusals[0]);
        // The part says what stood there before; without one nothing was to be done.
        return result.Part is { } before
            ? new BulkResult(item with { Before = before.Length == 1 ? null : before[1..] }, BulkOutcome.Succeeded)
            : new BulkResult(item, BulkOutcome.Unchanged);
    }

    // An action on partnerships may mean the same person in several campaigns.
    private static CommandContext Context(BulkAction action, BulkItem item) => new(action.Actor,
        IdGenerator.Derive(action.Key.Workspace, "bulk", action.Key.Id, action.Action == BulkKind.StartSequence ? item.Partnership ?? "" : item.Influencer),
        "");
}
