using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Sequences;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage.Queries;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>Steps of outreach with waits between them. It is started in partnerships, each of which keeps the steps as they were then.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Sequence(SequenceRow row) : INode
{
    internal string Key => row.Id;

    public NodeId Id => NodeId.Of<Sequence>(row.Id);

    /// <summary>Counts its changes. Send it as `expectedVersion` to be refused when somebody else was faster.</summary>
    public int Version => int.CreateSaturating(row.Version);

    /// <summary>As people call it.</summary>
    public string Name => row.Name;

    /// <summary>What is done, in this order, at most 50.</summary>
    public IReadOnlyList<SequenceStep> Steps => [.. CrmJson.Read<List<Sequences.SequenceStep>>(row.Steps).Select((step, i) => new SequenceStep(i + 1, step))];

    /// <summary>When it was archived; null while it is in use.</summary>
    public DateTimeOffset? ArchivedAt => row.ArchivedAt;

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt => row.CreatedAt;

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset UpdatedAt => row.UpdatedAt;

    /// <summary>In how many partnerships it was started, and what became of them.</summary>
    public IDataLoaderResult<SequenceCounts> Counts(CountsOfSequences loader) =>
        loader.LoadAsync(row.Id).Then(counts => new SequenceCounts(counts ?? Sequences.SequenceCounts.None));

    /// <summary>Everything that ever happened to it.</summary>
    /// <param name="direction">DESC: the newest first. ASC: from the beginning.</param>
    /// <param name="filter">Which entries.</param>
    public IDataLoaderResult<Page<TimelineEntry>> Timeline(
        PageRequest page, TimelineLoader timelines, OrderDirection direction = OrderDirection.Desc, TimelineFilter? filter = null) =>
        timelines.Load(new Subject(Sequences.Sequence.Kind, row.Id), page, direction, filter, at: null);
}

/// <summary>One step of a sequence: a message from a template, or something to do in words.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class SequenceStep(int number, Sequences.SequenceStep step)
{
    /// <summary>Counts the steps, from 1.</summary>
    public int Number => number;

    /// <summary>So many times 24 hours after the step before was done or skipped it is due; the first one after the start.</summary>
    public int WaitDays => step.WaitDays;

    /// <summary>By which means a message goes out; null when the step logs none.</summary>
    public OutreachChannel? Channel => step.Channel;

    /// <summary>The text of the message; null for a task in words.</summary>
    public IDataLoaderResult<MessageTemplate?> Template(MessageTemplateLoader loader) => loader.Load(step.Template);

    /// <summary>What to do; null for a message from a template.</summary>
    public string? Task => step.Task;
}

/// <summary>In how many partnerships a sequence was started, and what became of them.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class SequenceCounts(Sequences.SequenceCounts counts)
{
    /// <summary>All of them.</summary>
    public int Started => counts.Started;

    /// <summary>Where it is under way.</summary>
    public int Active => counts.Active;

    /// <summary>Where it came to its last step.</summary>
    public int Finished => counts.Finished;

    /// <summary>Where it ended before.</summary>
    public int Stopped => counts.Stopped;

    /// <summary>Those of the stopped ones where the influencer answered.</summary>
    public int Replied => counts.Replied;
}

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class SequencesQuery
{
    /// <summary>A sequence by its id; null when there is none.</summary>
    public static IDataLoaderResult<Sequence?> Sequence(NodeId<Sequence> id, SequenceLoader loader) => loader.LoadAsync(id.Key);

    /// <summary>All sequences, with those that are archived.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="orderBy">By name when left out.</param>
    public static async Task<Page<Sequence>> Sequences(
        SequenceQueries sequences, Caller caller, PageRequest page, CancellationToken cancellation, SequenceFilter? filter = null,
        SequenceOrder? orderBy = null) =>
        (await sequences.List(caller.Workspace, filter, orderBy, page, cancellation)).Select(row => new Sequence(row));
}

public sealed class SequenceLoader(SequenceQueries sequences, Caller caller) : NodeLoader<Sequence>
{
    protected override async Task<IReadOnlyDictionary<string, Sequence>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await sequences.ByIds(caller.Workspace, keys, cancellation)).ToDictionary(found => found.Key, found => new Sequence(found.Value));
}

public sealed class CountsOfSequences(SequenceRunQueries runs, Caller caller) : BatchLoader<string, Sequences.SequenceCounts>
{
    protected override Task<IReadOnlyDictionary<string, Sequences.SequenceCounts>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        runs.Counts(caller.Workspace, keys, cancellation);
}
