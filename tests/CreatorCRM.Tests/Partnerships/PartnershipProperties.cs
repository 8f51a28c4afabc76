using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Payouts;
using CsCheck;

namespace CreatorCRM.Tests.Partnerships;

/// <summary>Whatever managers do in whatever order.</summary>
public sealed class PartnershipProperties
{
    private const int Count = 1000;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Manager = new("m", "Manager");
    private static readonly PartnershipStep Create = new("create", (state, _) => state.Create(new CreatePartnership("i", "Mia", "c", "Bread", "Jo")));
    private static readonly Gen<PartnershipStep[]> Runs = PartnershipStep.Any.Array[1, 100].Select(steps => (PartnershipStep[])[Create, .. steps]);

    [Fact]
    public void Stages_move_by_the_rules_and_by_themselves_only_forward() => Check((before, @event, after) =>
    {
        if (@event is not StageChanged moved)
        {
            after.Stage.ShouldBe(before.Stage);
            return;
        }
        moved.From.ShouldBe(before.Stage);
        after.Stage.ShouldBe(moved.To);
        if (moved.To == moved.From) (moved.Manual, after.StageSince).ShouldBe((true, before.StageSince));
        else if (moved.Manual) Stages.ManualMoves[moved.From].ShouldContain(moved.To);
        else (before.Stage.IsExit(), moved.To > moved.From).ShouldBe((false, true));
    });

    [Fact]
    public void Contracts_move_by_the_table_and_one_at_most_is_in_force() => Check((before, _, after) =>
    {
        after.Contracts.Versions.Length.ShouldBeGreaterThanOrEqualTo(before.Contracts.Versions.Length);
        foreach (var (old, now) in before.Contracts.Versions.Zip(after.Contracts.Versions))
        {
            if (now.Status != old.Status) Contract.Moves[old.Status].ShouldContain(now.Status);
        }
        foreach (var added in after.Contracts.Versions.Skip(before.Contracts.Versions.Length)) added.Status.ShouldBe(ContractStatus.Draft);
        after.Contracts.Versions.Count(contract => contract.Status == ContractStatus.Countersigned).ShouldBeLessThanOrEqualTo(1);
        foreach (var contract in after.Contracts.Versions)
            contract.Signatures.Select(signature => signature.Party).ShouldBe(((Party[])[Party.Influencer, Party.Brand]).Take(contract.Signatures.Length));
    });

    [Fact]
    public void One_offer_at_most_is_on_the_table_and_what_is_closed_stays_closed() => Check((before, _, after) =>
    {
        after.Offers.All.Count(offer => offer.Status == OfferStatus.Proposed).ShouldBeLessThanOrEqualTo(1);
        foreach (var (old, now) in before.Offers.All.Zip(after.Offers.All))
        {
            if (old.Status != OfferStatus.Proposed) now.ShouldBe(old);
        }
        foreach (var offer in after.Offers.All) (offer.ClosedAt is null).ShouldBe(offer.Status == OfferStatus.Proposed);
    });

    [Fact]
    public void A_stage_says_what_there_is() => CheckStates(state =>
    {
        if (state.Stage is PartnershipStage.Agreed) state.Offers.Accepted.ShouldNotBeNull();
        if (state.Stage is >= PartnershipStage.Contracted and <= PartnershipStage.Completed) state.Contracts.LastInForce.ShouldNotBeNull();
        if (state.Contracts.Open is { } open) (state.Stage == PartnershipStage.Agreed || (open.Amends is not null && !state.Stage.IsExit())).ShouldBeTrue();
        if (state.Offers.Open is not null) (state.Stage <= PartnershipStage.Negotiating || state.Stage.IsExit()).ShouldBeTrue();
        state.Contracts.Versions.Count(contract => contract.Status is ContractStatus.Draft or ContractStatus.Sent or ContractStatus.Viewed or ContractStatus.SignedByInfluencer).ShouldBeLessThanOrEqualTo(1);
    });

