using CreatorCRM.Access;
using CreatorCRM.Influencers;
using CreatorCRM.Relationships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class RelationshipMutations
{
    /// <summary>Fixes the stage of a relationship against what would follow from what happens, or releases it again.</summary>
    public static async Task<SetRelationshipStagePayload> SetRelationshipStage(SetRelationshipStageInput input, IGrainFactory grains,
        InfluencerQueries influencers, Caller caller)
    {
        var context = caller.Command("setRelationshipStage", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Influencer(caller, input.InfluencerId.Key).SetRelationshipStage(new SetRelationshipStage(input.Stage, input.Reason), context);
        return await result.ToPayload(influencer => new SetRelationshipStagePayload(influencer), () => influencers.Read(caller, result));
    }

    /// <summary>Says how a partnership was, once content is published or it is over. A later rating takes the place of an earlier one.</summary>
    public static async Task<RatePartnershipPayload> RatePartnership(RatePartnershipInput input, IGrainFactory grains, PartnershipLoader partnerships,
        Caller caller)
    {
        var context = caller.Command("ratePartnership", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Partnership(caller, input.PartnershipId.Key)
            .Rate(new RatePartnership(input.Reliability, input.Quality, input.Communication, input.Note), context);
        return await result.ToPayload(partnerships, rated => new RatePartnershipPayload(rated));
    }
}

/// <summary>A stage to fix.</summary>
/// <param name="InfluencerId">Whose relationship.</param>
/// <param name="Stage">PROSPECT, IN_CONTACT, PARTNER or AMBASSADOR; null lets it follow from what happens again.</param>
/// <param name="Reason">Why; it shows on the timeline. At most 1,000 characters.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the influencer since this version.</param>
public sealed record SetRelationshipStageInput(NodeId<Influencer> InfluencerId, RelationshipStage? Stage, string? Reason, string? IdempotencyKey,
    int? ExpectedVersion);

/// <param name="Influencer">The influencer as they are now; null when refused.</param>
public sealed record SetRelationshipStagePayload(Influencer? Influencer) : Payload;

/// <summary>How a partnership was: 1 is bad, 5 is excellent.</summary>
/// <param name="PartnershipId">Which partnership.</param>
/// <param name="Reliability">Whether what was agreed was kept, in time.</param>
/// <param name="Quality">The content.</param>
/// <param name="Communication">Answers, tone, openness.</param>
/// <param name="Note">What numbers do not say; at most 5,000 characters.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
public sealed record RatePartnershipInput(
    NodeId<Partnership> PartnershipId, int Reliability, int Quality, int Communication, string? Note, string? IdempotencyKey, int? ExpectedVersion);

/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record RatePartnershipPayload(Partnership? Partnership) : Payload;
