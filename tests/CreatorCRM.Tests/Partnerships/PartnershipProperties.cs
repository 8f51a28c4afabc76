using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Payouts;
using CsCheck;

namespace CreatorCRM.Tests.Partnerships;

/// <summary>
/// Whatever managers do in whatever order. Each run is made once, and all rules look at each of its events; what reads or writes JSON looks at its end.
/// </summary>
public sealed class PartnershipProperties
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Manager = new("m", "Manager");
    private static readonly PartnershipStep Create = new("create", (state, _) => state.Create(new CreatePartnership("i", "Mia", "c", "Bread", "Jo")));
    // Half begin with a contract or beyond it, since few come so far by chance.
    private static readonly ImmutableArray<ImmutableArray<PartnershipStep>> Beginnings =
        [[], [], [], PartnershipStep.ToContract, PartnershipStep.ToSecondTerm, PartnershipStep.ToSecondOffer];
    private static readonly Gen<PartnershipStep[]> Runs = Gen.Select(Gen.Int[0, 5], PartnershipStep.Any.Array[1, 50])
        .Select((dice, steps) => (PartnershipStep[])[Create, .. Beginnings[dice], .. steps]);

    [Fact]
    public void Ten_thousand_runs_keep_every_rule_and_lose_no_event()
    {
        var (stages, payouts, paidLater) = (0, 0, 0);
        Runs.Sample(steps =>
        {
            var bounds = new AgreementBounds();
            var stored = new List<(EventTypeAttribute Type, string Data, EventMeta Meta)>();
            var end = Play(steps, (before, @event, after, meta) =>
            {
                Stages_move_by_the_rules_and_by_themselves_only_forward(before, @event, after);
                Contracts_move_by_the_table_and_one_at_most_is_in_force(before.Contracts, after.Contracts);
                One_offer_at_most_is_on_the_table_and_what_is_closed_stays_closed(before.Offers, after.Offers);
                A_stage_says_what_there_is(after);
                Payouts_move_by_the_table_and_only_what_is_earned_is_proposed(before, @event, after);
                bounds.Check(before, after);
                @event.Summary.ShouldNotBeNullOrWhiteSpace();
                stored.Add((EventCatalog.Default.NameOf(@event), EventCatalog.Write(@event), meta));
                Interlocked.Or(ref stages, 1 << (int)after.Stage);
                foreach (var payout in after.Payouts.All) Interlocked.Or(ref payouts, 1 << (int)payout.Status);
            });
            What_is_earned_is_committed_and_an_exit_leaves_nothing_else(end);
            What_is_earned_and_not_paid_can_be_paid(end);
            if (end.Payouts.All.Any(payout => payout.Status == PayoutStatus.Paid && payout.Lines[0].Component > 2)) Interlocked.Increment(ref paidLater);
            Parts_are_numbered_in_order_and_rows_have_keys_of_their_own(end);
            The_stored_events_tell_the_same_state_again_and_its_snapshot_too(stored, end);
        }, iter: 10_000);
        Enum.GetValues<PartnershipStage>().Where(stage => (stages & (1 << (int)stage)) == 0).ShouldBeEmpty();
        paidLater.ShouldBePositive();
        Enum.GetValues<PayoutStatus>().Where(status => (payouts & (1 << (int)status)) == 0).ShouldBeEmpty();
    }

    private static void Stages_move_by_the_rules_and_by_themselves_only_forward(Partnership before, IEvent @event, Partnership after)
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
        // Content of the next term is to be made.
        else if (moved.To < moved.From)
            (moved.To, before.Stage.BeginsAgain(), before.Agreements.Closed.LastOrDefault()?.End)
                .ShouldBe((PartnershipStage.Contracted, true, AgreementEnd.Renewed));
        else before.Stage.IsExit().ShouldBeFalse();
    }

    private static void Contracts_move_by_the_table_and_one_at_most_is_in_force(ContractHistory before, ContractHistory after)
    {
        if (before == after) return;
        after.Versions.Length.ShouldBeGreaterThanOrEqualTo(before.Versions.Length);
        foreach (var (old, now) in before.Versions.Zip(after.Versions))
        {
            if (now.Status != old.Status) Contract.Moves[old.Status].ShouldContain(now.Status);
        }
        foreach (var added in after.Versions.Skip(before.Versions.Length)) added.Status.ShouldBe(ContractStatus.Draft);
        after.Versions.Count(contract => contract.Status == ContractStatus.Countersigned).ShouldBeLessThanOrEqualTo(1);
        foreach (var contract in after.Versions)
            contract.Signatures.Select(signature => signature.Party).ShouldBe(((Party[])[Party.Influencer, Party.Brand]).Take(contract.Signatures.Length));
    }

    private static void One_offer_at_most_is_on_the_table_and_what_is_closed_stays_closed(OfferHistory before, OfferHistory after)
    {
        if (before == after) return;
        after.All.Count(offer => offer.Status == OfferStatus.Proposed).ShouldBeLessThanOrEqualTo(1);
        foreach (var (old, now) in before.All.Zip(after.All))
        {
            if (old.Status != OfferStatus.Proposed) now.ShouldBe(old);
        }
        foreach (var offer in after.All) (offer.ClosedAt is null).ShouldBe(offer.Status == OfferStatus.Proposed);
    }

    // What a stage asks for may come in the same commit behind it, so this looks at parts that come before the stage.
    private static void A_stage_says_what_there_is(Partnership state)
    {
        if (state.Stage is PartnershipStage.Agreed) state.Offers.Accepted.ShouldNotBeNull();
        if (state.Stage is >= PartnershipStage.Contracted and <= PartnershipStage.Completed) state.Contracts.LastInForce.ShouldNotBeNull();
        if (state.Contracts.Open is { } open) (state.Stage == PartnershipStage.Agreed || (open.Amends is not null && !state.Stage.IsExit())).ShouldBeTrue();
        state.Contracts.Versions.Count(contract => contract.Status is ContractStatus.Draft or ContractStatus.Sent or ContractStatus.Viewed or ContractStatus.SignedByInfluencer).ShouldBeLessThanOrEqualTo(1);
    }

    private static void Payouts_move_by_the_table_and_only_what_is_earned_is_proposed(Partnership before, IEvent @event, Partnership after)
    {
        if (@event is not IPayoutEvent) return;
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
        if (after.Cost is not { } cost) return;
        // No payment can break a budget, whenever it comes.
        cost.Committed.ShouldBeLessThanOrEqualTo(before.Cost?.Committed ?? 0);
        if (@event is PayoutProposed { AdvanceReason: null, Lines: [var line] })
            after.Payouts.Totals.Single(total => total.Component == line.Component).Bound.ShouldBeLessThanOrEqualTo(cost.Components.Single(earned => earned.Number == line.Component).Earned);
    }

    private static void What_is_earned_is_committed_and_an_exit_leaves_nothing_else(Partnership state)
    {
        if (state.Offers.Open is not null) (state.Stage <= PartnershipStage.Negotiating || state.Stage.IsExit()).ShouldBeTrue();
        var row = PartnershipRow.From(state);
        if (state.Stage is >= PartnershipStage.Agreed and <= PartnershipStage.Completed) state.CostBasis.ShouldNotBeNull();
        if (state.CostBasis is not { } basis)
        {
            (row.CommittedMinor, row.EarnedMinor, row.PaidMinor, row.CostCurrency).ShouldBe((0, 0, 0, null));
            return;
        }
        var cost = CompensationLedger.Of(basis);
        (row.CommittedMinor, row.EarnedMinor, row.PaidMinor, row.CostCurrency).ShouldBe((cost.Committed, cost.Earned, cost.Paid, "EUR"));
        cost.Earned.ShouldBeInRange(0, cost.Committed);
        (cost.Components.Sum(line => line.Committed), cost.Components.Sum(line => line.Earned), cost.Components.Sum(line => line.Paid))
            .ShouldBe((cost.Committed, cost.Earned, cost.Paid));
        cost.Paid.ShouldBe(state.Payouts.Totals.Sum(total => total.Paid));
        cost.Components.Select(line => line.Number).ShouldBeUnique();
        foreach (var line in cost.Components) line.Explanation.ShouldEndWith(".");
        cost.Paid.ShouldBeInRange(0, cost.Committed);
        if (state.Stage.IsExit() && state.Payouts.Totals.IsEmpty) cost.Committed.ShouldBe(cost.Earned);
        state.Sales.Agreements.ShouldAllBe(sales => sales.Customers.Count >= 0 && sales.Customers.NetMinor >= 0);
        CrmJson.Write(CompensationLedger.Of(CrmJson.Read<CostBasis>(row.CostBasis!))).ShouldBe(CrmJson.Write(cost));
    }

    private static void What_is_earned_and_not_paid_can_be_paid(Partnership state)
    {
        foreach (var line in state.Cost?.Components ?? [])
        {
            var owed = line.Earned - (state.Payouts.Totals.FirstOrDefault(total => total.Component == line.Number)?.Bound ?? 0);
            if (owed <= 0) continue;
            state.Propose(new ProposePayout([new PayoutPart(line.Number, new Money(owed, Currency.Eur))], null, null, null, null)).Refusals.ShouldBeEmpty();
        }
    }

    private static void Parts_are_numbered_in_order_and_rows_have_keys_of_their_own(Partnership state)
    {
        state.Offers.All.Select(offer => offer.Number).ShouldBe(Numbers(state.Offers.All.Length));
        state.Contracts.Versions.Select(contract => $"{contract.Number}").ShouldBe(Numbers(state.Contracts.Versions.Length));
        state.Deliverables.All.Select(deliverable => deliverable.Number).ShouldBe(Numbers(state.Deliverables.All.Length));
        state.Outreach.FollowUps.Select(followUp => followUp.Number).ShouldBe(Numbers(state.Outreach.FollowUps.Length));
        var rows = state.Rows().ToList();
        rows.DistinctBy(row => (row.GetType(), row.RowKey)).Count().ShouldBe(rows.Count);
        var unchanged = RowChanges.Between(rows, [.. state.Rows()], []);
        (unchanged.Writes.Count, unchanged.Deletes.Count).ShouldBe((0, 0));
    }

    private static void The_stored_events_tell_the_same_state_again_and_its_snapshot_too(List<(EventTypeAttribute Type, string Data, EventMeta Meta)> stored,
        Partnership state)
    {
        state.Version.ShouldBe(stored.Count);
        var replayed = stored.Aggregate(Partnership.New(state.Key),
            (told, entry) => told.Apply(EventCatalog.Default.Read(entry.Type.Name, entry.Type.Version, entry.Data), entry.Meta));
        var json = CrmJson.Write(state);
        CrmJson.Write(replayed).ShouldBe(json);
        var read = CrmJson.Read<Partnership>(json);
        CrmJson.Write(read).ShouldBe(json);
        read.Rows().SequenceEqual(state.Rows()).ShouldBeTrue();
    }

    private static ImmutableArray<string> Numbers(int count) => [.. Enumerable.Range(1, count).Select(number => $"{number}")];

    /// <summary>Does what the grain does with each step, a minute after the other.</summary>
    private static Partnership Play(PartnershipStep[] steps, Action<Partnership, IEvent, Partnership, EventMeta> onEvent)
    {
        var state = Partnership.New(new EntityKey("w", "p"));
        var now = Start;
        foreach (var step in steps)
        {
            now = now.AddMinutes(1);
            var decision = step.Decide(state, now);
            if (decision.IsRefused) (decision.Events.IsEmpty, decision.Part).ShouldBe((true, null));
            foreach (var refusal in decision.Refusals) refusal.Message.ShouldEndWith(".");
            if (!decision.IsRefused && step.Name.StartsWith("offer", StringComparison.Ordinal)) decision.Part.ShouldBe($"{state.Offers.All.Length + 1}");
            foreach (var @event in decision.Events)
            {
                var meta = new EventMeta(state.Version + 1, Manager, @event.OccurredAt ?? now, now);
                var next = state.Apply(@event, meta);
                onEvent(state, @event, next, meta);
                state = next;
            }
        }
        return state;
    }
}