    [Fact]
    public void What_is_earned_is_committed_and_an_exit_leaves_nothing_else() => CheckStates(state =>
    {
        var row = state.Rows().OfType<PartnershipRow>().Single();
        if (state.Stage is >= PartnershipStage.Agreed and <= PartnershipStage.Completed) state.CostBasis.ShouldNotBeNull();
        if (state.CostBasis is not { } basis)
        {
            (row.CommittedMinor, row.EarnedMinor, row.PaidMinor, row.CostCurrency).ShouldBe((0, 0, 0, null));
            return;
        }
        var cost = CompensationLedger.Of(basis);
        (row.CommittedMinor, row.EarnedMinor, row.PaidMinor, row.CostCurrency).ShouldBe((cost.Committed, cost.Earned, cost.Paid, "EUR"));
        cost.Earned.ShouldBeInRange(0, cost.Committed);
        cost.Components.Sum(line => line.Earned).ShouldBe(cost.Earned);
        cost.Components.ShouldAllBe(line => line.Explanation.EndsWith('.'));
        cost.Paid.ShouldBeInRange(0, cost.Committed);
        if (state.Stage.IsExit() && state.Payouts.Totals.IsEmpty) cost.Committed.ShouldBe(cost.Earned);
        (state.Sales.Customers.Count >= 0 && state.Sales.Customers.NetMinor >= 0).ShouldBeTrue();
        CrmJson.Write(CompensationLedger.Of(CrmJson.Read<CostBasis>(row.CostBasis!))).ShouldBe(CrmJson.Write(cost));
    });

    [Fact]
    public void Payouts_move_by_the_table_and_only_what_is_earned_is_proposed() => Check((before, @event, after) =>
    {
        foreach (var (old, now) in before.Payouts.All.Zip(after.Payouts.All))
        {
            if (now.Status != old.Status) Payout.Moves[old.Status].ShouldContain(now.Status);
            now.Attempts.Length.ShouldBeGreaterThanOrEqualTo(old.Attempts.Length);
            now.Lines.ShouldBe(old.Lines);
        }
        foreach (var payout in after.Payouts.All)
        {
            payout.Attempts.Count(attempt => attempt.EndedAt is null).ShouldBe(payout.Status == PayoutStatus.Approved ? 1 : 0);
            (payout.PaidOn is not null && payout.Reference is not null).ShouldBe(payout.Status == PayoutStatus.Paid);
        }
        if (after.CostBasis is not { } basis) return;
        var (committed, rise) = (CompensationLedger.Of(basis).Committed, before.CostBasis is { } earlier ? CompensationLedger.Of(earlier).Committed : 0);
        // No payment can break a budget, whenever it comes.
        if (@event is IPayoutEvent) committed.ShouldBeLessThanOrEqualTo(rise);
        if (@event is PayoutProposed { AdvanceReason: null } proposed)
        {
            var (component, bound) = (proposed.Lines[0].Component, after.Payouts.Totals.Single(total => total.Component == proposed.Lines[0].Component).Bound);
            bound.ShouldBeLessThanOrEqualTo(CompensationLedger.Of(basis).Components.Single(line => line.Number == component).Earned);
        }
    });

    [Fact]
    public void Parts_are_numbered_in_order_and_rows_have_keys_of_their_own() => CheckStates(state =>
    {
        state.Offers.All.Select(offer => offer.Number).ShouldBe(Numbers(state.Offers.All.Length));
        state.Contracts.Versions.Select(contract => $"{contract.Number}").ShouldBe(Numbers(state.Contracts.Versions.Length));
        state.Deliverables.All.Select(deliverable => deliverable.Number).ShouldBe(Numbers(state.Deliverables.All.Length));
        state.Outreach.FollowUps.Select(followUp => followUp.Number).ShouldBe(Numbers(state.Outreach.FollowUps.Length));
        var rows = state.Rows().ToList();
        rows.DistinctBy(row => (row.GetType(), row.RowKey)).Count().ShouldBe(rows.Count);
        var unchanged = RowChanges.Between([.. state.Rows()], [.. state.Rows()], []);
        (unchanged.Writes.Count, unchanged.Deletes.Count).ShouldBe((0, 0));
    });

