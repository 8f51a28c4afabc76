using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class PartnershipMutations
{
    /// <summary>Puts an influencer on a campaign's shortlist. Each influencer is in a campaign once.</summary>
    public static async Task<CreatePartnershipPayload> CreatePartnership(
        CreatePartnershipInput input, Caller caller, IdGenerator ids, IGrainFactory grains, InfluencerLoader influencers, CampaignLoader campaigns,
        PartnershipLoader partnerships)
    {
        var context = caller.Command("createPartnership", input.IdempotencyKey, input);
        var (influencer, campaign) = (influencers.LoadAsync(input.InfluencerId.Key), campaigns.LoadAsync(input.CampaignId.Key));
        var (influencerName, campaignName) = ((await influencer.GetResultAsync())?.DisplayName, (await campaign.GetResultAsync())?.Name);
        if (influencerName is null || campaignName is null)
            return new CreatePartnershipPayload(null).Refused(Missing(influencerName, "influencer").Concat(Missing(campaignName, "campaign")));
        var result = await grains.Partnership(caller, context.CommandId ?? ids.Next())
            .Create(new CreatePartnership(input.InfluencerId.Key, influencerName, input.CampaignId.Key, campaignName, input.Owner), context);
        return await result.ToPayload(partnerships, created => new CreatePartnershipPayload(created));
    }

    /// <summary>Changes what is given, and leaves the rest as it is. Its follow-ups and the steps of its sequence go with it to a new owner.</summary>
    public static async Task<UpdatePartnershipPayload> UpdatePartnership(
        UpdatePartnershipInput input, Caller caller, IGrainFactory grains, PartnershipLoader partnerships)
    {
        var context = caller.Command("updatePartnership", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Partnership(caller, input.PartnershipId.Key).Update(new UpdatePartnership(input.Owner.ToChange()), context);
        return await result.ToPayload(partnerships, updated => new UpdatePartnershipPayload(updated));
    }

    /// <summary>Moves a partnership to another stage by hand. AGREED and CONTRACTED are reached by accepting an offer and by signing only.</summary>
    public static async Task<ChangePartnershipStagePayload> ChangePartnershipStage(
        ChangePartnershipStageInput input, Caller caller, IGrainFactory grains, PartnershipLoader partnerships)
    {
        var context = caller.Command("changePartnershipStage", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Partnership(caller, input.PartnershipId.Key).ChangeStage(new ChangeStage(input.Stage, input.Reason), context);
        return await result.ToPayload(partnerships, changed => new ChangePartnershipStagePayload(changed));
    }

    /// <summary>
    /// Ends a partnership and keeps why: DECLINED when the influencer does not want to, CANCELLED when the brand does not. Saying it again corrects the reason.
    /// </summary>
    public static async Task<DeclinePartnershipPayload> DeclinePartnership(
        DeclinePartnershipInput input, Caller caller, IGrainFactory grains, PartnershipLoader partnerships)
    {
        var context = caller.Command("declinePartnership", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Partnership(caller, input.PartnershipId.Key).Decline(new DeclinePartnership(input.By, input.Reason, input.Note), context);
        return await result.ToPayload(partnerships, declined => new DeclinePartnershipPayload(declined));
    }

    private static IEnumerable<Refusal> Missing(string? name, string what) => name is null ? [Refusal.NotFound(what, $"{what}Id")] : [];
}

/// <summary>An influencer for a campaign.</summary>
/// <param name="CampaignId">A campaign that is DRAFT or ACTIVE.</param>
/// <param name="Owner">Who is in charge of it.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="InfluencerId">Who is considered.</param>
public sealed record CreatePartnershipInput(NodeId<Influencer> InfluencerId, NodeId<Campaign> CampaignId, string? Owner, string? IdempotencyKey);

/// <summary>Changes to a partnership. What is left out stays as it is.</summary>
/// <param name="PartnershipId">Which partnership.</param>
/// <param name="Owner">Who is in charge of it; null is nobody.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record UpdatePartnershipInput(NodeId<Partnership> PartnershipId, Optional<string> Owner, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>A stage to set by hand.</summary>
/// <param name="Stage">Where to.</param>
/// <param name="Reason">Why; it shows on the timeline. At most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="PartnershipId">Which partnership.</param>
public sealed record ChangePartnershipStageInput(NodeId<Partnership> PartnershipId, PartnershipStage Stage, string? Reason, int? ExpectedVersion,
    string? IdempotencyKey);

/// <summary>A partnership that comes to nothing.</summary>
/// <param name="PartnershipId">Which partnership.</param>
/// <param name="By">Which side does not want to.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">In words, at most 1,000 characters; needed for OTHER.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record DeclinePartnershipInput(NodeId<Partnership> PartnershipId, Party By, DeclineReason Reason, string? Note, int? ExpectedVersion,
    string? IdempotencyKey);

/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record DeclinePartnershipPayload(Partnership? Partnership) : Payload;

/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record CreatePartnershipPayload(Partnership? Partnership) : Payload;

/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record UpdatePartnershipPayload(Partnership? Partnership) : Payload;

/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record ChangePartnershipStagePayload(Partnership? Partnership) : Payload;
