using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Bulk;

/// <summary>Sends each influencer's part of an action to the grain that it is for, many at a time, so that they share commits.</summary>
public sealed class BulkWorker(IGrainFactory grains, InfluencerQueries influencers, BulkQueries bulk, BulkSequences sequences)
{
    private const int Parallel = 256;

    private static readonly ILookup<string, string> Nobody = Array.Empty<string>().ToLookup(id => id);

    /// <returns>The results in the order of the items.</returns>
    public async Task<BulkResult[]> Do(BulkAction action, BulkItem[] items)
    {
        var workspace = action.Key.Workspace;
        var people = (await influencers.ByIds(workspace, items.Select(item => item.Influencer), CancellationToken.None)).ToDictionary(row => row.Id);
        var there = action is { Action: BulkKind.AddToCampaign, DryRun: true }
            ? await bulk.AlreadyIn(workspace, action.Value!, items.Select(item => item.Influencer), CancellationToken.None)
            : Nobody;
        var owner = action.Action == BulkKind.AddToCampaign ? await bulk.OwnerOf(workspace, action.Value!, CancellationToken.None) : null;
        var results = new BulkResult[items.Length];
        await System.Threading.Tasks.Parallel.ForEachAsync(Enumerable.Range(0, items.Length), new ParallelOptions { MaxDegreeOfParallelism = Parallel },
            async (i, _) =>
        {
            var item = items[i];
            var person = people.GetValueOrDefault(item.Influencer);
            results[i] = action.Action == BulkKind.StartSequence ? await sequences.Do(action, item, person, Context(action, item))
                : person is null ? Refused(item, Refusal.NotFound("influencer", "ids"))
                : action.Action == BulkKind.AddToCampaign ? await Shortlist(action, item, person.DisplayName, action.Owner ?? person.Owner ?? owner, there)
                : await Change(action, item);
        });
        return results;
    }

    private async Task<BulkResult> Change(BulkAction action, BulkItem item)
    {
        var influencer = grains.GetGrain<IInfluencerGrain>(new EntityKey(action.Key.Workspace, item.Influencer).ToString());
        var change = new BulkChange(action.Action, action.Value, action.Undoes is not null, item.Before);
        var result = action.DryRun ? await influencer.TryBulk(change) : await influencer.Bulk(change, Context(action, item));
        if (!result.IsAccepted) return Refused(item, result.Refusals[0]);
        // The part says what stood there before; without one nothing was to be done.
        return result.Part is { } before
            ? new BulkResult(item with { Before = before.Length == 1 ? null : before[1..] }, BulkOutcome.Succeeded)
            : new BulkResult(item, BulkOutcome.Unchanged);
    }

    private async Task<BulkResult> Shortlist(BulkAction action, BulkItem item, string name, string? owner, ILookup<string, string> there)
    {
        if (action.DryRun) return new BulkResult(item, there.Contains(item.Influencer) ? BulkOutcome.Unchanged : BulkOutcome.Succeeded);
        var context = Context(action, item);
        if (action.Undoes is not null)
        {
            // At its first version nobody has worked on it since.
            var undone = await Partnership(action, item.Partnership!)
                .ChangeStage(new ChangeStage(PartnershipStage.Cancelled, "the bulk action was taken back"), context with { ExpectedVersion = 1 });
            return undone.IsAccepted ? new BulkResult(item, BulkOutcome.Succeeded) : Refused(item, undone.Refusals[0]);
        }
        var result = await Partnership(action, context.CommandId!)
            .Create(new CreatePartnership(item.Influencer, name, action.Value!, action.ValueName!, owner), context);
        if (result.IsAccepted) return new BulkResult(item with { Partnership = result.Id }, BulkOutcome.Succeeded);
        return result.Refusals[0].Code == RefusalCode.AlreadyInCampaign ? new BulkResult(item, BulkOutcome.Unchanged) : Refused(item, result.Refusals[0]);
    }

    private IPartnershipGrain Partnership(BulkAction action, string id) =>
        grains.GetGrain<IPartnershipGrain>(new EntityKey(action.Key.Workspace, id).ToString());

    // An action on partnerships may mean the same person in several campaigns.
    private static CommandContext Context(BulkAction action, BulkItem item) => new(action.Actor,
        IdGenerator.Derive(action.Key.Workspace, "bulk", action.Key.Id, action.Action == BulkKind.StartSequence ? item.Partnership ?? "" : item.Influencer),
        "");

    private static BulkResult Refused(BulkItem item, Refusal refusal) => new(item, BulkOutcome.Refused, refusal.Code, refusal.Message);
}
