using CreatorCRM.Access;
using CreatorCRM.Deliverables;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class DeliverableMutations
{
    /// <summary>Plans a piece of content.</summary>
    public static async Task<AddDeliverablePayload> AddDeliverable(
        AddDeliverableInput input, Caller caller, IGrainFactory grains, DeliverableLoader deliverables, PartnershipLoader partnerships)
    {
        var context = caller.Command("addDeliverable", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Partnership(caller, input.PartnershipId.Key).AddDeliverable(new AddDeliverable(input.Kind, input.DueOn, input.Note), context);
        return await result.ToPayload(deliverables, partnerships, (deliverable, partnership) => new AddDeliverablePayload(deliverable, partnership));
    }

    /// <summary>
    /// Plans what the contract in force asks for and is not there yet: of each format and due day as many as were agreed. It happens by itself when the
    /// contract comes into force, and doing it again adds nothing. An amendment that agrees on another day moves what was planned to that day; a renewal asks
    /// for content of its own.
    /// </summary>
    public static async Task<PlanDeliverablesPayload> PlanDeliverables(PlanDeliverablesInput input, Caller caller, IGrainFactory grains,
        PartnershipLoader partnerships)
    {
        var context = caller.Command("planDeliverables", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Partnership(caller, input.PartnershipId.Key).PlanDeliverables(new PlanDeliverables(), context);
        return await result.ToPayload(partnerships, partnership => new PlanDeliverablesPayload(partnership));
    }

    /// <summary>
    /// Hands a draft in, as a link or as text. It may take the place of an earlier one. The first one moves a partnership that is CONTRACTED to IN_PRODUCTION.
    /// </summary>
    public static async Task<SubmitDraftPayload> SubmitDraft(
        SubmitDraftInput input, Caller caller, IGrainFactory grains, DeliverableLoader deliverables, PartnershipLoader partnerships)
    {
        var context = caller.Command("submitDraft", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.DeliverableId);
        var command = new SubmitDraft(part.Number, input.Url?.OriginalString, input.Text, input.Note);
        var result = await grains.Partnership(caller, part.Partnership).SubmitDraft(command, context);
        return await result.ToPayload(deliverables, partnerships, (deliverable, partnership) => new SubmitDraftPayload(deliverable, partnership));
    }

    /// <summary>Says what is to be changed in the latest draft.</summary>
    public static async Task<RequestChangesPayload> RequestChanges(
        RequestChangesInput input, Caller caller, IGrainFactory grains, DeliverableLoader deliverables, PartnershipLoader partnerships)
    {
        var context = caller.Command("requestChanges", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.DeliverableId);
        var command = new RequestChanges(part.Number, input.Comments.ToList(comment => new ReviewComment(comment.Text, comment.Place)));
        var result = await grains.Partnership(caller, part.Partnership).RequestChanges(command, context);
        return await result.ToPayload(deliverables, partnerships, (deliverable, partnership) => new RequestChangesPayload(deliverable, partnership));
    }

    /// <summary>Says that the content may go online: the latest draft, or without any what was agreed elsewhere.</summary>
    public static async Task<ApproveDraftPayload> ApproveDraft(
        ApproveDraftInput input, Caller caller, IGrainFactory grains, DeliverableLoader deliverables, PartnershipLoader partnerships)
    {
        var context = caller.Command("approveDraft", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.DeliverableId);
        var result = await grains.Partnership(caller, part.Partnership).ApproveDraft(new ApproveDraft(part.Number, input.Note), context);
        return await result.ToPayload(deliverables, partnerships, (deliverable, partnership) => new ApproveDraftPayload(deliverable, partnership));
    }

    /// <summary>Says that a deliverable is not wanted any more, unless it is online.</summary>
    public static async Task<CancelDeliverablePayload> CancelDeliverable(
        CancelDeliverableInput input, Caller caller, IGrainFactory grains, DeliverableLoader deliverables, PartnershipLoader partnerships)
    {
        var context = caller.Command("cancelDeliverable", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.DeliverableId);
        var result = await grains.Partnership(caller, part.Partnership).CancelDeliverable(new CancelDeliverable(part.Number, input.Reason), context);
        return await result.ToPayload(deliverables, partnerships, (deliverable, partnership) => new CancelDeliverablePayload(deliverable, partnership));
    }
}

/// <param name="Deliverable">What was planned; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record AddDeliverablePayload(Deliverable? Deliverable, Partnership? Partnership) : Payload;

/// <param name="Partnership">The partnership as it is now, with its deliverables; null when refused.</param>
public sealed record PlanDeliverablesPayload(Partnership? Partnership) : Payload;

/// <param name="Deliverable">The deliverable as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record SubmitDraftPayload(Deliverable? Deliverable, Partnership? Partnership) : Payload;

/// <param name="Deliverable">The deliverable as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record RequestChangesPayload(Deliverable? Deliverable, Partnership? Partnership) : Payload;

/// <param name="Deliverable">The deliverable as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record ApproveDraftPayload(Deliverable? Deliverable, Partnership? Partnership) : Payload;

/// <param name="Deliverable">The deliverable as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record CancelDeliverablePayload(Deliverable? Deliverable, Partnership? Partnership) : Payload;
