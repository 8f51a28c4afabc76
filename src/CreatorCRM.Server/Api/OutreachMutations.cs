using CreatorCRM.Access;
using CreatorCRM.Outreach;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Templates;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class OutreachMutations
{
    /// <summary>
    /// Records a message or meeting; nothing is sent from here. The first one out moves the partnership to CONTACTED, the first one in to REPLIED.
    /// </summary>
    public static async Task<LogOutreachPayload> LogOutreach(
        LogOutreachInput input, Caller caller, IGrainFactory grains, MessageRendering rendering, OutreachMessageLoader messages, PartnershipLoader partnerships,
        CancellationToken cancellation)
    {
        if (input is { TemplateId: not null, Direction: OutreachDirection.In }) throw InputError.At("A template is for what goes out.", "input", "templateId");
        var context = caller.Command("logOutreach", input.IdempotencyKey, input, input.ExpectedVersion);
        var command = new LogOutreach(input.Direction, input.Channel, input.Subject, input.Body, input.OccurredAt, input.FollowUpAt);
        if (input.TemplateId is { } template)
        {
            var filled = await rendering.Fill(caller.Workspace, template.Key, input.PartnershipId.Key, input.Subject, input.Body, cancellation);
            command = command with
            {
                Subject = filled.Subject,
                Body = filled.Body,
                Template = filled.TemplateId,
                TemplateVersion = filled.TextVersion,
                Unfilled = filled.Refusal
            };
        }
        var result = await grains.Partnership(caller, input.PartnershipId.Key).LogOutreach(command, context);
        return await result.ToPayload(messages, partnerships, (message, partnership) => new LogOutreachPayload(message, partnership));
    }

    /// <summary>Records a meeting in person, for which the brand had come or the influencer; a follow-up can be planned at once.</summary>
    public static async Task<LogMeetingPayload> LogMeeting(LogMeetingInput input, Caller caller, IGrainFactory grains, OutreachMessageLoader messages,
        PartnershipLoader partnerships)
    {
        var context = caller.Command("logMeeting", input.IdempotencyKey, input, input.ExpectedVersion);
        var command = new LogOutreach(
            OutreachDirection.Out, OutreachChannel.InPerson, input.Subject, input.Notes, input.OccurredAt, input.FollowUpAt, input.Place,
            input.Participants.ToList(name => name));
        var result = await grains.Partnership(caller, input.PartnershipId.Key).LogOutreach(command, context);
        return await result.ToPayload(messages, partnerships, (message, partnership) => new LogMeetingPayload(message, partnership));
    }

    /// <summary>Plans to get in touch again.</summary>
    public static async Task<ScheduleFollowUpPayload> ScheduleFollowUp(
        ScheduleFollowUpInput input, Caller caller, IGrainFactory grains, FollowUpLoader followUps, PartnershipLoader partnerships)
    {
        var context = caller.Command("scheduleFollowUp", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Partnership(caller, input.PartnershipId.Key).ScheduleFollowUp(new ScheduleFollowUp(input.DueAt, input.Note), context);
        return await result.ToPayload(followUps, partnerships, (followUp, partnership) => new ScheduleFollowUpPayload(followUp, partnership));
    }

    /// <summary>Says that a follow-up was done. One that was done before stays as it is.</summary>
    public static async Task<CompleteFollowUpPayload> CompleteFollowUp(
        CompleteFollowUpInput input, Caller caller, IGrainFactory grains, FollowUpLoader followUps, PartnershipLoader partnerships)
    {
        var context = caller.Command("completeFollowUp", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.FollowUpId);
        var result = await grains.Partnership(caller, part.Partnership).CompleteFollowUp(new CompleteFollowUp(part.Number), context);
        return await result.ToPayload(followUps, partnerships, (followUp, partnership) => new CompleteFollowUpPayload(followUp, partnership));
    }
}

/// <summary>A message or meeting to record.</summary>
/// <param name="Direction">OUT: from the brand to the influencer. IN: the other way.</param>
/// <param name="Channel">By which means.</param>
/// <param name="Subject">What it was about, at most 500 characters.</param>
/// <param name="Body">What was said, at most 100,000 characters.</param>
/// <param name="OccurredAt">Now when left out. Until tomorrow.</param>
/// <param name="FollowUpAt">When to get in touch again; nothing is scheduled when left out.</param>
/// <param name="TemplateId">Takes subject and body from a template, filled with what is known of the partnership; what is given of them goes before it. Nothing
/// is sent.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="PartnershipId">Which partnership it belongs to.</param>
public sealed record LogOutreachInput(
    NodeId<Partnership> PartnershipId, OutreachDirection Direction, OutreachChannel Channel, string? Subject, string? Body, DateTimeOffset? OccurredAt,
    DateTimeOffset? FollowUpAt,
    NodeId<MessageTemplate>? TemplateId, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>A meeting in person to record.</summary>
/// <param name="PartnershipId">Which partnership it belongs to.</param>
/// <param name="OccurredAt">When it was; now when left out. Until tomorrow.</param>
/// <param name="Place">Where it was, at most 500 characters.</param>
/// <param name="Participants">Who was there, by name, at most 100.</param>
/// <param name="Subject">What it was about, at most 500 characters.</param>
/// <param name="Notes">What was said, at most 100,000 characters.</param>
/// <param name="FollowUpAt">When to get in touch again; nothing is scheduled when left out.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record LogMeetingInput(
    NodeId<Partnership> PartnershipId, DateTimeOffset? OccurredAt, string? Place, IReadOnlyList<string>? Participants, string? Subject, string? Notes,
    DateTimeOffset? FollowUpAt,
    int? ExpectedVersion, string? IdempotencyKey);

/// <summary>When to get in touch again.</summary>
/// <param name="DueAt">At most ten years from now.</param>
/// <param name="Note">What to do then, at most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="PartnershipId">Which partnership it belongs to.</param>
public sealed record ScheduleFollowUpInput(NodeId<Partnership> PartnershipId, DateTimeOffset DueAt, string? Note, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>A follow-up that was done.</summary>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="FollowUpId">Which follow-up.</param>
public sealed record CompleteFollowUpInput(NodeId<FollowUp> FollowUpId, int? ExpectedVersion, string? IdempotencyKey);

/// <param name="OutreachMessage">What was recorded; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record LogOutreachPayload(OutreachMessage? OutreachMessage, Partnership? Partnership) : Payload;

/// <param name="OutreachMessage">What was recorded; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record LogMeetingPayload(OutreachMessage? OutreachMessage, Partnership? Partnership) : Payload;

/// <param name="FollowUp">The follow-up as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record ScheduleFollowUpPayload(FollowUp? FollowUp, Partnership? Partnership) : Payload;

/// <param name="FollowUp">The follow-up as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record CompleteFollowUpPayload(FollowUp? FollowUp, Partnership? Partnership) : Payload;
