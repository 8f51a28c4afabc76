using CreatorCRM.Access;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Sequences;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Templates;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>
/// A sequence in a partnership, with the name and the steps that it had when it was started. A reply, an opt-out, a decline or another stage stops it.
/// </summary>
[Requires(Scope.RelationshipsRead)]
public sealed class SequenceRun(SequenceRunRow row, Past? past = null) : INode
{
    public NodeId Id => NodeId.Of<SequenceRun>(row.Id);

    /// <summary>The sequence that it was started from, as it is now.</summary>
    public IDataLoaderResult<Sequence> Sequence(SequenceLoader loader) => loader.LoadExisting(row.SequenceId);

    /// <summary>As the sequence was called then.</summary>
    public string Name => row.Name;

    /// <summary>Where it stands.</summary>
    public SequenceRunStatus Status => row.Status;

    /// <summary>Why it ended before its last step; null when it did not.</summary>
    public SequenceStopReason? StopReason => row.StopReason;

    /// <summary>The same in words, when it was stopped by hand.</summary>
    public string? StopNote => row.StopNote;

    /// <summary>The steps in their order, at most 50.</summary>
    public IReadOnlyList<SequenceRunStep> Steps =>
        [.. CrmJson.Read<List<Sequences.SequenceRunStep>>(row.Steps).Select(step => new SequenceRunStep(step, row, past))];

    /// <summary>The step to do once it is due; null when it is over.</summary>
    public SequenceRunStep? NextStep => row.NextStep is { } next ? Steps[next - 1] : null;

    /// <summary>The name of who started it.</summary>
    public string StartedBy => row.StartedBy;

    /// <summary>When it was started.</summary>
    public DateTimeOffset StartedAt => row.StartedAt;

    /// <summary>When it came to its end; null while it is under way.</summary>
    public DateTimeOffset? EndedAt => row.EndedAt;

    /// <summary>The partnership it belongs to.</summary>
    public IDataLoaderResult<Partnership> Partnership(PartnershipLoader loader) => loader.LoadExisting(row.PartnershipId, past?.At);
}

/// <summary>One step of a sequence in a partnership.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class SequenceRunStep(Sequences.SequenceRunStep step, SequenceRunRow run, Past? past)
{
    /// <summary>Counts the steps, from 1.</summary>
    public int Number => step.Number;

    /// <summary>Where it stands.</summary>
    public SequenceStepStatus Status => step.Status;

    /// <summary>By which means a message goes out; null when the step logs none.</summary>
    public OutreachChannel? Channel => step.Step.Channel;

    /// <summary>The text of the message; null for a task in words.</summary>
    public IDataLoaderResult<MessageTemplate?> Template(MessageTemplateLoader loader) => loader.Load(step.Step.Template);

    /// <summary>What to do; null for a message from a template.</summary>
    public string? Task => step.Step.Task;

    /// <summary>When it is due; null before its turn.</summary>
    public DateTimeOffset? DueAt => step.DueAt;

    /// <summary>When it was done, skipped or dropped.</summary>
    public DateTimeOffset? ClosedAt => step.ClosedAt;

    /// <summary>The message as it would go out now; null when the step is not next, or is a task in words.</summary>
    public IDataLoaderResult<MessagePreview?> Preview(SequencePreviews loader) =>
        past is null && step is { Status: SequenceStepStatus.Next, Step.Template: { } template }
            ? loader.LoadAsync((template, run.PartnershipId))
            : Loaded.Nothing<MessagePreview>();

    /// <summary>The message that was logged with it; null when none was.</summary>
    public IDataLoaderResult<OutreachMessage?> Message(OutreachMessageLoader loader) =>
        step.Message is { } number ? loader.LoadAsync($"{run.PartnershipId}.{number}") : Loaded.Nothing<OutreachMessage>();
}

[Extends(typeof(Partnership))]
[Requires(Scope.RelationshipsRead)]
public static class PartnershipSequences
{
    /// <summary>The sequence that is under way; null when none is.</summary>
    public static IDataLoaderResult<SequenceRun?> SequenceRun(Partnership partnership, SequenceRunsOfPartnership loader) =>
        loader.LoadAsync(partnership.Key, partnership.Past).Then(runs => runs is [.., { Status: SequenceRunStatus.Active } active] ? active : null);

    /// <summary>All sequences that were started in it, in their order, at most 500.</summary>
    public static IDataLoaderResult<IReadOnlyList<SequenceRun>> SequenceRuns(Partnership partnership, SequenceRunsOfPartnership loader) =>
        loader.LoadAsync(partnership.Key, partnership.Past);
}

[Extends(typeof(WorkTask))]
[Requires(Scope.RelationshipsRead)]
public static class TaskSequences
{
    /// <summary>The sequence whose step it is; null for other tasks.</summary>
    public static IDataLoaderResult<SequenceRun?> SequenceRun(WorkTask task, SequenceRunLoader loader) =>
        Partnerships.Partnership.SequenceStepOf(task.Key) is { } step ? loader.LoadAsync($"{step.Partnership}.{step.Run}") : Loaded.Nothing<SequenceRun>();

    /// <summary>The step that it stands for, with the message to send; null for other tasks.</summary>
    public static IDataLoaderResult<SequenceRunStep?> SequenceStep(WorkTask task, SequenceRunLoader loader) =>
        SequenceRun(task, loader).Then(run => run?.Steps[Partnerships.Partnership.SequenceStepOf(task.Key)!.Value.Step - 1]);
}

public sealed class SequenceRunLoader(SequenceRunQueries runs, Caller caller) : NodeLoader<SequenceRun>
{
    protected override async Task<IReadOnlyDictionary<string, SequenceRun>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await runs.ByIds(caller.Workspace, keys, cancellation)).ToDictionary(found => found.Key, found => new SequenceRun(found.Value));
}

public sealed class SequenceRunsOfPartnership(SequenceRunQueries runs, Caller caller) : ListLoader<string, SequenceRun>
{
    /// <param name="past">The partnership as it was; null: as it is.</param>
    public IDataLoaderResult<IReadOnlyList<SequenceRun>> LoadAsync(string partnership, Past? past) =>
        this.LoadAsync(partnership, past, then => then.Of<SequenceRunRow>().OrderBy(row => row.Number).Select(row => new SequenceRun(row, then)));

    protected override async Task<ILookup<string, SequenceRun>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await runs.OfPartnerships(caller.Workspace, keys, cancellation)).SelectMany(found => found)
            .ToLookup(row => row.PartnershipId, row => new SequenceRun(row));
}

/// <summary>The messages of all steps that one level asks for, filled together.</summary>
public sealed class SequencePreviews(MessageRendering rendering, Caller caller) : BatchLoader<(string Template, string Partnership), MessagePreview>
{
    protected override async Task<IReadOnlyDictionary<(string Template, string Partnership), MessagePreview>> LoadBatch(
        IReadOnlyCollection<(string Template, string Partnership)> keys, CancellationToken cancellation) =>
        (await rendering.Previews(caller.Workspace, keys, cancellation))
            .ToDictionary(found => found.Key, found => new MessagePreview(found.Value.Subject, found.Value.Body, found.Value.Missing, found.Value.TextVersion));
}
