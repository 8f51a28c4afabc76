using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Tasks;
using GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>Something that somebody has to do by a day.</summary>
[Name("Task")]
[Requires(Scope.RelationshipsRead)]
public sealed class WorkTask(TaskRow row) : INode
{
    public NodeId Id => NodeId.Of<WorkTask>(row.Id);

    internal string Key => row.Id;

    /// <summary>Where it comes from.</summary>
    public TaskKind Kind => row.Kind;

    /// <summary>Where it stands.</summary>
    public TaskState Status => row.Status;

    /// <summary>What to do.</summary>
    public string Title => row.Title;

    /// <summary>The same in more words.</summary>
    public string? Note => row.Note;

    /// <summary>When it is due.</summary>
    public DateTimeOffset DueAt => row.DueAt;

    /// <summary>Who is to do it; of a follow-up and of a sequence's step who is in charge of the partnership.</summary>
    public string? Assignee => row.Assignee;

    /// <summary>When it was done or dismissed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt => row.ClosedAt;

    /// <summary>The influencer it is about, if any.</summary>
    public IDataLoaderResult<Influencer?> Influencer(InfluencerLoader loader) => loader.Load(row.InfluencerId);

    /// <summary>The campaign it is about, if any.</summary>
    public IDataLoaderResult<Campaign?> Campaign(CampaignLoader loader) => loader.Load(row.CampaignId);

    /// <summary>The partnership it is about, if any.</summary>
    public IDataLoaderResult<Partnership?> Partnership(PartnershipLoader loader) => loader.Load(row.PartnershipId);
}

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class TasksQuery
{
    /// <summary>A task by its id; null when there is none.</summary>
    public static IDataLoaderResult<WorkTask?> Task(NodeId<WorkTask> id, TaskLoader loader) => loader.LoadAsync(id.Key);

    /// <summary>All that is to be done, was done or dismissed: tasks that somebody wrote down, the follow-ups of partnerships and the steps of their sequences.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="orderBy">What is due first when left out.</param>
    public static async Task<Page<WorkTask>> Tasks(
        TaskQueries tasks, Caller caller, PageRequest page, CancellationToken cancellation, TaskFilter? filter = null, TaskOrder? orderBy = null)
    {
        if (filter is not null) ReadIds(filter, "filter");
        return (await tasks.List(caller.Workspace, filter, orderBy, page, cancellation)).Select(row => new WorkTask(row));
    }

    private static void ReadIds(TaskFilter filter, params string[] path)
    {
        filter.InfluencerId = filter.InfluencerId.ReadKeys<Influencer>([.. path, "influencerId"]);
        filter.CampaignId = filter.CampaignId.ReadKeys<Campaign>([.. path, "campaignId"]);
        filter.PartnershipId = filter.PartnershipId.ReadKeys<Partnership>([.. path, "partnershipId"]);
        foreach (var (nested, i) in (filter.And ?? []).Select((nested, i) => (nested, i))) ReadIds(nested, [.. path, "and", $"{i}"]);
        foreach (var (nested, i) in (filter.Or ?? []).Select((nested, i) => (nested, i))) ReadIds(nested, [.. path, "or", $"{i}"]);
        if (filter.Not is not null) ReadIds(filter.Not, [.. path, "not"]);
    }
}

public sealed class TaskLoader(TaskQueries tasks, Caller caller) : NodeLoader<WorkTask>
{
    protected override async Task<IReadOnlyDictionary<string, WorkTask>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await tasks.ByIds(caller.Workspace, keys, cancellation)).ToDictionary(found => found.Key, found => new WorkTask(found.Value));
}
