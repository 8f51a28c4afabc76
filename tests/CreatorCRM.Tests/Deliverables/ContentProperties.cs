using CreatorCRM.Common;
using CreatorCRM.Deliverables;
using CreatorCRM.Disclosure;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CsCheck;

namespace CreatorCRM.Tests.Deliverables;

/// <summary>Whatever happens to content in whatever order.</summary>
public sealed class ContentProperties
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Manager = new("m", "Manager");
    private static readonly Gen<ContentStep[]> Runs = ContentStep.Any.Array[1, 18].Select(steps => (ContentStep[])[.. ContentStep.ToContract, .. steps]);

    [Fact]
    public void Ten_thousand_runs_keep_to_the_table_and_their_events_tell_the_same_state_again() => Runs.Sample(steps =>
    {
        var run = new Run();
        foreach (var step in steps) run.Play(step);
        var replayed = run.Stored.Aggregate(Partnership.New(run.State.Key),
            (told, entry) => told.Apply(EventCatalog.Default.Read(entry.Type, entry.Version, entry.Data), entry.Meta));
        CrmJson.Write(replayed).ShouldBe(CrmJson.Write(run.State));
        replayed.Rows().ShouldBe(run.State.Rows());
        CrmJson.Read<Partnership>(CrmJson.Write(run.State)).Rows().ShouldBe(run.State.Rows());
    }, iter: 10_000);

    [Fact]
    public void Long_runs_reach_every_status_and_every_event()
    {
        var events = EventCatalog.Default.All.Where(e => e.Class.IsAssignableTo(typeof(IDeliverableEvent))).Select(e => e.Name);
        Reach.All(ContentStep.Any.Array[150], steps =>
        {
            var (run, met) = (new Run(), new HashSet<string>());
            foreach (var step in (ContentStep[])[.. ContentStep.ToContract, .. steps])
            {
                run.Play(step);
                met.UnionWith(run.State.Deliverables.All.Select(deliverable => $"{deliverable.Status}"));
            }
            return [.. met, .. run.Stored.Select(entry => entry.Type)];
        }, [.. Enum.GetNames<DeliverableStatus>(), .. events]);
    }

    private sealed class Run
    {
        private readonly Dictionary<string, DeliverableFigures> _figures = [];
        private readonly HashSet<(Type, string)> _facts = [];
        private DateTimeOffset _now = Start;

        public Partnership State { get; private set; } = Partnership.New(new EntityKey("w", "p"));

        public List<(string Type, int Version, string Data, EventMeta Meta)> Stored { get; } = [];

        public void Play(ContentStep step)
        {
            _now = _now.AddHours(7);
            var decision = step.Decide(State, _figures, _now);
            if (decision.IsRefused) decision.Events.ShouldBeEmpty();
            foreach (var refusal in decision.Refusals) refusal.Message.ShouldEndWith(".");
            foreach (var @event in decision.Events) Apply(@event);
        }

        private void Apply(IEvent @event)
        {
            var meta = new EventMeta(State.Version + 1, Manager, @event.OccurredAt ?? _now, _now);
            var before = State;
            State = State.Apply(@event, meta);
            var type = EventCatalog.Default.NameOf(@event);
            Stored.Add((type.Name, type.Version, EventCatalog.Write(@event), meta));
            @event.Summary.ShouldEndWith(".");
            foreach (var fact in State.Facts(@event, meta))
            {
                _facts.Add((fact.GetType(), fact.RowKey)).ShouldBeTrue($"{fact} is told twice");
                if (fact is DeliverableMetricsRow figures) _figures.Add(figures.Id, figures.Figures());
            }
            if (@event is StageChanged { Manual: false } moved) (moved.To > moved.From).ShouldBeTrue();
            foreach (var (old, now) in before.Deliverables.All.Zip(State.Deliverables.All))
            {
                if (now.Status != old.Status) DeliverableStatuses.Moves[old.Status].ShouldContain(now.Status);
                now.Rounds.ShouldBeInRange(old.Rounds, old.Rounds + 1);
            }
            foreach (var deliverable in State.Deliverables.All) Check(deliverable, checkFollows: @event is DeliverablePublished);
        }

        private static void Check(Deliverable deliverable, bool checkFollows)
        {
            (deliverable.Post is not null).ShouldBe(deliverable.Status.IsPublished());
            if (!checkFollows) (deliverable.Check is not null).ShouldBe(deliverable.Post is not null);
            (deliverable.Verification is not null).ShouldBe(deliverable.Status == DeliverableStatus.Verified);
            if (deliverable.DisclosureDecision is not null) deliverable.Check!.Verdict.Outcome.ShouldBe(DisclosureOutcome.Unclear);
            (deliverable.CancelReason is not null).ShouldBe(deliverable.IsCancelled);
            if (deliverable.FiguresTakenAt is not null) deliverable.Post.ShouldNotBeNull();
        }
    }
}
