using CreatorCRM.Access;
using CreatorCRM.Bulk;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
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
        start.Run("bulkUntag", input.IdempotencyKey, input, input.Which, BulkKind.Untag, input.Tag, input.Tag, input.DryRun,
            action => new BulkUntagPayload(action));

    /// <summary>Puts somebody in charge of many influencers. Runs on after the answer; ask bulkAction how far it is.</summary>
    public static Task<BulkAssignOwnerPayload> BulkAssignOwner(BulkAssignOwnerInput input, BulkStart start) => start.Run(
        "bulkAssignOwner", input.IdempotencyKey, input, input.Which, BulkKind.AssignOwner, input.Owner, input.Owner, input.DryRun,
        action => new BulkAssignOwnerPayload(action));

    /// <summary>Puts many influencers on a campaign's shortlist. Runs on after the answer; ask bulkAction how far it is.</summary>
    public static async Task<BulkAddToCampaignPayload> BulkAddToCampaign(BulkAddToCampaignInput input, CampaignLoader campaigns, BulkStart start) =>
        await campaigns.LoadAsync(input.CampaignId.Key).GetResultAsync() is { } campaign
            ? await start.Run("bulkAddToCampaign", input.IdempotencyKey, input, input.Which, BulkKind.AddToCampaign, input.CampaignId.Key, campaign.Name,
                input.DryRun, action => new BulkAddToCampaignPayload(action), input.Owner)
            : new BulkAddToCampaignPayload(null).Refused(Refusal.NotFound("campaign", "campaignId"));

    /// <summary>
    /// Starts a sequence in many partnerships. Those that have one under way, have answered or must not be contacted are left out, and the results say so. Runs
    /// on after the answer; ask bulkAction how far it is.
    /// </summary>
    public static async Task<BulkStartSequencePayload> BulkStartSequence(BulkStartSequenceInput input, SequenceLoader sequences, BulkStart start)
    {
        if (await sequences.LoadAsync(input.SequenceId.Key).GetResultAsync() is not { } sequence)
            return new BulkStartSequencePayload(null).Refused(Refusal.NotFound("sequence", "sequenceId"));
        return await start.Run("bulkStartSequence", input.IdempotencyKey, input, input.Which, input.SequenceId.Key, sequence.Name, input.DryRun,
            action => new BulkStartSequencePayload(action));
    }

    /// <summary>
    /// Takes a bulk action back: exactly what it changed, and nothing that somebody has changed since, which the results name. A partnership that it made is
    /// cancelled, a sequence that it started is stopped while no step of it was done.
    /// </summary>
    public static Task<UndoBulkActionPayload> UndoBulkAction(UndoBulkActionInput input, BulkStart start) => start.Undo(input);
}

/// <summary>Which influencers a bulk action means.</summary>
/// <param name="Ids">These, at most 5,000; of more than some 4,000 the request is too large unless the operator allows more bytes.</param>
/// <param name="Filter">Those that the list of influencers shows with this filter, at most 5,000.</param>
/// <param name="Query">And with these words in name, handles, niches, tags or agency.</param>
/// <param name="SegmentId">And who are in this segment at this moment.</param>
public sealed record BulkTargetInput(IReadOnlyList<NodeId<Influencer>>? Ids, InfluencerFilter? Filter, string? Query, NodeId<Segment>? SegmentId);

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
/// <param name="Owner">Who is in charge of the partnerships. Left out: of each the owner of its influencer or, without one, of the campaign.</param>
/// <param name="DryRun">Change nothing and say what would become of each.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record BulkAddToCampaignInput(BulkTargetInput Which, NodeId<Campaign> CampaignId, string? Owner, bool? DryRun, string? IdempotencyKey);

/// <summary>Which partnerships a bulk action means: ids, or filter and query, or inCampaign.</summary>
/// <param name="Ids">These, at most 5,000; of more than some 4,000 the request is too large unless the operator allows more bytes.</param>
/// <param name="Filter">Those that the list of partnerships shows with this filter, at most 5,000.</param>
/// <param name="Query">And with these words in the text of the influencer or the campaign.</param>
/// <param name="InCampaign">Those of influencers in one campaign.</param>
public sealed record BulkPartnershipsInput(IReadOnlyList<NodeId<Partnership>>? Ids, PartnershipFilter? Filter, string? Query, BulkInCampaignInput? InCampaign);

/// <summary>Influencers in one campaign. Those who are not in it are refused, which the results say.</summary>
/// <param name="CampaignId">Which campaign.</param>
/// <param name="Influencers">Which influencers.</param>
public sealed record BulkInCampaignInput(NodeId<Campaign> CampaignId, BulkTargetInput Influencers);

/// <summary>A sequence for many.</summary>
/// <param name="Which">Which partnerships.</param>
/// <param name="SequenceId">One that is not archived.</param>
/// <param name="DryRun">Change nothing and say what would become of each.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record BulkStartSequenceInput(BulkPartnershipsInput Which, NodeId<Sequence> SequenceId, bool? DryRun, string? IdempotencyKey);

/// <param name="BulkAction">The action under way; null when refused.</param>
public sealed record BulkStartSequencePayload(BulkAction? BulkAction) : Payload;

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
