using CreatorCRM.Access;
using CreatorCRM.Deliverables;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class PublicationMutations
{
    /// <summary>
    /// Records that a deliverable is online, and checks its disclosure. The partnership is PUBLISHED once everything that is wanted is online.
    /// </summary>
    public static async Task<RecordPublicationPayload> RecordPublication(
        RecordPublicationInput input, Caller caller, IGrainFactory grains, DeliverableLoader deliverables, PartnershipLoader partnerships,
        HomeCountry home, TimeProvider time)
    {
        var context = caller.Command("recordPublication", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.DeliverableId);
        var post = new PublishedPost(input.Url.OriginalString, PostTexts.Of(input.Caption, input.Slides) ?? [], input.PublishedAt ?? time.GetUtcNow(),
            input.PlatformLabel);
        var command = new RecordPublication(part.Number, post, input.Country?.Code, await home.Of(part.Partnership));
        var result = await grains.Partnership(caller, part.Partnership).RecordPublication(command, context);
        return await result.ToPayload(deliverables, partnerships, (deliverable, partnership) => new RecordPublicationPayload(deliverable, partnership));
    }

    /// <summary>Records a change of a post that is online, and checks its disclosure again. It needs another verification then.</summary>
    public static async Task<UpdatePublicationPayload> UpdatePublication(
        UpdatePublicationInput input, Caller caller, IGrainFactory grains, DeliverableLoader deliverables, PartnershipLoader partnerships,
        HomeCountry home)
    {
        var context = caller.Command("updatePublication", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.DeliverableId);
        var command = new UpdatePublication(
            part.Number, input.Url?.OriginalString, PostTexts.Of(input.Caption, input.Slides), input.PublishedAt, input.PlatformLabel, input.Country?.Code,
            await home.Of(part.Partnership));
        var result = await grains.Partnership(caller, part.Partnership).UpdatePublication(command, context);
        return await result.ToPayload(deliverables, partnerships, (deliverable, partnership) => new UpdatePublicationPayload(deliverable, partnership));
    }

    /// <summary>Checks the disclosure of a post as it is recorded now. A check that finds the same again is not recorded anew.</summary>
    public static async Task<CheckDisclosurePayload> CheckDisclosure(
        CheckDisclosureInput input, Caller caller, IGrainFactory grains, DeliverableLoader deliverables, PartnershipLoader partnerships,
        HomeCountry home)
    {
        var context = caller.Command("checkDisclosure", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.DeliverableId);
        var command = new CheckDisclosure(part.Number, input.Country?.Code, await home.Of(part.Partnership));
        var result = await grains.Partnership(caller, part.Partnership).CheckDisclosure(command, context);
        return await result.ToPayload(deliverables, partnerships, (deliverable, partnership) => new CheckDisclosurePayload(deliverable, partnership));
    }

    /// <summary>
    /// Decides by hand whether a post complies whose check came out UNCLEAR. The verdict stays beside it, and another check takes the decision back.
    /// </summary>
    public static async Task<DecideDisclosurePayload> DecideDisclosure(
        DecideDisclosureInput input, Caller caller, IGrainFactory grains, DeliverableLoader deliverables, PartnershipLoader partnerships)
    {
        var context = caller.Command("decideDisclosure", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.DeliverableId);
        var command = new DecideDisclosure(part.Number, input.Outcome, input.Reason);
        var result = await grains.Partnership(caller, part.Partnership).DecideDisclosure(command, context);
        return await result.ToPayload(deliverables, partnerships, (deliverable, partnership) => new DecideDisclosurePayload(deliverable, partnership));
    }

    /// <summary>Records that you looked: a post is online and as agreed. One whose disclosure is NOT_COMPLIANT is refused unless you say why.</summary>
    public static async Task<VerifyDeliverablePayload> VerifyDeliverable(
        VerifyDeliverableInput input, Caller caller, IGrainFactory grains, DeliverableLoader deliverables, PartnershipLoader partnerships)
    {
        var context = caller.Command("verifyDeliverable", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.DeliverableId);
        var command = new VerifyDeliverable(part.Number, input.Note, input.OverrideReason);
        var result = await grains.Partnership(caller, part.Partnership).VerifyDeliverable(command, context);
        return await result.ToPayload(deliverables, partnerships, (deliverable, partnership) => new VerifyDeliverablePayload(deliverable, partnership));
    }

    /// <summary>Records the figures of a post at one moment. Those of the past go into the history only.</summary>
    public static async Task<RecordDeliverableMetricsPayload> RecordDeliverableMetrics(
        RecordDeliverableMetricsInput input, Caller caller, IGrainFactory grains, DeliverableLoader deliverables, PartnershipLoader partnerships)
    {
        var context = caller.Command("recordDeliverableMetrics", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.DeliverableId);
        var figures = new DeliverableFigures(input.Impressions, input.Reach, input.Likes, input.Comments, input.Shares, input.Saves, input.Views,
            input.LinkClicks);
        var command = new RecordDeliverableMetrics(part.Number, figures, input.TakenAt);
        var result = await grains.Partnership(caller, part.Partnership).RecordDeliverableMetrics(command, context);
        return await result.ToPayload(deliverables, partnerships, (deliverable, partnership) => new RecordDeliverableMetricsPayload(deliverable, partnership));
    }
}

/// <param name="Deliverable">The deliverable as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record RecordPublicationPayload(Deliverable? Deliverable, Partnership? Partnership) : Payload;

/// <param name="Deliverable">The deliverable as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record UpdatePublicationPayload(Deliverable? Deliverable, Partnership? Partnership) : Payload;

/// <param name="Deliverable">The deliverable as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record CheckDisclosurePayload(Deliverable? Deliverable, Partnership? Partnership) : Payload;

/// <param name="Deliverable">The deliverable as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record DecideDisclosurePayload(Deliverable? Deliverable, Partnership? Partnership) : Payload;

/// <param name="Deliverable">The deliverable as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record VerifyDeliverablePayload(Deliverable? Deliverable, Partnership? Partnership) : Payload;

/// <param name="Deliverable">The deliverable as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record RecordDeliverableMetricsPayload(Deliverable? Deliverable, Partnership? Partnership) : Payload;
