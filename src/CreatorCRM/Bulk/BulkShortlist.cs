using CreatorCRM.Campaigns;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Bulk;

/// <summary>What is known of a campaign before influencers are added to it.</summary>
/// <param name="Owner">Who is in charge of it; null for nobody.</param>
/// <param name="GoesOn">It takes further partnerships.</param>
/// <param name="There">The partnerships of the influencers in it; asked for a dry run only.</param>
public sealed record CampaignLook(string? Owner, bool GoesOn, ILookup<string, string> There);

/// <summary>Puts influencers on a campaign's shortlist, and takes that back.</summary>
public sealed class BulkShortlist(IGrainFactory grains, BulkQueries bulk, CampaignQueries campaigns)
{
    private static readonly ILookup<string, string> Nobody = Array.Empty<string>().ToLookup(id => id);

    public async Task<CampaignLook> Look(BulkAction action, BulkItem[] items)
    {
        var (workspace, campaign) = (action.Key.Workspace, action.Value!);
        return new CampaignLook(
            await bulk.OwnerOf(workspace, campaign, CancellationToken.None),
            !action.DryRun || await campaigns.GoesOn(workspace, campaign, CancellationToken.None),
            action.DryRun ? await bulk.AlreadyIn(workspace, campaign, items.Select(item => item.Influencer), CancellationToken.None) : Nobody);
    }

    public async Task<BulkResult> Do(BulkAction action, BulkItem item, InfluencerRow person, CampaignLook campaign, CommandContext context)
    {
        if (action.DryRun) return Try(item, person, campaign);
        var create = new CreatePartnership(
            item.Influencer, person.DisplayName, action.Value!, action.ValueName!, action.Owner ?? person.Owner ?? campaign.Owner);
        var result = await Partnership(action, context.CommandId!).Create(create, context);
        if (result.IsAccepted) return new BulkResult(item with { Partnership = result.Id }, BulkOutcome.Succeeded);
        return result.Refusals[0].Code == RefusalCode.AlreadyInCampaign
            ? new BulkResult(item, BulkOutcome.Unchanged)
            : BulkResult.Refused(item, result.Refusals[0]);
    }

    public async Task<BulkResult> TakeBack(BulkAction action, BulkItem item, CommandContext context)
    {
        // At its first version nobody has worked on it since.
        var undone = await Partnership(action, item.Partnership!)
            .ChangeStage(new ChangeStage(PartnershipStage.Cancelled, "the bulk action was taken back"), context with { ExpectedVersion = 1 });
        return undone.IsAccepted ? new BulkResult(item, BulkOutcome.Succeeded) : BulkResult.Refused(item, undone.Refusals[0]);
    }

    // In the order in which a commit would find it.
    private static BulkResult Try(BulkItem item, InfluencerRow person, CampaignLook campaign)
    {
        if (person.MergedInto is not null) return BulkResult.Refused(item, OwnPerson.Merged("influencerId"));
        if (campaign.There.Contains(item.Influencer)) return new BulkResult(item, BulkOutcome.Unchanged);
        return campaign.GoesOn ? new BulkResult(item, BulkOutcome.Succeeded) : BulkResult.Refused(item, Partnerships.Partnership.NoOpenCampaign);
    }

    private IPartnershipGrain Partnership(BulkAction action, string id) =>
        grains.GetGrain<IPartnershipGrain>(new EntityKey(action.Key.Workspace, id).ToString());
}
