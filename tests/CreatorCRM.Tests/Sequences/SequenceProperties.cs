using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Sequences;
using CsCheck;

namespace CreatorCRM.Tests.Sequences;

/// <summary>Whatever happens in a partnership while sequences are started, done and stopped.</summary>
public sealed class SequenceProperties
{
    private const int Count = 10_000;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly SequenceToStart Spring = new("s1", "Spring",
        [new(0, OutreachChannel.Email, "t1", null), new(3, null, null, "Look at her posts"), new(4, OutreachChannel.Phone, null, "Call")], false);
    private static readonly SequenceToStart Short = new("s2", "One letter", [new(1, OutreachChannel.Letter, "t2", null)], false);

    private static readonly Gen<Func<Partnership, DateTimeOffset, Decision>> Step = Gen.Frequency<Func<Partnership, DateTimeOffset, Decision>>(
        (6, Gen.Select(Gen.Bool, Gen.Int[0, 3]).Select((longer, dice) => Do((state, now) => state.Start(new StartSequence("s", dice == 0),
            longer ? Spring : dice == 1 ? Short with { IsArchived = true } : Short, now)))),
        (12, Gen.Select(Gen.Int[0, 6], Gen.Int[-2, 0]).Select((dice, days) => Do((state, now) => state.Complete(
            new CompleteSequenceStep(Run(state, dice), NextStep(state, dice), dice == 6 ? OutreachChannel.Comment : null, null,
                WantsText(state) ? "Hello" : null, now.AddDays(days)), now)))),
        (3, Gen.Int[0, 6].Select(dice => Do((state, now) => state.Skip(new SkipSequenceStep(Run(state, dice), NextStep(state, dice),
            dice == 2 ? "she is ill" : null), now)))),
        (1, Gen.Select(Gen.Int[0, 6], Gen.Bool).Select((dice, back) => Do((state, _) => state.Stop(new StopSequence(Run(state, dice), null, back))))),
        (1, Gen.Const(Do((state, _) => state.OptOut()))),
        (2, Gen.Enum<OutreachDirection>().Select(direction => Do((state, now) => state.Log(new LogOutreach(direction, OutreachChannel.Email, null, null, null,
            null), now)))),
        (5, Gen.Int[0, 5].Select(dice => Do((state, _) => state.Change(new ChangeStage(Stages.ManualMoves[state.Stage][dice % Stages.ManualMoves[state.Stage].Length], null))))),
        (1, Gen.Const(Do((state, _) => state.Change(new ChangeStage(state.Stage, "as it is"))))),
        (1, Gen.Enum<Party>().Select(by => Do((state, _) => state.End(new DeclinePartnership(by, DeclineReason.Timing, null))))),
        (1, Gen.Const(Do((state, _) => state.Propose(new ProposeOffer(Party.Brand, [new FixedFee(new Money(25_000, Currency.Eur))], null))))));

    private static readonly Gen<Func<Partnership, DateTimeOffset, Decision>[]> Runs = Step.Array[1, 30];

    [Fact]
    public void Sequences_and_their_steps_move_by_the_tables_and_the_stored_events_tell_them_again() => Runs.Sample(steps =>
    {
        var stored = new List<(string Type, int Version, string Data, EventMeta Meta)>();
        var state = Play(steps, Check, (@event, meta) =>
        {
            var type = EventCatalog.Default.NameOf(@event);
            stored.Add((type.Name, type.Version, EventCatalog.Write(@event), meta));
            @event.Summary.ShouldEndWith(".");
        });
        var replayed = stored.Aggregate(Partnership.New(state.Key),
            (told, entry) => told.Apply(EventCatalog.Default.Read(entry.Type, entry.Version, entry.Data), entry.Meta));
        var json = CrmJson.Write(state);
        CrmJson.Write(replayed).ShouldBe(json);
        var rows = state.Rows().ToArray();
        CrmJson.Read<Partnership>(json).Rows().ShouldBe(rows);
        rows.DistinctBy(row => (row.GetType(), row.RowKey)).Count().ShouldBe(rows.Length);
    }, iter: Count);

    [Fact]
    public void Runs_reach_every_status_and_every_reason_to_stop()
    {
        Reach.All(Runs, run =>
        {
            var met = new HashSet<Enum>();
            Play(run, (_, _, after) =>
            {
                foreach (var one in after.Sequences.All)
                {
                    met.Add(one.Status);
                    met.UnionWith(one.Steps.Select(step => (Enum)step.Status));
                    if (one.StopReason is { } reason) met.Add(reason);
                }
            });
            return met;
        }, [.. Each<SequenceRunStatus>(), .. Each<SequenceStepStatus>(), .. Each<SequenceStopReason>()]);
        SequenceRun.Moves.Keys.ShouldBe(Enum.GetValues<SequenceRunStatus>(), ignoreOrder: true);
        SequenceRunStep.Moves.Keys.ShouldBe(Enum.GetValues<SequenceStepStatus>(), ignoreOrder: true);
    }

