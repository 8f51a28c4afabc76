namespace CreatorCRM.Tasks;

[EventType("task.created")]
public sealed record TaskCreated(string Title, string? Note, DateTimeOffset DueAt, string? Assignee, TaskAbout About) : IEvent
{
    public string Summary => $"A task was set for {DueAt:yyyy-MM-dd}{(Assignee is null ? "" : $" for {Assignee}")}: {Title}";
}

[EventType("task.completed")]
public sealed record TaskCompleted(string Title) : IEvent
{
    public string Summary => $"A task was done: {Title}";
}

[EventType("task.dismissed")]
public sealed record TaskDismissed(string Title, string? Reason) : IEvent
{
    public string Summary => $"A task was dismissed: {Title}{(Reason is null ? "" : $", since {Reason}")}";
}

[EventType("task.reassigned")]
public sealed record TaskReassigned(string? From, string? To) : IEvent
{
    public string Summary => $"A task went from {From ?? "nobody"} to {To ?? "nobody"}.";
}

[EventType("task.rescheduled")]
public sealed record TaskRescheduled(DateTimeOffset From, DateTimeOffset To) : IEvent
{
    public string Summary => $"A task was moved from {From:yyyy-MM-dd} to {To:yyyy-MM-dd}.";
}
