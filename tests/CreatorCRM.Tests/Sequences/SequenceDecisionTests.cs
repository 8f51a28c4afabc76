using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Sequences;

namespace CreatorCRM.Tests.Sequences;

public sealed class SequenceDecisionTests
{
    private static readonly DateTimeOffset Day = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly SequenceStep Letter = new(0, OutreachChannel.Email, "t1", null), Look = new(3, null, null, "Look at her posts");
    private static readonly SequenceToStart Spring = new("s1", "Spring", [Letter, Look], false);
    private static readonly Sequence Kept = Do(Sequence.New(new EntityKey("w", "s1")), state => state.Create(new CreateSequence(" Spring ", [Letter, Look])));
    private static readonly Partnership Shortlisted = Do(Partnership.New(new EntityKey("w", "p")),
        state => state.Create(new CreatePartnership("i", "Mia", "c", "Bread", "lena")));
    private static readonly Partnership Started = Do(Shortlisted, state => state.Start(new StartSequence("s1"), Spring, Day));

    [Fact]
    public void A_sequence_has_a_name_and_steps_within_bounds_that_are_a_message_or_a_task()
    {
        Kept.Name.ShouldBe("Spring");
        Refused(new CreateSequence(" ", [])).ShouldBe(["name REQUIRED", "steps REQUIRED"]);
        Refused(new CreateSequence("x", [Letter with { WaitDays = -1 }, Letter with { WaitDays = 366 }]))
            .ShouldBe(["steps.0.waitDays INVALID", "steps.1.waitDays INVALID"]);
        Refused(new CreateSequence("x", [Letter with { Task = "and call" }, Look with { Task = "  " }])).ShouldBe(["steps.0 INVALID", "steps.1 INVALID"]);
        Refused(new CreateSequence("x", [Letter with { Channel = null }, Look with { Task = new string('x', 501) }]))
            .ShouldBe(["steps.0.channel INVALID", "steps.1.task TOO_LONG"]);
        Refused(new CreateSequence("x", [.. Enumerable.Repeat(Look, 51)])).ShouldBe(["steps TOO_LONG"]);

        string[] Refused(CreateSequence command) => Codes(Sequence.New(new EntityKey("w", "s2")).Create(command));
    }

    [Fact]
    public void What_is_the_same_changes_nothing_and_what_is_archived_is_left_alone()
    {
        Kept.Update(new SequenceChanges { Name = "Spring ", Steps = [Letter, Look] }).Events.ShouldBeEmpty();
        var changed = Do(Kept, state => state.Update(new SequenceChanges { Name = "Early spring", Steps = [Look] }));
        (changed.Name, changed.Steps.Single()).ShouldBe(("Early spring", Look));
        var archived = Do(changed, state => state.Archive(new ArchiveSequence(true)));
        Codes(archived.Update(new SequenceChanges { Name = "x" })).ShouldBe(["sequenceId ARCHIVED"]);
        archived.Archive(new ArchiveSequence(true)).Events.ShouldBeEmpty();
        Do(archived, state => state.Archive(new ArchiveSequence(false))).ArchivedAt.ShouldBeNull();
        Codes(Sequence.New(new EntityKey("w", "s3")).Update(new SequenceChanges())).ShouldBe(["sequenceId NOT_FOUND"]);
        Codes(Sequence.New(new EntityKey("w", "s3")).Archive(new ArchiveSequence(true))).ShouldBe(["sequenceId NOT_FOUND"]);
    }

