using CreatorCRM.Tasks;

namespace CreatorCRM.Partnerships;

/// <summary>What is to be done in a partnership, for the one list of all tasks.</summary>
public partial record Partnership
{
    private const string FollowUpMark = ".follow-up.";

    /// <summary>The partnership and the number of the follow-up that a task stands for; null when it stands for none.</summary>
    public static (string Partnership, string Number)? FollowUpOf(string task) =>
        task.IndexOf(FollowUpMark, StringComparison.Ordinal) is > 0 and var at ? (task[..at], task[(at + FollowUpMark.Length)..]) : null;

    public static string FollowUpTask(string partnership, string number) => $"{partnership}{FollowUpMark}{number}";

    private IEnumerable<TaskRow> FollowUpTasks() => Outreach.FollowUps.Select(followUp => new TaskRow
    {
        Workspace = Key.Workspace,
        Id = FollowUpTask(Key.Id, followUp.Number),
        Kind = TaskKind.FollowUp,
        Status = followUp.DoneAt is not null ? TaskState.Done : followUp.DismissedAt is not null ? TaskState.Dismissed : TaskState.Open,
        Title = followUp.Note ?? "Get in touch again",
        DueAt = followUp.DueAt,
        Assignee = Owner,
        InfluencerId = InfluencerId,
        CampaignId = CampaignId,
        PartnershipId = Key.Id,
        ClosedAt = followUp.DoneAt ?? followUp.DismissedAt,
    });
}
