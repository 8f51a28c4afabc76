using CreatorCRM.Access;
using CreatorCRM.Bulk;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>One thing done with many influencers, or in many partnerships. Each is counted once, in succeeded, unchanged or refused.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class BulkAction(BulkActionRow row) : INode
{
    public NodeId Id => NodeId.Of<BulkAction>(row.Id);

    /// <summary>What is done.</summary>
    public BulkKind Kind => row.Kind;

    /// <summary>The tag, the owner, or the name of the campaign or sequence.</summary>
    public string? Value => row.ValueName;

    /// <summary>Nothing is changed; the results say what would become of each.</summary>
    public bool DryRun => row.DryRun;

    /// <summary>Where it stands.</summary>
    public BulkStatus Status => row.Status;

    /// <summary>How many influencers are meant; of a sequence that is started, how many partnerships.</summary>
    public int Total => row.Total;

    /// <summary>How many were changed.</summary>
    public int Succeeded => row.Succeeded;

    /// <summary>How many were so already, or changed by somebody since.</summary>
    public int Unchanged => row.Unchanged;

    /// <summary>How many could not be changed; each result says why.</summary>
    public int Refused => row.Refused;

    /// <summary>The name of who started it.</summary>
    public string StartedBy => row.StartedBy;

    /// <summary>When it was started.</summary>
    public DateTimeOffset StartedAt => row.StartedAt;

    /// <summary>When each had a result; null while it is under way.</summary>
    public DateTimeOffset? CompletedAt => row.CompletedAt;

    /// <summary>The action that this one takes back; null for one of its own.</summary>
    public IDataLoaderResult<BulkAction?> Undoes(BulkActionLoader loader) =>
        loader.Load(row.Undoes);

    /// <summary>The action that takes this one back; null when nobody has asked for that.</summary>
    public IDataLoaderResult<BulkAction?> UndoneBy(UndoersOfBulkActions loader) => loader.LoadAsync(row.Id);

    /// <summary>What became of each, in the order in which they were given.</summary>
    /// <param name="outcome">Only those of this outcome.</param>
    public IDataLoaderResult<Page<BulkResult>> Results(ResultsOfBulkActions loader, PageRequest page, BulkOutcome? outcome = null) =>
        loader.LoadAsync(row.Id, outcome, page);
}

/// <summary>What became of one influencer or partnership.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class BulkResult(BulkResultRow row) : INode
{
    public NodeId Id => NodeId.Of<BulkResult>(row.Key);

    /// <summary>Its place in the list, from 1.</summary>
    public int Number => row.Number;

    /// <summary>Whether it was done.</summary>
    public BulkOutcome Outcome => row.Outcome;

    /// <summary>Why not, when it was refused.</summary>
    public RefusalCode? Code => row.Code;

    /// <summary>The same in a sentence.</summary>
    public string? Message => row.Message;

    /// <summary>The influencer; null when there is none with the id that was given.</summary>
    public IDataLoaderResult<Influencer?> Influencer(InfluencerLoader loader) => loader.LoadAsync(row.InfluencerId);

    /// <summary>The partnership that was made, or in which the sequence is started; null when there is none.</summary>
    public IDataLoaderResult<Partnership?> Partnership(PartnershipLoader loader) => loader.Load(row.PartnershipId);
}

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class BulkQuery
{
    /// <summary>A bulk action by its id; null when there is none.</summary>
    public static IDataLoaderResult<BulkAction?> BulkAction(NodeId<BulkAction> id, BulkActionLoader loader) => loader.LoadAsync(id.Key);

    /// <summary>All bulk actions, also dry runs and those that take others back; the newest first.</summary>
    /// <param name="filter">Which.</param>
    public static async Task<Page<BulkAction>> BulkActions(BulkQueries bulk, Caller caller, PageRequest page, CancellationToken cancellation,
        BulkActionFilter? filter = null) =>
        (await bulk.List(caller.Workspace, filter, page, cancellation)).Select(row => new BulkAction(row));
}

public sealed class BulkActionLoader(BulkQueries bulk, Caller caller) : NodeLoader<BulkAction>
{
    protected override async Task<IReadOnlyDictionary<string, BulkAction>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await bulk.ByIds(caller.Workspace, keys, cancellation)).ToDictionary(found => found.Key, found => new BulkAction(found.Value));
}

public sealed class UndoersOfBulkActions(BulkQueries bulk, Caller caller) : BatchLoader<string, BulkAction>
{
    protected override async Task<IReadOnlyDictionary<string, BulkAction>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await bulk.UndoersOf(caller.Workspace, keys, cancellation)).ToDictionary(found => found.Key, found => new BulkAction(found.Value));
}

public sealed class BulkResultLoader(BulkQueries bulk, Caller caller) : NodeLoader<BulkResult>
{
    protected override async Task<IReadOnlyDictionary<string, BulkResult>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await bulk.ResultsByKeys(caller.Workspace, keys, cancellation)).ToDictionary(row => row.Key, row => new BulkResult(row));
}

public sealed class ResultsOfBulkActions(BulkQueries bulk, Caller caller) : PageLoader<BulkOutcome?, BulkResult>
{
    protected override async Task<IReadOnlyDictionary<string, Page<BulkResult>>> LoadBatch(
        IReadOnlyCollection<string> keys, BulkOutcome? question, PageRequest page, CancellationToken cancellation) =>
        (await bulk.ResultsOf(caller.Workspace, [.. keys], question, page, cancellation))
            .ToDictionary(found => found.Key, found => found.Value.Select(row => new BulkResult(row)));
}
