using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Outreach;
using CreatorCRM.Sequences;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Tasks;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class TaskMutations
{
    /// <summary>Writes down what somebody has to do.</summary>
    public static async Task<CreateTaskPayload> CreateTask(CreateTaskInput input, Caller caller, IdGenerator ids, IGrainFactory grains, TaskLoader tasks)
    {
        var context = caller.Command("createTask", input.IdempotencyKey, input);
        var about = new TaskAbout(input.InfluencerId?.Key, input.CampaignId?.Key, input.PartnershipId?.Key);
        var result = await grains.Task(caller, context.CommandId ?? ids.Next())
            .Create(new CreateTask(input.Title, input.Note, input.DueAt, input.Assignee, about), context);
        return await result.ToPayload(created => new CreateTaskPayload(created), () => tasks.LoadAsync(result.Id).GetResultAsync());
    }

    /// <summary>Says that a task, a follow-up or the step of a sequence was done; a step with a template logs its message as the template says it.</summary>
    public static async Task<CompleteTaskPayload> CompleteTask(
        CompleteTaskInput input, Caller caller, IGrainFactory grains, SequenceSteps steps, TaskLoader tasks, CancellationToken cancellation)
    {
        var (id, context) = (input.TaskId.Key, caller.Command("completeTask", input.IdempotencyKey, input));
        var result = Step(id) is { } step
            ? await steps.Complete(step.Partnership, new CompleteSequenceStep(step.Run, step.Step, null, null, null, null), context, cancellation)
            : FollowUp(id) is { } part
            ? await grains.Partnership(caller, part.Partnership).CompleteFollowUp(new CompleteFollowUp(part.Number), context)
            : await grains.Task(caller, id).Complete(context);
        return await result.OfTask().ToPayload(done => new CompleteTaskPayload(done), () => tasks.LoadAsync(id).GetResultAsync());
    }

    /// <summary>Says that a task or follow-up need not be done any more; a step of a sequence is skipped.</summary>
    public static async Task<DismissTaskPayload> DismissTask(DismissTaskInput input, Caller caller, IGrainFactory grains, TaskLoader tasks)
    {
        var (id, context) = (input.TaskId.Key, caller.Command("dismissTask", input.IdempotencyKey, input));
        var result = Step(id) is { } step
            ? await grains.Partnership(caller, step.Partnership).SkipSequenceStep(new SkipSequenceStep(step.Run, step.Step, input.Reason), context)
            : FollowUp(id) is { } part
            ? await grains.Partnership(caller, part.Partnership).DismissFollowUp(new DismissFollowUp(part.Number, input.Reason), context)
            : await grains.Task(caller, id).Dismiss(new DismissTask(input.Reason), context);
        return await result.OfTask().ToPayload(dismissed => new DismissTaskPayload(dismissed), () => tasks.LoadAsync(id).GetResultAsync());
    }

    /// <summary>Moves a task or follow-up to another time. A step of a sequence stays due by its wait, and can be done later.</summary>
    public static async Task<RescheduleTaskPayload> RescheduleTask(RescheduleTaskInput input, Caller caller, IGrainFactory grains, TaskLoader tasks)
    {
        var (id, context) = (input.TaskId.Key, caller.Command("rescheduleTask", input.IdempotencyKey, input));
        if (Step(id) is not null)
            return new RescheduleTaskPayload(null)
                .Refused(new Refusal(RefusalCode.IllegalTaskKind, "When a step is due follows from the sequence. It can be done later, or be dismissed.",
                    "taskId"));
        var result = FollowUp(id) is { } part
            ? await grains.Partnership(caller, part.Partnership).RescheduleFollowUp(new RescheduleFollowUp(part.Number, input.DueAt), context)
            : await grains.Task(caller, id).Reschedule(new RescheduleTask(input.DueAt), context);
        return await result.OfTask().ToPayload(moved => new RescheduleTaskPayload(moved), () => tasks.LoadAsync(id).GetResultAsync());
    }

    /// <summary>
    /// Gives a task to somebody else, or to nobody. A follow-up or a step of a sequence stays with who is in charge of its partnership, which updatePartnership
    /// changes.
    /// </summary>
    public static async Task<ReassignTaskPayload> ReassignTask(ReassignTaskInput input, Caller caller, IGrainFactory grains, TaskLoader tasks)
    {
        var (id, context) = (input.TaskId.Key, caller.Command("reassignTask", input.IdempotencyKey, input));
        if (FollowUp(id) is not null || Step(id) is not null)
            return new ReassignTaskPayload(null)
                .Refused(new Refusal(RefusalCode.IllegalTaskKind,
                    "This is with who is in charge of the partnership. Put somebody else in charge with updatePartnership.", "taskId"));
        var result = await grains.Task(caller, id).Reassign(new ReassignTask(input.Assignee), context);
        return await result.ToPayload(given => new ReassignTaskPayload(given), () => tasks.LoadAsync(id).GetResultAsync());
    }

    private static IWorkTaskGrain Task(this IGrainFactory grains, Caller caller, string id) => grains.GetGrain<IWorkTaskGrain>(caller.Key(id).ToString());

    private static (string Partnership, string Number)? FollowUp(string task) => Partnerships.Partnership.FollowUpOf(task);

    private static (string Partnership, string Run, int Step)? Step(string task) => Partnerships.Partnership.SequenceStepOf(task);

    // Clients of tasks know nothing of the ids of follow-ups and sequences.
    private static CommandResult OfTask(this CommandResult result) =>
        result with { Refusals = [.. result.Refusals.Select(OfTask)] };

    private static Refusal OfTask(Refusal refusal) =>
        refusal.Field is "followUpId" or "sequenceRunId" or "step" or "body" ? refusal with { Field = "taskId" } : refusal;
}

