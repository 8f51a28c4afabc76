using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Sequences;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

[Extends(typeof(Sequence))]
[Requires(Scope.RelationshipsRead)]
public static class RunsOfSequence
{
    /// <summary>The partnerships in which it was started, the latest start first.</summary>
    /// <param name="status">Only where it stands so.</param>
    public static IDataLoaderResult<Page<SequenceRun>> Runs(Sequence sequence, PageRequest page, RunsOfSequences loader, SequenceRunStatus? status = null) =>
        loader.LoadAsync(sequence.Key, status, page);
}

public sealed class RunsOfSequences(SequenceRunQueries runs, Caller caller) : PageLoader<SequenceRunStatus?, SequenceRun>
{
    protected override async Task<IReadOnlyDictionary<string, Page<SequenceRun>>> LoadBatch(
        IReadOnlyCollection<string> keys, SequenceRunStatus? question, PageRequest page, CancellationToken cancellation) =>
        (await runs.OfSequences(caller.Workspace, [.. keys], question, page, cancellation))
            .ToDictionary(found => found.Key, found => found.Value.Select(row => new SequenceRun(row)));
}
