using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Payouts;
using CreatorCRM.Sales;

namespace CreatorCRM.Tests.Payouts;

/// <summary>A partnership with a fee, a gift and a commission of which 100.00 EUR is earned.</summary>
public sealed class PayoutDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Actor Fin = new("member:f", "Fin"), Jo = new("member:j", "Jo");
    private static readonly PayoutOptions Options = new();
    private Partnership _state = Partnership.New(new EntityKey("w", "p"));

    public PayoutDecisionTests()
    {
        Do(_state.Create(new CreatePartnership("i", "Mia", "c", "Bread", null)));
        Do(_state.Propose(new ProposeOffer(Party.Brand,
            [new FixedFee(Eur(80_000)), new ProductGift("Loaf", 1, Eur(500)), new Commission(10, null, Eur(60_000))], null)));
        Do(_state.Accept(new CloseOffer("1", null)));
        Do(_state.Record(new RecordSale("1", Eur(100_000), Buyer.Customer, null), Now));
    }

    [Fact]
    public void What_is_earned_is_paid_once_and_no_cent_more()
    {
        Propose(3, 6_000).IsRefused.ShouldBeFalse();
        Do(Propose(3, 6_000));
        Refused(Propose(3, 4_001)).ShouldBe(("components.0.amount", RefusalCode.NotEarned));
        Propose(3, 4_001).Refusals.Single().Message.ShouldBe("Of component 3, 100.00 EUR is earned and 60.00 EUR of it paid or about to be: 40.00 EUR can be paid, or more as an advance with a reason.");
        Do(Propose(3, 4_000));
        Refused(Propose(3, 1)).Code.ShouldBe(RefusalCode.NotEarned);
        // What is cancelled is free again, what failed is not: it may be tried again.
        Do(_state.Cancel(new CancelPayout("1", "twice")));
        Do(_state.Approve(new ApprovePayout("2"), Fin, Options));
        Do(_state.Fail(new FailPayout("2", "no such account")));
        Do(Propose(3, 6_000));
        Refused(Propose(3, 1)).Code.ShouldBe(RefusalCode.NotEarned);
    }

    [Fact]
    public void An_advance_says_why_and_goes_as_far_as_what_is_committed()
    {
        Refused(Propose(1, 100)).Code.ShouldBe(RefusalCode.NotEarned);
        Refused(Propose(1, 80_001, "Material")).Code.ShouldBe(RefusalCode.NotEarned);
        Refused(Propose(1, 100, " ")).ShouldBe(("advanceReason", RefusalCode.Invalid));
        Do(Propose(1, 20_000, "Material"));
        Do(_state.Change(new ChangeStage(PartnershipStage.Cancelled, null)));
        // It was about to be paid when the partnership ended, so it stays committed.
        CompensationLedger.Of(_state.CostBasis!).Committed.ShouldBe(20_000 + 10_000);
    }

    [Fact]
    public void Only_money_is_paid_out_and_in_the_currency_of_the_agreement()
    {
        Refused(Propose(2, 500, "as money")).ShouldBe(("components.0.component", RefusalCode.Invalid));
        Refused(Propose(9, 500)).ShouldBe(("components.0.component", RefusalCode.NotFound));
        var dollars = new Money(500, Currency.Parse("USD"));
        Refused(_state.Propose(new ProposePayout([new PayoutPart(3, dollars)], null, null, null, null))).Code.ShouldBe(RefusalCode.CurrencyMismatch);
        Refused(_state.Propose(new ProposePayout([new PayoutPart(3, Eur(500)), new PayoutPart(3, Eur(1))], null, null, null, null))).Field.ShouldBe("components");
        Refused(_state.Propose(new ProposePayout([new PayoutPart(3, Eur(500))], Eur(501), null, null, null))).Field.ShouldBe("transfer");
        Do(_state.Propose(new ProposePayout([new PayoutPart(3, Eur(500))], dollars, "R-1", new DateOnly(2026, 5, 1), null)));
        _state.Payouts.All.Single().Transfer.ShouldBe(dollars);
    }

    [Fact]
    public void A_large_payout_is_approved_by_somebody_else()
    {
        Do(Propose(1, 50_000, "Material"), by: Jo);
        Do(Propose(1, 1, "Material"), by: Jo);
        Do(_state.Propose(new ProposePayout([new PayoutPart(1, Eur(100))], new Money(501, Currency.Parse("JPY")), null, null, "Material")), by: Jo);
        Do(_state.Propose(new ProposePayout([new PayoutPart(1, Eur(100))], null, null, null, "Material")), by: Jo);
        _state.Approve(new ApprovePayout("1"), Jo, Options).IsRefused.ShouldBeFalse();
        _state.Approve(new ApprovePayout("1"), Jo, new PayoutOptions(499.99m)).Refusals.Single().Message.ShouldBe("A payout above 499.99 is approved by somebody else than Jo, who proposed it.");
        Refused(_state.Approve(new ApprovePayout("3"), Jo, Options)).Code.ShouldBe(RefusalCode.SecondPersonRequired);
        _state.Approve(new ApprovePayout("3"), Fin, Options).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void What_fails_is_tried_again_and_every_attempt_is_kept()
    {
        Do(Propose(3, 5_000));
        Refused(_state.MarkPaid(new MarkPayoutPaid("1", "TX", null), Now)).Code.ShouldBe(RefusalCode.IllegalPayoutStatus);
        Refused(_state.Retry(new RetryPayout("1"))).Code.ShouldBe(RefusalCode.IllegalPayoutStatus);
        Do(_state.Approve(new ApprovePayout("1"), Jo, Options));
        Do(_state.Fail(new FailPayout("1", "no such account")));
        Refused(_state.Approve(new ApprovePayout("1"), Jo, Options)).Code.ShouldBe(RefusalCode.IllegalPayoutStatus);
        Do(_state.Retry(new RetryPayout("1")));
        Refused(_state.MarkPaid(new MarkPayoutPaid("1", "TX", new DateOnly(2026, 4, 3)), Now)).Field.ShouldBe("paidOn");
        Do(_state.MarkPaid(new MarkPayoutPaid("1", "TX", null), Now));
        var payout = _state.Payouts.All.Single();
        payout.Attempts.Select(attempt => (attempt.Number, attempt.Outcome, attempt.Note))
            .ShouldBe([(1, PayoutStatus.Failed, "no such account"), (2, PayoutStatus.Paid, "TX")]);
        (payout.Status, payout.PaidOn, payout.ApprovedBy).ShouldBe((PayoutStatus.Paid, new DateOnly(2026, 4, 1), Jo));
        Refused(_state.Cancel(new CancelPayout("1", "too late"))).Code.ShouldBe(RefusalCode.IllegalPayoutStatus);
        CompensationLedger.Of(_state.CostBasis!).Paid.ShouldBe(5_000);
    }

    [Fact]
    public void What_a_refund_took_back_is_neither_approved_nor_tried_again()
    {
        Do(Propose(3, 8_000));
        Do(_state.Approve(new ApprovePayout("1"), Fin, Options));
        Do(_state.Fail(new FailPayout("1", "no such account")));
        Do(Propose(3, 2_000));
        Refund(70_000);
        Refused(_state.Approve(new ApprovePayout("2"), Fin, Options)).Code.ShouldBe(RefusalCode.NotEarned);
        _state.Retry(new RetryPayout("1")).Refusals.Single().Message.ShouldBe(
            "Of component 3, 30.00 EUR is earned now, and with this payout 100.00 EUR would be paid: cancel it and propose what is left.");
        Do(_state.Cancel(new CancelPayout("1", "refunded")));
        _state.Approve(new ApprovePayout("2"), Fin, Options).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void A_transfer_that_comes_back_is_owed_again_and_the_history_keeps_it()
    {
        Do(Propose(3, 10_000));
        Do(_state.Approve(new ApprovePayout("1"), Jo, Options));
        Do(_state.MarkPaid(new MarkPayoutPaid("1", "TX-1", null), Now));
        var returned = _state.Fail(new FailPayout("1", "account closed"));
        returned.Events.Single().Summary.ShouldBe("Payout 1 of 100.00 EUR, paid on 2026-04-01 with the reference TX-1, came back: account closed.");
        Do(returned);
        var payout = _state.Payouts.All.Single();
        (payout.Status, payout.PaidOn, payout.Reference, _state.Cost!.Paid).ShouldBe((PayoutStatus.Failed, null, null, 0));
        // It may be tried again, so nothing beside it is paid for the same.
        Refused(Propose(3, 1)).Code.ShouldBe(RefusalCode.NotEarned);
        Do(_state.Retry(new RetryPayout("1")));
        Do(_state.MarkPaid(new MarkPayoutPaid("1", "TX-2", null), Now));
        payout = _state.Payouts.All.Single();
        payout.Attempts.Select(attempt => (attempt.Number, attempt.Outcome, attempt.Note)).ShouldBe(
            [(1, PayoutStatus.Paid, "TX-1"), (2, PayoutStatus.Failed, "account closed"), (3, PayoutStatus.Paid, "TX-2")]);
        (payout.Reference, _state.Cost!.Paid).ShouldBe(("TX-2", 10_000));
        Do(_state.Fail(new FailPayout("1", "account closed")));
        Do(_state.Cancel(new CancelPayout("1", "paid by cheque instead")));
        Propose(3, 10_000).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void An_advance_that_nobody_approved_before_the_partnership_ended_is_not_paid()
    {
        Do(Propose(1, 20_000, "Material"));
        Do(Propose(3, 15_000, "Travel"));
        Do(Propose(1, 10_000, "Material"));
        Do(_state.Approve(new ApprovePayout("3"), Fin, Options));
        Do(_state.Fail(new FailPayout("3", "no such account")));
        _state.Approve(new ApprovePayout("1"), Fin, Options).IsRefused.ShouldBeFalse();
        Do(_state.Change(new ChangeStage(PartnershipStage.Cancelled, null)));
        foreach (var number in (string[])["1", "2"]) Refused(_state.Approve(new ApprovePayout(number), Fin, Options)).Code.ShouldBe(RefusalCode.NotEarned);
        Refused(_state.Retry(new RetryPayout("3"))).Code.ShouldBe(RefusalCode.NotEarned);
        Do(_state.Cancel(new CancelPayout("2", "the partnership ended")));
        // What was earned is owed in an exit too.
        Do(Propose(3, 10_000));
        Do(_state.Approve(new ApprovePayout("4"), Fin, Options));
    }

    [Fact]
    public void An_advance_holds_back_what_was_earned_after_it_and_not_what_was_proposed_before()
    {
        Do(Propose(3, 10_000));
        Do(Propose(3, 50_000, "Travel"));
        _state.Approve(new ApprovePayout("1"), Fin, Options).IsRefused.ShouldBeFalse();
        Do(_state.Approve(new ApprovePayout("2"), Fin, Options));
        // Both are within the cap.
        Do(_state.Approve(new ApprovePayout("1"), Fin, Options));
        // What is sold now was paid in advance.
        Do(_state.Record(new RecordSale("2", Eur(100_000), Buyer.Customer, null), Now));
        Refused(Propose(3, 1)).Code.ShouldBe(RefusalCode.NotEarned);
    }

    [Fact]
    public void What_was_earned_is_not_paid_beside_an_advance_for_it_when_the_partnership_ended()
    {
        Do(Propose(3, 10_000));
        Do(Propose(3, 20_000, "Travel"));
        Do(_state.Approve(new ApprovePayout("2"), Fin, Options));
        Do(_state.Change(new ChangeStage(PartnershipStage.Cancelled, null)));
        _state.Approve(new ApprovePayout("1"), Fin, Options).Refusals.Single().Message.ShouldBe(
            "Of component 3, 100.00 EUR is committed now, and with this payout 300.00 EUR would be paid: cancel it and propose what is left.");
    }

    [Fact]
    public void An_agreement_that_is_taken_back_leaves_what_was_earned_by_it()
    {
        Do(_state.Change(new ChangeStage(PartnershipStage.Negotiating, null)));
        (_state.Cost!.Committed, _state.Cost.Earned).ShouldBe((10_000, 10_000));
        Refused(_state.Record(new RecordSale("2", Eur(100), Buyer.Customer, null), Now)).Code.ShouldBe(RefusalCode.IllegalStage);
        Do(Propose(3, 10_000));
        Do(_state.Change(new ChangeStage(PartnershipStage.Declined, null)));
        Do(_state.Change(new ChangeStage(PartnershipStage.Shortlisted, null)));
        (_state.Cost!.Committed, _state.Cost.Earned).ShouldBe((10_000, 10_000));
    }

    [Fact]
    public void A_partnership_that_sold_or_paid_does_not_change_its_currency()
    {
        Do(_state.Change(new ChangeStage(PartnershipStage.Negotiating, null)));
        Do(_state.Propose(new ProposeOffer(Party.Brand, [new FixedFee(new Money(100, Currency.Parse("USD")))], null)));
        Refused(_state.Accept(new CloseOffer("2", null))).ShouldBe(("offerId", RefusalCode.CurrencyMismatch));
    }

    private void Refund(long minor) =>
        Do(_state.Reverse(new ReverseSale("1", Eur(minor), null, null), new KeptSale("1", Eur(100_000), Buyer.Customer, 0), Now));

    private static Money Eur(long minor) => new(minor, Currency.Eur);

    private static (string? Field, RefusalCode Code) Refused(Decision decision) => decision.Refusals.Select(refusal => (refusal.Field, refusal.Code)).First();

    private Decision Propose(int component, long minor, string? advance = null) =>
        _state.Propose(new ProposePayout([new PayoutPart(component, Eur(minor))], null, null, null, advance));

    private void Do(Decision decision, Actor? by = null)
    {
        decision.Refusals.ShouldBeEmpty();
        foreach (var @event in decision.Events) _state = _state.Apply(@event, new EventMeta(_state.Version + 1, by ?? Jo, Now, Now));
    }
}