/// <summary>Something to do.</summary>
/// <param name="Title">What to do, up to 200 characters.</param>
/// <param name="Note">The same in more words, at most 10,000 characters.</param>
/// <param name="DueAt">At most ten years from now.</param>
/// <param name="Assignee">Who is to do it.</param>
/// <param name="InfluencerId">The influencer it is about.</param>
/// <param name="CampaignId">The campaign it is about.</param>
/// <param name="PartnershipId">The partnership it is about.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record CreateTaskInput(
    string Title, string? Note, DateTimeOffset DueAt, string? Assignee, NodeId<Influencer>? InfluencerId, NodeId<Campaign>? CampaignId,
    NodeId<Partnership>? PartnershipId, string? IdempotencyKey);

/// <summary>A task that was done.</summary>
/// <param name="TaskId">Which task.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record CompleteTaskInput(NodeId<WorkTask> TaskId, string? IdempotencyKey);

/// <summary>A task that need not be done.</summary>
/// <param name="TaskId">Which task.</param>
/// <param name="Reason">Why, at most 1,000 characters.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record DismissTaskInput(NodeId<WorkTask> TaskId, string? Reason, string? IdempotencyKey);

/// <summary>A task for another time.</summary>
/// <param name="TaskId">Which task.</param>
/// <param name="DueAt">At most ten years from now.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record RescheduleTaskInput(NodeId<WorkTask> TaskId, DateTimeOffset DueAt, string? IdempotencyKey);

/// <summary>A task for somebody else.</summary>
/// <param name="TaskId">Which task.</param>
/// <param name="Assignee">Who is to do it; nobody when left out.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record ReassignTaskInput(NodeId<WorkTask> TaskId, string? Assignee, string? IdempotencyKey);

/// <param name="Task">The task as it is now; null when refused.</param>
public sealed record CreateTaskPayload(WorkTask? Task) : Payload;

/// <param name="Task">The task as it is now; null when refused.</param>
public sealed record CompleteTaskPayload(WorkTask? Task) : Payload;

/// <param name="Task">The task as it is now; null when refused.</param>
public sealed record DismissTaskPayload(WorkTask? Task) : Payload;

/// <param name="Task">The task as it is now; null when refused.</param>
public sealed record RescheduleTaskPayload(WorkTask? Task) : Payload;

/// <param name="Task">The task as it is now; null when refused.</param>
public sealed record ReassignTaskPayload(WorkTask? Task) : Payload;
