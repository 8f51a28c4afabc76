using System.Collections.Immutable;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Outreach;
using CreatorCRM.Sequences;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class SequenceMutations
{
    /// <summary>Adds a sequence of outreach.</summary>
    public static async Task<CreateSequencePayload> CreateSequence(CreateSequenceInput input, Caller caller, IdGenerator ids, IGrainFactory grains,
        SequenceLoader sequences)
    {
        var context = caller.Command("createSequence", input.IdempotencyKey, input);
        var result = await grains.Sequence(caller, context.CommandId ?? ids.Next()).Create(new CreateSequence(input.Name, Steps(input.Steps)), context);
        return await result.ToPayload(created => new CreateSequencePayload(created), () => sequences.LoadAsync(result.Id).GetResultAsync());
    }

    /// <summary>Changes what is given of a sequence. New steps are for those it is started with later: what is under way goes on as it was.</summary>
    public static async Task<UpdateSequencePayload> UpdateSequence(UpdateSequenceInput input, Caller caller, IGrainFactory grains, SequenceLoader sequences)
    {
        var context = caller.Command("updateSequence", input.IdempotencyKey, input, input.ExpectedVersion);
        var changes = new SequenceChanges { Name = input.Name, Steps = input.Steps is { } steps ? Steps(steps) : null };
        var result = await grains.Sequence(caller, input.SequenceId.Key).Update(changes, context);
        return await result.ToPayload(updated => new UpdateSequencePayload(updated), () => sequences.LoadAsync(result.Id).GetResultAsync());
    }

    /// <summary>Puts a sequence away, so that it is not started any more, or takes it back. What is under way goes on.</summary>
    public static async Task<ArchiveSequencePayload> ArchiveSequence(ArchiveSequenceInput input, Caller caller, IGrainFactory grains, SequenceLoader sequences)
    {
        var context = caller.Command("archiveSequence", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Sequence(caller, input.SequenceId.Key).Archive(new ArchiveSequence(input.Archived ?? true), context);
        return await result.ToPayload(archived => new ArchiveSequencePayload(archived), () => sequences.LoadAsync(result.Id).GetResultAsync());
    }

    private static ISequenceGrain Sequence(this IGrainFactory grains, Caller caller, string id) => grains.GetGrain<ISequenceGrain>(caller.Key(id).ToString());

    private static ImmutableArray<Sequences.SequenceStep> Steps(IReadOnlyList<SequenceStepInput> steps) =>
        steps.ToList(step => new Sequences.SequenceStep(step.WaitDays, step.Channel, step.TemplateId?.Key, step.Task));
}

/// <summary>One step: either a message from a template, with its channel, or something to do in words.</summary>
/// <param name="WaitDays">So many times 24 hours after the step before was done or skipped it is due, 0 to 365; the first one after the start.</param>
/// <param name="Channel">By which means a message goes out. Needed with a template; a task in words without it logs no message.</param>
/// <param name="TemplateId">The text of the message.</param>
/// <param name="Task">What to do, at most 500 characters.</param>
public sealed record SequenceStepInput(int WaitDays, OutreachChannel? Channel, NodeId<MessageTemplate>? TemplateId, string? Task);

/// <summary>A new sequence.</summary>
/// <param name="Name">Up to 200 characters.</param>
/// <param name="Steps">What is done, in this order, 1 to 50.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record CreateSequenceInput(string Name, IReadOnlyList<SequenceStepInput> Steps, string? IdempotencyKey);

/// <summary>New values for a sequence. What is left out stays as it is.</summary>
/// <param name="SequenceId">Which sequence.</param>
/// <param name="Name">Up to 200 characters.</param>
/// <param name="Steps">All steps anew, 1 to 50.</param>
/// <param name="ExpectedVersion">Refuse when the sequence is at another version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record UpdateSequenceInput(NodeId<Sequence> SequenceId, string? Name, IReadOnlyList<SequenceStepInput>? Steps, int? ExpectedVersion,
    string? IdempotencyKey);

/// <summary>A sequence to put away.</summary>
/// <param name="SequenceId">Which sequence.</param>
/// <param name="Archived">False takes it back; true when left out.</param>
/// <param name="ExpectedVersion">Refuse when the sequence is at another version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record ArchiveSequenceInput(NodeId<Sequence> SequenceId, bool? Archived, int? ExpectedVersion, string? IdempotencyKey);

/// <param name="Sequence">The sequence as it is now; null when refused.</param>
public sealed record CreateSequencePayload(Sequence? Sequence) : Payload;

/// <param name="Sequence">The sequence as it is now; null when refused.</param>
public sealed record UpdateSequencePayload(Sequence? Sequence) : Payload;

/// <param name="Sequence">The sequence as it is now; null when refused.</param>
public sealed record ArchiveSequencePayload(Sequence? Sequence) : Payload;
