using System.Globalization;
using CreatorCRM.Sequences;
using CreatorCRM.Tasks;

namespace CreatorCRM.Partnerships;

/// <summary>What is to be done in a partnership, for the one list of all tasks.</summary>
public partial record Partnership
{
    private const string FollowUpMark = ".follow-up.";
    private const string SequenceMark = ".sequence.";

    /// <summary>The partnership and the number of the follow-up that a task stands for; null when it stands for none.</summary>
    public static (string Partnership, string Number)? FollowUpOf(string task) =>
        task.IndexOf(FollowUpMark, StringComparison.Ordinal) is > 0 and var at ? (task[..at], task[(at + FollowUpMark.Length)..]) : null;

    public static string FollowUpTask(string partnership, string number) => $"{partnership}{FollowUpMark}{number}";

    /// <summary>The partnership, the number of the sequence in it, and the step that a task stands for; null when it stands for none.</summary>
    public static (string Partnership, string Run, int Step)? SequenceStepOf(string task) =>
        task.IndexOf(SequenceMark, StringComparison.Ordinal) is > 0 and var at && task[(at + SequenceMark.Length)..].Split('.') is [var run, var step]
        && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (task[..at], run, number) : null;

    // One for the step that is next, and for those that were.
    private IEnumerable<TaskRow> SequenceTasks() => Sequences.All.SelectMany(run => run.Steps.Where(step => step.DueAt is not null).Select(step => new TaskRow
    {
        Workspace = Key.Workspace,
        Id = string.Create(CultureInfo.InvariantCulture, $"{Key.Id}{SequenceMark}{run.Number}.{step.Number}"),
        Kind = TaskKind.SequenceStep,
        Status = step.Status switch { SequenceStepStatus.Next => TaskState.Open, SequenceStepStatus.Done => TaskState.Done, _ => TaskState.Dismissed },
        Title = step.Step.Task
            ?? string.Create(CultureInfo.InvariantCulture, $"{run.Name}, step {step.Number} of {run.Steps.Length}: {step.Step.Channel?.Words()}"),
        DueAt = step.DueAt!.Value,
        Assignee = Owner,
        InfluencerId = InfluencerId,
        CampaignId = CampaignId,
        PartnershipId = Key.Id,
        ClosedAt = step.ClosedAt,
    }));

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
