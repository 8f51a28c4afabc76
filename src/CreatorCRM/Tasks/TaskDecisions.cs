namespace CreatorCRM.Tasks;

/// <summary>What a task's commands come to. Pure.</summary>
public partial record WorkTask
{
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Decision Create(CreateTask command, DateTimeOffset now)
    {
        if (Exists) return new Refusal(RefusalCode.Invalid, "This task exists already.");
        var (note, assignee) = (Tidy(command.Note), Tidy(command.Assignee));
        var validation = new Validation().Required("title", command.Title).Text("note", note).Text("assignee", assignee, Validation.NameLength)
            .Instant("dueAt", command.DueAt, Earliest, now.AddYears(10));
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return Decision.Accept(new TaskCreated(command.Title.Trim(), note, command.DueAt, assignee, command.About)).Provided(
            [.. Guard("influencers", "influencer", command.About.InfluencerId), .. OwnPerson(command.About.InfluencerId),
                .. Guard("campaigns", "campaign", command.About.CampaignId), .. Guard("partnerships", "partnership", command.About.PartnershipId)]);
    }

    public Decision Complete() => Closing(TaskState.Done, new TaskCompleted(Title));

    public Decision Dismiss(DismissTask command)
    {
        var (reason, validation) = (Tidy(command.Reason), new Validation());
        return validation.Text("reason", reason, 1000).HasRefusals
            ? Decision.Refuse(validation.Refusals)
            : Closing(TaskState.Dismissed, new TaskDismissed(Title, reason));
    }

    public Decision Reassign(ReassignTask command)
    {
        var (assignee, validation) = (Tidy(command.Assignee), new Validation());
        if (NotOpen is { } refusal) return refusal;
        if (validation.Text("assignee", assignee, Validation.NameLength).HasRefusals) return Decision.Refuse(validation.Refusals);
        return assignee == Assignee ? Decision.Nothing : Decision.Accept(new TaskReassigned(Assignee, assignee));
    }

    public Decision Reschedule(RescheduleTask command, DateTimeOffset now)
    {
        var validation = new Validation();
        if (NotOpen is { } refusal) return refusal;
        if (validation.Instant("dueAt", command.DueAt, Earliest, now.AddYears(10)).HasRefusals) return Decision.Refuse(validation.Refusals);
        return command.DueAt == DueAt ? Decision.Nothing : Decision.Accept(new TaskRescheduled(DueAt, command.DueAt));
    }

    private Refusal? NotOpen => !Exists ? NoSuch : Status == TaskState.Open ? null : Over($"A task that is {Status.Words()} is not changed any more.");

    private Decision Closing(TaskState status, IEvent closed)
    {
        if (!Exists) return NoSuch;
        if (Status == status) return Decision.Nothing;
        return Moves[Status].Contains(status) ? Decision.Accept(closed) : Over($"A task that is {Status.Words()} cannot become {status.Words()}.");
    }

    private static Refusal NoSuch => Refusal.NotFound("task", "taskId");

    private static Refusal Over(string message) => new(RefusalCode.IllegalTaskStatus, message, "taskId");

    private static IEnumerable<RowGuard> Guard(string table, string noun, string? id) =>
        id is null ? [] : [new RowGuard(table, id, null, Refusal.NotFound(noun, $"{noun}Id"))];

    private static IEnumerable<RowGuard> OwnPerson(string? influencer) => influencer is null ? [] : [Influencers.OwnPerson.Guard(influencer)];

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
