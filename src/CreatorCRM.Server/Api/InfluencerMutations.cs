using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class InfluencerMutations
{
    /// <summary>Adds a person with their accounts.</summary>
    public static async Task<CreateInfluencerPayload> CreateInfluencer(CreateInfluencerInput input, IGrainFactory grains, IdGenerator ids,
        InfluencerQueries influencers, Caller caller)
    {
        var context = caller.Command("createInfluencer", input.IdempotencyKey, input);
        // A repeated key gives the same id, so that the repetition meets the influencer that it made.
        var result = await grains.Influencer(caller, context.CommandId ?? ids.Next()).Create(input.ToCommand(), context);
        if (!result.IsAccepted) return new CreateInfluencerPayload(null).Refused(await influencers.NameTaken(caller, input.Accounts ?? [], result.Refusals));
        return new CreateInfluencerPayload(await influencers.Read(caller, result));
    }

    /// <summary>Changes what is given of a profile.</summary>
    public static async Task<UpdateInfluencerPayload> UpdateInfluencer(UpdateInfluencerInput input, IGrainFactory grains, InfluencerQueries influencers,
        Caller caller)
    {
        var context = caller.Command("updateInfluencer", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Influencer(caller, input.InfluencerId.Key).Update(input.ToCommand(), context);
        return await result.ToPayload(influencer => new UpdateInfluencerPayload(influencer), () => influencers.Read(caller, result));
    }

    /// <summary>Nobody may contact the person any more, by any path, until it is lifted.</summary>
    public static async Task<SetDoNotContactPayload> SetDoNotContact(SetDoNotContactInput input, IGrainFactory grains, InfluencerQueries influencers,
        Caller caller)
    {
        var context = caller.Command("setDoNotContact", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Influencer(caller, input.InfluencerId.Key).SetDoNotContact(new SetDoNotContact(input.Reason), context);
        return await result.ToPayload(influencer => new SetDoNotContactPayload(influencer), () => influencers.Read(caller, result));
    }

    /// <summary>The person may be contacted again.</summary>
    public static async Task<LiftDoNotContactPayload> LiftDoNotContact(LiftDoNotContactInput input, IGrainFactory grains, InfluencerQueries influencers,
        Caller caller)
    {
        var context = caller.Command("liftDoNotContact", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Influencer(caller, input.InfluencerId.Key).LiftDoNotContact(new LiftDoNotContact(input.Reason), context);
        return await result.ToPayload(influencer => new LiftDoNotContactPayload(influencer), () => influencers.Read(caller, result));
    }
}

/// <summary>Why the person must not be contacted.</summary>
/// <param name="Reason">At most 1,000 characters.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the influencer since this version.</param>
public sealed record SetDoNotContactInput(NodeId<Influencer> InfluencerId, string Reason, string? IdempotencyKey, int? ExpectedVersion);

/// <summary>Why the person may be contacted again.</summary>
/// <param name="Reason">At most 1,000 characters.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the influencer since this version.</param>
public sealed record LiftDoNotContactInput(NodeId<Influencer> InfluencerId, string Reason, string? IdempotencyKey, int? ExpectedVersion);

public sealed record CreateInfluencerPayload(Influencer? Influencer) : Payload;

public sealed record UpdateInfluencerPayload(Influencer? Influencer) : Payload;

public sealed record SetDoNotContactPayload(Influencer? Influencer) : Payload;

public sealed record LiftDoNotContactPayload(Influencer? Influencer) : Payload;