    [Fact]
    public void It_starts_once_and_only_for_who_has_not_answered()
    {
        Codes(Partnership.New(new EntityKey("w", "q")).Start(new StartSequence("s1"), Spring, Day)).ShouldBe(["partnershipId NOT_FOUND"]);
        Codes(Shortlisted.Start(new StartSequence("s1"), null, Day)).ShouldBe(["sequenceId NOT_FOUND"]);
        Codes(Shortlisted.Start(new StartSequence("s1"), Spring with { IsArchived = true }, Day)).ShouldBe(["sequenceId ARCHIVED"]);
        Codes(Started.Start(new StartSequence("s1"), Spring, Day)).ShouldBe(["partnershipId SEQUENCE_RUNNING"]);
        var replaced = Do(Started, state => state.Start(new StartSequence("s1", Replace: true), Spring, Day));
        replaced.Sequences.All.Select(run => run.StopReason).ShouldBe([SequenceStopReason.Replaced, null]);
        Codes(Do(Shortlisted, state => state.Log(Message(OutreachDirection.In), Day)).Start(new StartSequence("s1"), Spring, Day))
            .ShouldBe(["partnershipId ILLEGAL_STAGE"]);
        var many = Shortlisted with
        {
            Sequences = new SequenceRuns
            {
                All = [.. Enumerable.Range(1, PartNumber.Max)
            .Select(i => new SequenceRun($"{i}", "s1", "Spring", [], "m", Day, SequenceRunStatus.Finished))]
            }
        };
        Codes(many.Start(new StartSequence("s1"), Spring, Day)).ShouldBe(["partnershipId INVALID"]);
    }

    [Fact]
    public void Steps_are_done_in_their_order_and_the_next_is_due_from_when_the_one_before_was_done()
    {
        Codes(Started.Complete(Done("2", 1), Day)).ShouldBe(["sequenceRunId NOT_FOUND"]);
        Codes(Started.Complete(Done("1", 2), Day)).ShouldBe(["step ILLEGAL_SEQUENCE_STATUS"]);
        Codes(Started.Complete(Done("1", 1) with { Body = null }, Day)).ShouldBe(["body REQUIRED"]);
        Codes(Started.Complete(Done("1", 1) with { OccurredAt = Day.AddDays(2) }, Day)).ShouldBe(["occurredAt INVALID"]);
        Codes(Started.Skip(new SkipSequenceStep("1", 1, new string('x', 1001)), Day)).ShouldBe(["reason TOO_LONG"]);

        var first = Started.Complete(Done("1", 1) with { OccurredAt = Day.AddDays(-1) }, Day);
        first.Events.Select(@event => @event.GetType().Name).ShouldBe([nameof(OutreachLogged), nameof(StageChanged), nameof(SequenceStepDone)]);
        var state = Do(Started, _ => first);
        (state.Stage, state.Outreach.Messages, state.Sequences.Active!.Next!.DueAt).ShouldBe((PartnershipStage.Contacted, 1, Day.AddDays(2)));

        Codes(state.Complete(Done("1", 2), Day)).ShouldBe(["body INVALID"]);
        Codes(state.Complete(Done("1", 2) with { Body = null, OccurredAt = Day.AddDays(2) }, Day)).ShouldBe(["occurredAt INVALID"]);
        var finished = Do(state, before => before.Complete(Done("1", 2) with { Body = null }, Day));
        (finished.Sequences.All[0].Status, finished.Outreach.Messages).ShouldBe((SequenceRunStatus.Finished, 1));
        Codes(finished.Complete(Done("1", 2), Day)).ShouldBe(["sequenceRunId ILLEGAL_SEQUENCE_STATUS"]);
        Codes(finished.Skip(new SkipSequenceStep("1", 2, null), Day)).ShouldBe(["sequenceRunId ILLEGAL_SEQUENCE_STATUS"]);
        Codes(finished.Stop(new StopSequence("1", null))).ShouldBe(["sequenceRunId ILLEGAL_SEQUENCE_STATUS"]);
        finished.Stop(new StopSequence("1", null, TakingBack: true)).Events.ShouldBeEmpty();
        // A task of which a message came is logged by the channel that is named.
        Do(state, before => before.Complete(Done("1", 2) with { Channel = OutreachChannel.Comment }, Day)).Outreach.Messages.ShouldBe(2);
    }

    [Fact]
    public void It_is_stopped_by_hand_or_taken_back_while_nothing_was_done()
    {
        Codes(Started.Stop(new StopSequence("2", null))).ShouldBe(["sequenceRunId NOT_FOUND"]);
        Codes(Started.Stop(new StopSequence("1", new string('x', 1001)))).ShouldBe(["note TOO_LONG"]);
        var stopped = Do(Started, state => state.Stop(new StopSequence("1", " enough ")));
        (stopped.Sequences.All[0].StopReason, stopped.Sequences.All[0].StopNote).ShouldBe((SequenceStopReason.StoppedByManager, "enough"));
        stopped.Stop(new StopSequence("1", null)).Events.ShouldBeEmpty();
        var done = Do(Started, state => state.Skip(new SkipSequenceStep("1", 1, "she moved"), Day));
        Codes(done.Stop(new StopSequence("1", null, TakingBack: true))).ShouldBe(["sequenceRunId ILLEGAL_SEQUENCE_STATUS"]);
        Do(Started, state => state.Stop(new StopSequence("1", null, TakingBack: true))).Sequences.All[0].StopReason.ShouldBe(SequenceStopReason.TakenBack);
    }

