using CreatorCRM.Access;
using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class CampaignMutations
{
    /// <summary>Adds a campaign. Only the name is needed.</summary>
    public static async Task<CreateCampaignPayload> CreateCampaign(CreateCampaignInput input, Caller caller, IdGenerator ids, IGrainFactory grains,
        CampaignLoader campaigns)
    {
        var context = caller.Command("createCampaign", input.IdempotencyKey, input);
        var campaign = grains.GetGrain<ICampaignGrain>(caller.Key(context.CommandId ?? ids.Next()).ToString());
        var result = await campaign.Create(new CreateCampaign(input.Name, input.Details()), context);
        return await result.ToPayload(created => new CreateCampaignPayload(created), () => campaigns.LoadAsync(result.Id).GetResultAsync());
    }

    /// <summary>Changes what is given of a campaign and leaves the rest as it is.</summary>
    public static async Task<UpdateCampaignPayload> UpdateCampaign(UpdateCampaignInput input, Caller caller, IGrainFactory grains, CampaignLoader campaigns)
    {
        var context = caller.Command("updateCampaign", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.GetGrain<ICampaignGrain>(caller.Key(input.CampaignId.Key).ToString()).Update(input.Changes(), context);
        return await result.ToPayload(updated => new UpdateCampaignPayload(updated), () => campaigns.LoadAsync(result.Id).GetResultAsync());
    }
}

/// <param name="Campaign">The campaign as it is now; null when refused.</param>
public sealed record CreateCampaignPayload(Campaign? Campaign) : Payload;

/// <param name="Campaign">The campaign as it is now; null when refused.</param>
public sealed record UpdateCampaignPayload(Campaign? Campaign) : Payload;
