using CreatorCRM.Common;
using CreatorCRM.Tasks;
using CreatorCRM.Tests.Journal;

namespace CreatorCRM.Tests.Tasks;

/// <summary>Places where a task refuses.</summary>
public sealed class TaskRefusalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly WorkTask None = WorkTask.New(new EntityKey("w", "t"));
    private static readonly CreateTask Call = new("Call Mia", null, Now, null, new TaskAbout("i", "c", "p"));
    private static readonly WorkTask Open = None.After(None.Create(Call, Now), Now);

    [Fact]
    public void A_task_is_made_once_about_what_there_is()
    {
        Open.Create(Call, Now).Refused().ShouldBe(" Invalid");
        None.Create(Call with { Title = " ", DueAt = Now.AddYears(11) }, Now).Refused().ShouldBe("title Required, dueAt Invalid");
        None.Create(Call, Now).Guards.Select(guard => $"{guard.Else.Field} {guard.Else.Code}").ShouldBe(
            ["influencerId NotFound", "influencerId InfluencerMerged", "campaignId NotFound", "partnershipId NotFound"]);
        None.Complete().Refused().ShouldBe("taskId NotFound");
        None.Reassign(new ReassignTask("Jo")).Refused().ShouldBe("taskId NotFound");
    }

    [Fact]
    public void What_is_over_is_not_changed()
    {
        var done = Open.After(Open.Complete(), Now);
        done.Dismiss(new DismissTask(null)).Refusals.Single().Message.ShouldBe("A task that is done cannot become dismissed.");
        done.Reassign(new ReassignTask("Jo")).Refused().ShouldBe("taskId IllegalTaskStatus");
        done.Reschedule(new RescheduleTask(Now), Now).Refused().ShouldBe("taskId IllegalTaskStatus");
        Open.Reschedule(new RescheduleTask(Now.AddYears(11)), Now).Refused().ShouldBe("dueAt Invalid");
    }
}