    [Fact]
    public void What_happens_stops_it_in_the_same_commit_and_its_reason_is_the_first_that_fits()
    {
        Stop(state => state.Log(Message(OutreachDirection.In), Day)).ShouldBe(SequenceStopReason.Replied);
        Stop(state => state.Log(Message(OutreachDirection.Out), Day)).ShouldBe(SequenceStopReason.StageChanged);
        Stop(state => state.End(new DeclinePartnership(Party.Influencer, DeclineReason.Timing, null))).ShouldBe(SequenceStopReason.Declined);
        Stop(state => state.End(new DeclinePartnership(Party.Brand, DeclineReason.Timing, null))).ShouldBe(SequenceStopReason.Declined);
        Stop(state => state.Change(new ChangeStage(PartnershipStage.Declined, null))).ShouldBe(SequenceStopReason.Declined);
        Stop(state => state.Change(new ChangeStage(PartnershipStage.Unresponsive, null))).ShouldBe(SequenceStopReason.StageChanged);
        Stop(state => state.OptOut()).ShouldBe(SequenceStopReason.OptedOut);
        Stop(state => state.Change(new ChangeStage(PartnershipStage.Shortlisted, "for now"))).ShouldBeNull();
        Stop(state => state.Schedule(new ScheduleFollowUp(Day, null), Day)).ShouldBeNull();
        // Once contacted, another message changes no stage.
        var contacted = Do(Started, state => state.Complete(Done("1", 1), Day));
        Do(contacted, state => state.Log(Message(OutreachDirection.Out), Day)).Sequences.Active.ShouldNotBeNull();

        static SequenceStopReason? Stop(Func<Partnership, Decision> happens) => Do(Started, happens).Sequences.All[0].StopReason;
    }

    [Fact]
    public void The_step_that_is_next_is_a_task_and_those_before_it_are_closed_tasks()
    {
        var state = Do(Started, before => before.Complete(Done("1", 1), Day));
        var tasks = state.Rows().OfType<CreatorCRM.Tasks.TaskRow>().ToArray();
        tasks.Select(task => (task.Id, task.Status, task.Title, task.Assignee)).ShouldBe(
            [("p.sequence.1.1", CreatorCRM.Tasks.TaskState.Done, "Spring, step 1 of 2: email", "lena"),
                ("p.sequence.1.2", CreatorCRM.Tasks.TaskState.Open, "Look at her posts", "lena")]);
        Partnership.SequenceStepOf("p.sequence.1.2").ShouldBe(("p", "1", 2));
        Partnership.SequenceStepOf("p.follow-up.1").ShouldBeNull();
        Partnership.SequenceStepOf("p.sequence.1").ShouldBeNull();
        var stopped = Do(state, before => before.Log(Message(OutreachDirection.In), Day));
        stopped.Rows().OfType<CreatorCRM.Tasks.TaskRow>().Last().Status.ShouldBe(CreatorCRM.Tasks.TaskState.Dismissed);
    }

    private static CompleteSequenceStep Done(string run, int step) => new(run, step, null, null, "Hello", null);

    private static LogOutreach Message(OutreachDirection direction) => new(direction, OutreachChannel.Email, null, null, null, null);

    private static string[] Codes(Decision decision) =>
        [.. decision.Refusals.Select(refusal => $"{refusal.Field} {System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(refusal.Code.ToString())}")];

    private static T Do<T>(T state, Func<T, Decision> decide)
        where T : class, IAggregate<T>
    {
        var decision = decide(state);
        decision.Refusals.ShouldBeEmpty();
        return decision.Events.Aggregate((State: state, Version: 0L), (told, @event) =>
            (told.State.Apply(@event, new EventMeta(told.Version + 1, Actor.System, @event.OccurredAt ?? Day, Day)), told.Version + 1)).State;
    }
}
