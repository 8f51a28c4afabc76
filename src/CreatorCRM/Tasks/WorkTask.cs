using System.Collections.Immutable;
using CreatorCRM.Campaigns;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Tasks;

/// <summary>Something that somebody has to do by a day, often about an influencer, a campaign or a partnership.</summary>
public sealed partial record WorkTask : IAggregate<WorkTask>
{
    public static string Kind => "task";
    public static int Shape => 2;
    public static IReadOnlyList<UniqueRule> UniqueRules => [];

    /// <summary>From which status a task may go where.</summary>
    public static ImmutableDictionary<TaskState, ImmutableArray<TaskState>> Moves { get; } = new Dictionary<TaskState, ImmutableArray<TaskState>>
    {
        [TaskState.Open] = [TaskState.Done, TaskState.Dismissed],
        [TaskState.Done] = [],
        [TaskState.Dismissed] = [],
    }.ToImmutableDictionary();

    public required EntityKey Key { get; init; }
    public long Version { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public string Title { get; init; } = "";
    public string? Note { get; init; }
    public DateTimeOffset DueAt { get; init; }
    public string? Assignee { get; init; }
    public TaskAbout About { get; init; } = new(null, null, null);
    public TaskState Status { get; init; }
    /// <summary>When it was done or dismissed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    public bool Exists => Version > 0;

    public IEnumerable<Subject> RelatedSubjects => (((string Kind, string? Id)[])
    [
        (Influencer.Kind, About.InfluencerId), .. MergeMoves.Select(move => (Influencer.Kind, (string?)move.From)), (Campaign.Kind, About.CampaignId),
        (Partnership.Kind, About.PartnershipId),
    ]).Distinct().Where(subject => subject.Id is not null).Select(subject => new Subject(subject.Kind, subject.Id!));

    public static WorkTask New(EntityKey key) => new() { Key = key };

    public WorkTask Apply(IEvent @event, EventMeta meta) => (@event switch
    {
        TaskCreated e => this with { Title = e.Title, Note = e.Note, DueAt = e.DueAt, Assignee = e.Assignee, About = e.About, CreatedAt = meta.RecordedAt },
        TaskCompleted => this with { Status = TaskState.Done, ClosedAt = meta.OccurredAt },
        TaskDismissed => this with { Status = TaskState.Dismissed, ClosedAt = meta.OccurredAt },
        TaskReassigned e => this with { Assignee = e.To },
        TaskRescheduled e => this with { DueAt = e.To },
        TaskMoved e => Apply(e),
        TaskReturned => Back(),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a task."),
    }) with { Version = meta.Version };
}