    [Fact]
    public void A_refusal_has_no_events_and_what_is_done_names_its_part() => Runs.Sample(steps =>
    {
        Play(steps, (state, step, decision) =>
        {
            if (decision.IsRefused) (decision.Events.IsEmpty, decision.Part).ShouldBe((true, null));
            foreach (var refusal in decision.Refusals) refusal.Message.ShouldEndWith(".");
            if (!decision.IsRefused && step.Name.StartsWith("offer", StringComparison.Ordinal)) decision.Part.ShouldBe($"{state.Offers.All.Length + 1}");
        });
    }, iter: Count);

    [Fact]
    public void The_stored_events_tell_the_same_state_again_and_its_snapshot_too() => Runs.Sample(steps =>
    {
        var stored = new List<(string Type, int Version, string Data, EventMeta Meta)>();
        var state = Play(steps, onEvent: (_, @event, after, meta) =>
        {
            var type = EventCatalog.Default.NameOf(@event);
            stored.Add((type.Name, type.Version, EventCatalog.Write(@event), meta));
            @event.Summary.ShouldNotBeNullOrWhiteSpace();
        });
        var replayed = stored.Aggregate(Partnership.New(state.Key), (told, entry) => told.Apply(EventCatalog.Default.Read(entry.Type, entry.Version, entry.Data), entry.Meta));
        var json = CrmJson.Write(state);
        CrmJson.Write(replayed).ShouldBe(json);
        var read = CrmJson.Read<Partnership>(json);
        CrmJson.Write(read).ShouldBe(json);
        read.Rows().ShouldBe(state.Rows());
    }, iter: Count);

    [Fact]
    public void Long_runs_reach_every_stage()
    {
        var reached = new HashSet<PartnershipStage>();
        PartnershipStep.Any.Array[400].Sample(steps =>
        {
            Play([Create, .. steps], onEvent: (_, _, after, _) =>
            {
                lock (reached) reached.Add(after.Stage);
            });
        }, iter: Count);
        reached.ShouldBe(Enum.GetValues<PartnershipStage>(), ignoreOrder: true);
    }

    [Fact]
    public void Long_runs_bring_payouts_to_every_status()
    {
        var reached = new HashSet<PayoutStatus>();
        PartnershipStep.Any.Array[400].Sample(steps =>
        {
            Play([Create, .. steps], onEvent: (_, _, after, _) =>
            {
                lock (reached) reached.UnionWith(after.Payouts.All.Select(payout => payout.Status));
            });
        }, iter: Count);
        reached.ShouldBe(Enum.GetValues<PayoutStatus>(), ignoreOrder: true);
    }

    private static void Check(Action<Partnership, IEvent, Partnership> check) => Runs.Sample(steps => { Play(steps, onEvent: (before, @event, after, _) => check(before, @event, after)); }, iter: Count);

    private static void CheckStates(Action<Partnership> check) => Runs.Sample(steps => { Play(steps, (state, _, _) => check(state)); }, iter: Count);

    private static ImmutableArray<string> Numbers(int count) => [.. Enumerable.Range(1, count).Select(number => $"{number}")];

    /// <summary>Does what the grain does with each step, a minute after the other.</summary>
    private static Partnership Play(
        PartnershipStep[] steps, Action<Partnership, PartnershipStep, Decision>? onDecision = null, Action<Partnership, IEvent, Partnership, EventMeta>? onEvent = null)
    {
        var state = Partnership.New(new EntityKey("w", "p"));
        var now = Start;
        foreach (var step in steps)
        {
            now = now.AddMinutes(1);
            var decision = step.Decide(state, now);
            onDecision?.Invoke(state, step, decision);
            foreach (var @event in decision.Events)
            {
                var meta = new EventMeta(state.Version + 1, Manager, @event.OccurredAt ?? now, now);
                var next = state.Apply(@event, meta);
                onEvent?.Invoke(state, @event, next, meta);
                state = next;
            }
        }
        return state;
    }
}
