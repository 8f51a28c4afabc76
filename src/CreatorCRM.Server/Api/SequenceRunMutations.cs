using CreatorCRM.Access;
using CreatorCRM.Outreach;
using CreatorCRM.Sequences;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class SequenceRunMutations
{
    /// <summary>
    /// Starts a sequence in a partnership that is SHORTLISTED or CONTACTED, and whose campaign is DRAFT or ACTIVE. Its steps come up as tasks when they are due.
    /// A reply, an opt-out, a decline, or another stage than its own messages lead to stops it.
    /// </summary>
    public static async Task<StartSequencePayload> StartSequence(StartSequenceInput input, Caller caller, IGrainFactory grains, SequenceRunLoader runs,
        PartnershipLoader partnerships)
    {
        var context = caller.Command("startSequence", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Partnership(caller, input.PartnershipId.Key)
            .StartSequence(new StartSequence(input.SequenceId.Key, input.Replace ?? false), context);
        return await result.ToPayload(runs, partnerships, (run, partnership) => new StartSequencePayload(run, partnership));
    }

    /// <summary>
    /// Says that the step that is next was done. A message is logged with it, from its template unless a text is given; nothing is sent from here. The step
    /// after it is due when its wait has passed.
    /// </summary>
    public static async Task<CompleteSequenceStepPayload> CompleteSequenceStep(
        CompleteSequenceStepInput input, Caller caller, SequenceSteps steps, SequenceRunLoader runs, PartnershipLoader partnerships,
        CancellationToken cancellation)
    {
        var context = caller.Command("completeSequenceStep", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.SequenceRunId);
        var result = await steps.Complete(part.Partnership,
            new CompleteSequenceStep(part.Number, input.Step, input.Channel, input.Subject, input.Body, input.OccurredAt), context, cancellation);
        return await result.ToPayload(runs, partnerships, (run, partnership) => new CompleteSequenceStepPayload(run, partnership));
    }

    /// <summary>Leaves the step out that is next, and goes on with the one after it.</summary>
    public static async Task<SkipSequenceStepPayload> SkipSequenceStep(
        SkipSequenceStepInput input, Caller caller, IGrainFactory grains, SequenceRunLoader runs, PartnershipLoader partnerships)
    {
        var context = caller.Command("skipSequenceStep", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.SequenceRunId);
        var result = await grains.Partnership(caller, part.Partnership).SkipSequenceStep(new SkipSequenceStep(part.Number, input.Step, input.Reason), context);
        return await result.ToPayload(runs, partnerships, (run, partnership) => new SkipSequenceStepPayload(run, partnership));
    }

    /// <summary>Ends a sequence in a partnership before its last step. One that was stopped before stays as it is.</summary>
    public static async Task<StopSequencePayload> StopSequence(StopSequenceInput input, Caller caller, IGrainFactory grains, SequenceRunLoader runs,
        PartnershipLoader partnerships)
    {
        var context = caller.Command("stopSequence", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.SequenceRunId);
        var result = await grains.Partnership(caller, part.Partnership).StopSequence(new StopSequence(part.Number, input.Note), context);
        return await result.ToPayload(runs, partnerships, (run, partnership) => new StopSequencePayload(run, partnership));
    }
}

/// <summary>A sequence for a partnership.</summary>
/// <param name="PartnershipId">Which partnership.</param>
/// <param name="SequenceId">One that is not archived.</param>
/// <param name="Replace">Stop the one that is under way instead of being refused.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record StartSequenceInput(NodeId<Partnership> PartnershipId, NodeId<Sequence> SequenceId, bool? Replace, int? ExpectedVersion,
    string? IdempotencyKey);

/// <summary>A step that was done.</summary>
/// <param name="SequenceRunId">The sequence in its partnership.</param>
/// <param name="Step">The number of the step that is next; refused when another one is, so that nothing is logged twice.</param>
/// <param name="Channel">By which means the message went out; the step's when left out. A task in words without one logs no message.</param>
/// <param name="Subject">What the message was about, at most 500 characters; the template's when left out.</param>
/// <param name="Body">What was said, at most 100,000 characters; the template's when left out.</param>
/// <param name="OccurredAt">When it was done, from which the next step counts; now when left out. Until tomorrow.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record CompleteSequenceStepInput(
    NodeId<SequenceRun> SequenceRunId, int Step, OutreachChannel? Channel, string? Subject, string? Body, DateTimeOffset? OccurredAt, int? ExpectedVersion,
    string? IdempotencyKey);

/// <summary>A step to leave out.</summary>
/// <param name="SequenceRunId">The sequence in its partnership.</param>
/// <param name="Step">The number of the step that is next; refused when another one is.</param>
/// <param name="Reason">Why, at most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record SkipSequenceStepInput(NodeId<SequenceRun> SequenceRunId, int Step, string? Reason, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>A sequence to end.</summary>
/// <param name="SequenceRunId">The sequence in its partnership.</param>
/// <param name="Note">Why, at most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record StopSequenceInput(NodeId<SequenceRun> SequenceRunId, string? Note, int? ExpectedVersion, string? IdempotencyKey);

/// <param name="SequenceRun">What was started; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record StartSequencePayload(SequenceRun? SequenceRun, Partnership? Partnership) : Payload;

/// <param name="SequenceRun">The sequence in the partnership as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record CompleteSequenceStepPayload(SequenceRun? SequenceRun, Partnership? Partnership) : Payload;

/// <param name="SequenceRun">The sequence in the partnership as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record SkipSequenceStepPayload(SequenceRun? SequenceRun, Partnership? Partnership) : Payload;

/// <param name="SequenceRun">The sequence in the partnership as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record StopSequencePayload(SequenceRun? SequenceRun, Partnership? Partnership) : Payload;
