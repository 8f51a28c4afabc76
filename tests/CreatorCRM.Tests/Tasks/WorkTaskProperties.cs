using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Tasks;
using CsCheck;

namespace CreatorCRM.Tests.Tasks;

/// <summary>Whatever is done with a task, in whatever order.</summary>
public sealed class WorkTaskProperties
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Func<WorkTask, DateTimeOffset, Decision>> Step = Gen.OneOf<Func<WorkTask, DateTimeOffset, Decision>>(
        Gen.Const((WorkTask state, DateTimeOffset now) => state.Create(new CreateTask("Send a loaf", null, now, "jo", new TaskAbout("i", null, null)), now)),
        Gen.Const((WorkTask state, DateTimeOffset _) => state.Complete()),
        Gen.Const((WorkTask state, DateTimeOffset _) => state.Dismiss(new DismissTask("it is late"))),
        Gen.Int[0, 3].Select(who => (Func<WorkTask, DateTimeOffset, Decision>)((state, _) => state.Reassign(new ReassignTask(who == 0 ? " " : $"member {who}")))),
        Gen.Int[-3, 5_000].Select(days => (Func<WorkTask, DateTimeOffset, Decision>)((state, now) => state.Reschedule(new RescheduleTask(now.AddDays(days)),
            now))));

    [Fact]
    public void A_task_moves_by_the_table_and_its_events_tell_it_again() => Step.Array[1, 20].Sample(steps =>
    {
        var (state, now, stored) = (WorkTask.New(new EntityKey("w", "t")), Start, new List<(string Type, int Version, string Data, EventMeta Meta)>());
        foreach (var step in steps)
        {
            now = now.AddMinutes(1);
            var decision = step(state, now);
            if (decision.IsRefused) decision.Events.ShouldBeEmpty();
            foreach (var refusal in decision.Refusals) refusal.Message.ShouldEndWith(".");
            foreach (var @event in decision.Events)
            {
                var (before, type, meta) = (state, EventCatalog.Default.NameOf(@event), new EventMeta(state.Version + 1, Actor.System, now, now));
                state = state.Apply(@event, meta);
                stored.Add((type.Name, type.Version, EventCatalog.Write(@event), meta));
                if (state.Status != before.Status) WorkTask.Moves[before.Status].ShouldContain(state.Status);
                if (before.Status != TaskState.Open) throw new InvalidOperationException("What is over was changed.");
                (state.ClosedAt is null).ShouldBe(state.Status == TaskState.Open);
            }
        }
        var told = stored.Aggregate(WorkTask.New(state.Key),
            (so_far, entry) => so_far.Apply(EventCatalog.Default.Read(entry.Type, entry.Version, entry.Data), entry.Meta));
        CrmJson.Write(told).ShouldBe(CrmJson.Write(state));
    }, iter: 10_000);
}
