using CreatorCRM.Access;
using CreatorCRM.Bulk;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class BulkMutations
{
    /// <summary>Gives many influencers a tag. Runs on after the answer; ask bulkAction how far it is.</summary>
    public static Task<BulkTagPayload> BulkTag(BulkTagInput input, BulkStart start) =>
        start.Run("bulkTag", input.IdempotencyKey, input, input.Which, BulkKind.Tag, input.Tag, input.Tag, input.DryRun, action => new BulkTagPayload(action));

    /// <summary>Takes a tag from many influencers. Runs on after the answer; ask bulkAction how far it is.</summary>
    public static Task<BulkUntagPayload> BulkUntag(BulkUntagInput input, BulkStart start) =>
        start.Run("bulkUntag", input.IdempotencyKey, input, input.Which, BulkKind.Untag, input.Tag, input.Tag, input.DryRun, action => new BulkUntagPayload(action));

    /// <summary>Puts somebody in charge of many influencers. Runs on after the answer; ask bulkAction how far it is.</summary>
    public static Task<BulkAssignOwnerPayload> BulkAssignOwner(BulkAssignOwnerInput input, BulkStart start) => start.Run(
        "bulkAssignOwner", input.IdempotencyKey, input, input.Which, BulkKind.AssignOwner, input.Owner, input.Owner, input.DryRun, action => new BulkAssignOwnerPayload(action));

    /// <summary>Puts many influencers on a campaign's shortlist. Runs on after the answer; ask bulkAction how far it is.</summary>
    public static async Task<BulkAddToCampaignPayload> BulkAddToCampaign(BulkAddToCampaignInput input, CampaignLoader campaigns, BulkStart start) =>
        await campaigns.LoadAsync(input.CampaignId.Key).GetResultAsync() is { } campaign
            ? await start.Run("bulkAddToCampaign", input.IdempotencyKey, input, input.Which, BulkKind.AddToCampaign, input.CampaignId.Key, campaign.Name, input.DryRun, action => new BulkAddToCampaignPayload(action))
            : new BulkAddToCampaignPayload(null).Refused(Refusal.NotFound("campaign", "campaignId"));

    /// <summary>
    /// Takes a bulk action back: exactly what it changed, and nothing that somebody has changed since, which the results name. A partnership that it made is cancelled.
    /// </summary>
    public static Task<UndoBulkActionPayload> UndoBulkAction(UndoBulkActionInput input, BulkStart start) => start.Undo(input);
}

/// <summary>Which influencers a bulk action means.</summary>
/// <param name="Ids">These, at most 5,000.</param>
/// <param name="Filter">Those that the list of influencers shows with this filter, at most 5,000.</param>
/// <param name="Query">And with these words in name, handles, niches, tags or agency.</param>
public sealed record BulkTargetInput(IReadOnlyList<NodeId<Influencer>>? Ids, InfluencerFilter? Filter, string? Query);

/// <summary>A tag for many.</summary>
/// <param name="Which">Which influencers.</param>
/// <param name="Tag">The tag.</param>
/// <param name="DryRun">Change nothing and say what would become of each.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record BulkTagInput(BulkTargetInput Which, string Tag, bool? DryRun, string? IdempotencyKey);

/// <summary>A tag that many shall lose.</summary>
/// <param name="Which">Which influencers.</param>
/// <param name="Tag">The tag.</param>
/// <param name="DryRun">Change nothing and say what would become of each.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record BulkUntagInput(BulkTargetInput Which, string Tag, bool? DryRun, string? IdempotencyKey);

/// <summary>An owner for many.</summary>
/// <param name="Which">Which influencers.</param>
/// <param name="Owner">Who is in charge; nobody when left out.</param>
/// <param name="DryRun">Change nothing and say what would become of each.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record BulkAssignOwnerInput(BulkTargetInput Which, string? Owner, bool? DryRun, string? IdempotencyKey);

/// <summary>A campaign for many.</summary>
/// <param name="Which">Which influencers.</param>
/// <param name="CampaignId">A campaign that is DRAFT or ACTIVE.</param>
/// <param name="DryRun">Change nothing and say what would become of each.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record BulkAddToCampaignInput(BulkTargetInput Which, NodeId<Campaign> CampaignId, bool? DryRun, string? IdempotencyKey);

/// <summary>A bulk action to take back.</summary>
/// <param name="BulkActionId">One that is complete and was no dry run.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record UndoBulkActionInput(NodeId<BulkAction> BulkActionId, string? IdempotencyKey);

/// <param name="BulkAction">The action under way; null when refused.</param>
public sealed record BulkTagPayload(BulkAction? BulkAction) : Payload;

/// <param name="BulkAction">The action under way; null when refused.</param>
public sealed record BulkUntagPayload(BulkAction? BulkAction) : Payload;

/// <param name="BulkAction">The action under way; null when refused.</param>
public sealed record BulkAssignOwnerPayload(BulkAction? BulkAction) : Payload;

/// <param name="BulkAction">The action under way; null when refused.</param>
public sealed record BulkAddToCampaignPayload(BulkAction? BulkAction) : Payload;

/// <param name="BulkAction">The action that takes the other back; null when refused.</param>
public sealed record UndoBulkActionPayload(BulkAction? BulkAction) : Payload;