    private static IEnumerable<Enum> Each<TEnum>() where TEnum : struct, Enum => Enum.GetValues<TEnum>().Cast<Enum>();

    private static void Check(Partnership before, Decision decision, Partnership after)
    {
        if (decision.IsRefused) decision.Events.ShouldBeEmpty();
        foreach (var refusal in decision.Refusals) refusal.Message.ShouldEndWith(".");
        foreach (var (old, now) in before.Sequences.All.Zip(after.Sequences.All).Where(pair => pair.First != pair.Second))
        {
            // What is over stays as it is.
            old.Status.ShouldBe(SequenceRunStatus.Active);
            if (now.Status != old.Status) SequenceRun.Moves[old.Status].ShouldContain(now.Status);
            foreach (var (was, step) in old.Steps.Zip(now.Steps))
            {
                if (step.Status != was.Status) SequenceRunStep.Moves[was.Status].ShouldContain(step.Status);
                step.Step.ShouldBe(was.Step);
            }
            CheckRun(now);
        }
        foreach (var started in after.Sequences.All.Skip(before.Sequences.All.Length)) CheckRun(started);
        after.Sequences.All.Count(run => run.Status == SequenceRunStatus.Active).ShouldBeLessThanOrEqualTo(1);
        // While one is under way nobody has answered, declined or gone on; a message of its own leads no further than to contacted.
        if (after.Sequences.Active is not null) after.Stage.ShouldBeOneOf(PartnershipStage.Shortlisted, PartnershipStage.Contacted);
    }

    private static void CheckRun(SequenceRun run)
    {
        (run.EndedAt is null).ShouldBe(run.Status == SequenceRunStatus.Active);
        (run.StopReason is null).ShouldBe(run.Status != SequenceRunStatus.Stopped);
        run.Steps.Count(step => step.Status == SequenceStepStatus.Next).ShouldBe(run.Status == SequenceRunStatus.Active ? 1 : 0);
        run.Steps.Select(step => step.Number).ShouldBe(Enumerable.Range(1, run.Steps.Length));
        foreach (var step in run.Steps)
        {
            var behind = run.Next is null || step.Number < run.Next.Number;
            if (run.Status == SequenceRunStatus.Active && behind) step.Status.ShouldBeOneOf(SequenceStepStatus.Done, SequenceStepStatus.Skipped);
            if (run.Status == SequenceRunStatus.Active && step.Number > run.Next!.Number) step.Status.ShouldBe(SequenceStepStatus.Pending);
            if (run.Status == SequenceRunStatus.Finished) step.Status.ShouldBeOneOf(SequenceStepStatus.Done, SequenceStepStatus.Skipped);
            if (run.Status == SequenceRunStatus.Stopped)
                step.Status.ShouldBeOneOf(SequenceStepStatus.Done, SequenceStepStatus.Skipped, SequenceStepStatus.Dropped);
            if (step.Status is not (SequenceStepStatus.Pending or SequenceStepStatus.Dropped)) step.DueAt.ShouldNotBeNull();
            (step.ClosedAt is null).ShouldBe(step.Status is SequenceStepStatus.Pending or SequenceStepStatus.Next);
        }
        foreach (var (step, next) in run.Steps.Zip(run.Steps.Skip(1)))
            if (next.DueAt is { } due) due.ShouldBe(step.ClosedAt!.Value.AddDays(next.Step.WaitDays));
    }

    private static Func<Partnership, DateTimeOffset, Decision> Do(Func<Partnership, DateTimeOffset, Decision> decide) => decide;

    private static string Run(Partnership state, int dice) => $"{state.Sequences.All.Length - (dice == 1 ? 1 : 0)}";

    private static int NextStep(Partnership state, int dice) => (state.Sequences.Active?.Next?.Number ?? 1) + (dice == 0 ? 1 : 0);

    private static bool WantsText(Partnership state) => state.Sequences.Active?.Next?.Step.Channel is not null;

    private static Partnership Play(Func<Partnership, DateTimeOffset, Decision>[] steps, Action<Partnership, Decision, Partnership>? check = null,
        Action<IEvent, EventMeta>? onEvent = null)
    {
        var (state, now) = (Partnership.New(new EntityKey("w", "p")), Start);
        foreach (var step in steps.Prepend((fresh, _) => fresh.Create(new CreatePartnership("i", "Mia", "c", "Bread", "Jo"))))
        {
            now = now.AddHours(7);
            var (before, decision) = (state, step(state, now));
            foreach (var @event in decision.Events)
            {
                var meta = new EventMeta(state.Version + 1, Actor.System, @event.OccurredAt ?? now, now);
                state = state.Apply(@event, meta);
                onEvent?.Invoke(@event, meta);
            }
            check?.Invoke(before, decision, state);
        }
        return state;
    }
}
