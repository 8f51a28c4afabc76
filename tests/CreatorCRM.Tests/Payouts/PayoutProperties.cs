using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Payouts;
using CreatorCRM.Sales;
using CsCheck;

namespace CreatorCRM.Tests.Payouts;

/// <summary>
/// A fee that nothing earns and a commission with a cap or none, and whatever is sold, goes back, is proposed, approved, paid and returned by the bank, in any
/// order. What must come out is reckoned beside it from the sales that are left.
/// </summary>
public sealed class PayoutProperties
{
    private const long Fee = 5_000;

    private static readonly DateTimeOffset Now = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Step> Any = Gen.Frequency(
        (4, Gen.Long[1, 40_000].Select(minor => new Step($"sale of {minor}", run => run.Sell(minor)))),
        (2, Gen.Select(Gen.Int[0, 5], Gen.Long[1, 40_000]).Select((sale, minor) => new Step($"refund of {minor} of {sale}", run => run.Refund(sale, minor)))),
        (4, Gen.Select(Gen.Int[1, 2], Gen.Long[1, 2_500], Gen.Bool).Select((component, minor, early) => new Step(
            $"{(early ? "advance" : "payout")} of {minor} for {component}",
            run => run.Do(run.State.Propose(new ProposePayout([new PayoutPart(component, Eur(minor))], null, null, null, early ? "Material" : null)))))),
        (1, Gen.Const(new Step("payout of all", run => run.ProposeAllThatIsEarned()))),
        (4, OfPayout("approve", (state, number) => state.Approve(new ApprovePayout(number), Actor.System, new PayoutOptions()))),
        (3, OfPayout("paid", (state, number) => state.MarkPaid(new MarkPayoutPaid(number, "TX", null), Now))),
        (2, OfPayout("failed", (state, number) => state.Fail(new FailPayout(number, "no such account")))),
        (2, OfPayout("retry", (state, number) => state.Retry(new RetryPayout(number)))),
        (1, OfPayout("cancel", (state, number) => state.Cancel(new CancelPayout(number, "not now")))),
        (1, Gen.Int[0, 9].Select(dice => new Step(dice == 0 ? "end" : "nothing", run =>
        {
            if (dice == 0) run.Do(run.State.Change(new ChangeStage(PartnershipStage.Cancelled, null)));
        }))));

    [Fact]
    public void No_cent_of_what_is_earned_is_lost_or_invented_and_none_leaves_that_is_not_owed() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Frequency((1, Gen.Const((long?)null)), (2, Gen.Long[0, 8_000].Select(cap => (long?)cap))), Any.Array[1, 40])
            .Sample((hundredths, cap, steps) =>
        {
            var run = new Run(hundredths / 100m, cap);
            foreach (var step in steps) step.Take(run);
        }, iter: 10_000);

    private static Gen<Step> OfPayout(string name, Func<Partnership, string, Decision> decide) => Gen.Int[0, 3].Select(back =>
        new Step($"{name} {back} before the latest", run => run.Do(decide(run.State, $"{run.State.Payouts.All.Length - back}"))));

    private static Money Eur(long minor) => new(minor, Currency.Eur);

    private sealed record Step(string Name, Action<Run> Take)
    {
        public override string ToString() => Name;
    }

    private sealed class Run
    {
        private readonly decimal _percent;
        private readonly long? _cap;
        private readonly List<KeptSale> _sales = [];
        // The most that was owed at any approval so far, for each component.
        private readonly long[] _limits = [0, 0];

        public Run(decimal percent, long? cap)
        {
            (_percent, _cap) = (percent, cap);
            Do(State.Create(new CreatePartnership("i", "Mia", "c", "Bread", null)));
            Do(State.Propose(new ProposeOffer(Party.Brand, [new FixedFee(Eur(Fee)), new Commission(percent, null, cap is { } most ? Eur(most) : null)], null)));
            Do(State.Accept(new CloseOffer("1", null)));
        }

        public Partnership State { get; private set; } = Partnership.New(new EntityKey("w", "p"));

        private long Earned => (long)Math.Min(
            decimal.Round(_sales.Sum(sale => sale.Left.MinorUnits) * _percent / 100, MidpointRounding.AwayFromZero), _cap ?? long.MaxValue);

        private bool IsOver => State.Stage == PartnershipStage.Cancelled;

        public void Sell(long minor)
        {
            var order = $"{_sales.Count + 1}";
            var decision = State.Record(new RecordSale(order, Eur(minor), Buyer.Customer, null), Now);
            decision.IsRefused.ShouldBe(IsOver);
            if (!IsOver) _sales.Add(new KeptSale(order, Eur(minor), Buyer.Customer, 0));
            Do(decision);
        }

        public void Refund(int which, long minor)
        {
            if (which >= _sales.Count) return;
            var sale = _sales[which];
            var decision = State.Reverse(new ReverseSale(sale.OrderNumber, Eur(minor), null, null), sale, Now);
            decision.IsRefused.ShouldBe(minor > sale.Left.MinorUnits);
            if (!decision.IsRefused) _sales[which] = sale with { Reversed = sale.Reversed + minor };
            Do(decision);
        }

        /// <summary>It can be paid to the last cent, and not one more.</summary>
        public void ProposeAllThatIsEarned()
        {
            var left = Earned - Of(2, payout => payout.Status != PayoutStatus.Cancelled);
            State.Propose(Earlier(Math.Max(0, left) + 1)).IsRefused.ShouldBeTrue();
            if (left > 0) Do(State.Propose(Earlier(left)), mustBeAccepted: true);

            static ProposePayout Earlier(long minor) => new([new PayoutPart(2, Eur(minor))], null, null, null, null);
        }

        public void Do(Decision decision, bool mustBeAccepted = false)
        {
            if (mustBeAccepted) decision.Refusals.ShouldBeEmpty();
            foreach (var @event in decision.Events)
            {
                State = State.Apply(@event, new EventMeta(State.Version + 1, Actor.System, Now, Now));
                if (@event is PayoutApproved approved) Leaves(approved.Payout);
                if (@event is PayoutRetried retried) Leaves(retried.Payout);
            }
            if (State.Cost is not { } cost) return;
            (cost.Components[0].Earned, cost.Components[1].Earned, cost.Earned).ShouldBe((0, Earned, Earned));
            for (var i = 0; i < 2; i++)
            {
                cost.Components[i].Paid.ShouldBe(Of(i + 1, payout => payout.Status == PayoutStatus.Paid));
                cost.Components[i].Paid.ShouldBeLessThanOrEqualTo(_limits[i]);
            }
        }

        private void Leaves(string number)
        {
            var component = State.Payouts.All.Single(payout => payout.Number == number).Lines.Single().Component;
            var (earned, most) = component == 1 ? (0, Fee) : (Earned, _cap ?? Earned);
            var isAdvanced = Of(component, payout => IsLeaving(payout) && payout.AdvanceReason is not null) > 0;
            var limit = isAdvanced && !IsOver ? most : earned;
            Of(component, IsLeaving).ShouldBeLessThanOrEqualTo(limit);
            _limits[component - 1] = Math.Max(_limits[component - 1], limit);
        }

        private static bool IsLeaving(Payout payout) => payout.Status is PayoutStatus.Approved or PayoutStatus.Paid;

        private long Of(int component, Func<Payout, bool> which) =>
            State.Payouts.All.Where(which).SelectMany(payout => payout.Lines).Where(line => line.Component == component).Sum(line => line.Amount.MinorUnits);
    }
}
