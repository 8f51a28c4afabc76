namespace CreatorCRM.Tasks;

/// <summary>Where a task comes from.</summary>
public enum TaskKind
{
    /// <summary>Somebody wrote it down.</summary>
    Manual,
    /// <summary>A follow-up of a partnership.</summary>
    FollowUp,
    /// <summary>A step of a sequence that is due.</summary>
    SequenceStep,
}

/// <summary>Where a task stands.</summary>
public enum TaskState
{
    /// <summary>To be done.</summary>
    Open,
    /// <summary>It was done.</summary>
    Done,
    /// <summary>It need not be done any more.</summary>
    Dismissed,
}

/// <summary>What a task is about; each may be null. The ids are those of entities that exist, which the commit checks.</summary>
[GenerateSerializer, Immutable, Alias("task-about")]
public sealed record TaskAbout(string? InfluencerId, string? CampaignId, string? PartnershipId);

[GenerateSerializer, Immutable, Alias("create-task")]
public sealed record CreateTask(string Title, string? Note, DateTimeOffset DueAt, string? Assignee, TaskAbout About);

[GenerateSerializer, Immutable, Alias("dismiss-task")]
public sealed record DismissTask(string? Reason);

[GenerateSerializer, Immutable, Alias("reassign-task")]
public sealed record ReassignTask(string? Assignee);

[GenerateSerializer, Immutable, Alias("reschedule-task")]
public sealed record RescheduleTask(DateTimeOffset DueAt);
