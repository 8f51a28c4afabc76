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

    /// <summary>
    /// All that is to be done, was done or dismissed: tasks that somebody wrote down, the follow-ups of partnerships and the steps of their sequences.
    /// </summary>
    /// <param name="filter">Which.</param>
    /// <param name="orderBy">What is due first when left out.</param>
    public static async Task<Page<WorkTask>> Tasks(
        TaskQueries tasks, Caller caller, PageRequest page, CancellationToken cancellation, TaskFilter? filter = null, TaskOrder? orderBy = null) =>
        (await tasks.List(caller.Workspace, ReadIds(filter), orderBy, page, cancellation)).Select(row => new WorkTask(row));

    /// <summary>The same filter of keys. A copy: a variable of the operation may be the filter of several fields.</summary>
    private static TaskFilter? ReadIds(TaskFilter? filter) => filter?.With(
        (copy, path) =>
        {
            copy.InfluencerId = copy.InfluencerId.ReadKeys<Influencer>([.. path, "influencerId"]);
            copy.CampaignId = copy.CampaignId.ReadKeys<Campaign>([.. path, "campaignId"]);
            copy.PartnershipId = copy.PartnershipId.ReadKeys<Partnership>([.. path, "partnershipId"]);
        },
        "filter");
}

public sealed class TaskLoader(TaskQueries tasks, Caller caller) : NodeLoader<WorkTask>
{
    protected override async Task<IReadOnlyDictionary<string, WorkTask>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await tasks.ByIds(caller.Workspace, keys, cancellation)).ToDictionary(found => found.Key, found => new WorkTask(found.Value));
}
