using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
using CreatorCRM.Sequences;

namespace CreatorCRM.Bulk;

/// <summary>Starts a sequence in the partnerships of an action, or takes that back where nothing was done in it yet.</summary>
public sealed class BulkSequences(IGrainFactory grains)
{
    /// <param name="influencer">Null when there is none.</param>
    public async Task<BulkResult> Do(BulkAction action, BulkItem item, InfluencerRow? influencer, CommandContext context)
    {
        if (item.Partnership is null || influencer is null) return BulkResult.Refused(item, Refusal.NotFound("partnership", "ids"));
        var partnership = grains.GetGrain<IPartnershipGrain>(new EntityKey(action.Key.Workspace, item.Partnership).ToString());
        if (action.Undoes is not null)
        {
            var stopped = await partnership.StopSequence(new StopSequence(item.Before!, null, TakingBack: true), context);
            return !stopped.IsAccepted
                ? BulkResult.Refused(item, stopped.Refusals[0])
                : new BulkResult(item, stopped.Part is null ? BulkOutcome.Unchanged : BulkOutcome.Succeeded);
        }
        var start = new StartSequence(action.Value!);
        var result = !action.DryRun ? await partnership.StartSequence(start, context)
            : influencer.DoNotContact ? CommandResult.Refused(item.Partnership, 0, ContactGuard.Closed)
            : await partnership.TrySequence(start);
        return result.IsAccepted ? new BulkResult(item with { Before = result.Part }, BulkOutcome.Succeeded) : BulkResult.Refused(item, result.Refusals[0]);
    }
}
