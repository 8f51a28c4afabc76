using System.Collections.Immutable;
using CreatorCRM.Merges;

namespace CreatorCRM.Tasks;

/// <summary>Makes the task be about the influencer that its own was merged into.</summary>
[GenerateSerializer, Immutable, Alias("move-task")]
public sealed record MoveTask(string Merge, string From, string To, string ToName);

/// <summary>Makes the task be about the influencer again whom it was about before a merge.</summary>
[GenerateSerializer, Immutable, Alias("return-task")]
public sealed record ReturnTask(string Merge, string ToName);

/// <summary>A merge that made the task be about another influencer.</summary>
/// <param name="From">Whom it was about before.</param>
public sealed record TaskMove(string Merge, string From);

[EventType("task.moved")]
public sealed record TaskMoved(string Merge, string From, string To, string ToName) : IEvent
{
    public string Summary => $"A task is about {ToName} now, since two influencers are one person.";
}

[EventType("task.returned")]
public sealed record TaskReturned(string Merge, string ToName) : IEvent
{
    public string Summary => $"A task is about {ToName} again.";
}

/// <summary>How a task follows a person through merges, open or not. Each step does nothing when it was done before. Pure.</summary>
public partial record WorkTask
{
    /// <summary>The merges that made it be about whom it is, the last one last.</summary>
    public ImmutableArray<TaskMove> MergeMoves { get; init; } = [];

    public Decision Move(MoveTask command)
    {
        if (!Exists) return NoSuch;
        return About.InfluencerId == command.From
            ? Decision.Accept(new TaskMoved(command.Merge, command.From, command.To, command.ToName)).Provided(MergeGuard.Running(command.Merge))
            : Decision.Nothing;
    }

    public Decision Return(ReturnTask command)
    {
        if (!Exists) return NoSuch;
        return !MergeMoves.IsEmpty && MergeMoves[^1].Merge == command.Merge
            ? Decision.Accept(new TaskReturned(command.Merge, command.ToName))
            : Decision.Nothing;
    }

    private WorkTask Apply(TaskMoved e) => this with { About = About with { InfluencerId = e.To }, MergeMoves = MergeMoves.Add(new TaskMove(e.Merge, e.From)) };

    private WorkTask Back() => this with { About = About with { InfluencerId = MergeMoves[^1].From }, MergeMoves = MergeMoves.RemoveAt(MergeMoves.Length - 1) };
}
