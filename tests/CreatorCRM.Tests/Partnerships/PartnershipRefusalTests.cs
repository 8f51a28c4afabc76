using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Deliverables;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Payouts;
using CreatorCRM.Relationships;
using CreatorCRM.Sales;
using CreatorCRM.Shipments;
using CreatorCRM.Tests.Contracts;
using CreatorCRM.Tests.Journal;

namespace CreatorCRM.Tests.Partnerships;

/// <summary>Places where a partnership refuses besides contracts.</summary>
public sealed class PartnershipRefusalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Partnership Nowhere = Partnership.New(new EntityKey("w", "p"));
    private Partnership _state = ContractStep.Agreement.Aggregate(Nowhere, (state, e) => state.Apply(e, new EventMeta(1, Actor.System, Now, Now)));

    [Fact]
    public void A_partnership_is_made_once_and_whatever_is_done_before_finds_none()
    {
        _state.Create(new CreatePartnership("i", "Mia", "c", "Bread", null)).Refused().ShouldBe(" Invalid");
        foreach (var decision in (Decision[])
        [
            Nowhere.Change(new ChangeStage(PartnershipStage.Contacted, null)), Nowhere.End(new DeclinePartnership(Party.Brand, DeclineReason.Other, "x")),
            Nowhere.Rate(new RatePartnership(5, 5, 5, null)),
            Nowhere.Acknowledge(new AcknowledgeBrief(1, null), Now), Nowhere.Log(new LogOutreach(OutreachDirection.In, OutreachChannel.Email, null, null, null,
                null), Now),
            Nowhere.Schedule(new ScheduleFollowUp(Now, null), Now), Nowhere.Propose(new ProposeOffer(Party.Brand, [], null)),
            Nowhere.Add(new AddDeliverable(DeliverableKind.BlogPost, null, null)),
            Nowhere.Plan(new PlanShipment([], "", null)), Nowhere.Record(new RecordSale("1", Eur(1), Buyer.Customer, null), Now),
            Nowhere.Reverse(new ReverseSale("1", null, null, null), null, Now),
            Nowhere.Propose(new ProposePayout([], null, null, null, null)),
        ]) decision.Refused().ShouldBe("partnershipId NotFound");
    }

    [Fact]
    public void A_part_that_is_not_there_is_not_found()
    {
        foreach (var decision in (Decision[])[_state.Accept(new CloseOffer("9", null)), _state.Decline(new CloseOffer("9", null)),
            _state.Withdraw(new CloseOffer("9", null))])
            decision.Refused().ShouldBe("offerId NotFound");
        foreach (var decision in (Decision[])[_state.Complete(new CompleteFollowUp("9")), _state.Reschedule(new RescheduleFollowUp("9", Now), Now),
            _state.Dismiss(new DismissFollowUp("9", null))])
            decision.Refused().ShouldBe("followUpId NotFound");
        foreach (var decision in (Decision[])
        [
            _state.Approve(new ApprovePayout("9"), Actor.System, new PayoutOptions()), _state.MarkPaid(new MarkPayoutPaid("9", "TX", null), Now),
            _state.Fail(new FailPayout("9", "x")),
            _state.Retry(new RetryPayout("9")), _state.Cancel(new CancelPayout("9", "x")),
        ]) decision.Refused().ShouldBe("payoutId NotFound");
        _state.Close(new CloseShipment("9", ShipmentStatus.Lost, null, null), Now).Refused().ShouldBe("shipmentId NotFound");
        _state.Reverse(new ReverseSale("9", null, null, null), null, Now).Refused().ShouldBe("saleId NotFound");
    }

    [Fact]
    public void Only_the_offer_on_the_table_can_be_closed()
    {
        _state.Accept(new CloseOffer("1", null)).Refusals.Single().Message.ShouldBe("Offer 1 is accepted, so it cannot become accepted: only the offer on the table can.");
        _state.Decline(new CloseOffer("1", null)).Refused().ShouldBe("offerId IllegalOfferStatus");
        _state.Withdraw(new CloseOffer("1", new string('x', 5001))).Refused().ShouldBe("note TooLong");
        _state.Propose(new ProposeOffer(Party.Brand, [new FixedFee(Eur(1))], null)).Refused().ShouldBe("partnershipId IllegalStage");
        var reopened = _state.After(_state.Change(new ChangeStage(PartnershipStage.Negotiating, null)), Now);
        reopened = reopened.After(reopened.Propose(new ProposeOffer(Party.Brand, [new FixedFee(Eur(1))], null)), Now);
        reopened = reopened.After(reopened.Change(new ChangeStage(PartnershipStage.Declined, null)), Now);
        reopened.Accept(new CloseOffer("2", null)).Refused().ShouldBe("offerId IllegalStage");
    }

    public static TheoryData<string, CompensationComponent> Unsound => new()
    {
        { "compensation.0.fixedFee.amount Invalid", new FixedFee(Eur(0)) },
        { "compensation.0.product.quantity Invalid", new ProductGift("Loaf", 0, null) },
        { "compensation.0.product.name Required", new ProductGift(" ", 1, null) },
        { "compensation.0.performanceBonus.threshold Invalid", new PerformanceBonus(BonusMetric.Reach, 0, Eur(1)) },
        { "compensation.0.commission Invalid", new Commission(null, null, null) },
        { "compensation.0.commission Invalid", new Commission(10, Eur(1), null) },
        { "compensation.0.commission.percent Invalid", new Commission(101, null, null) },
        { "compensation.0.discount.percent Invalid", new Discount(0, null, null) },
        { "compensation.0.discount.couponCode TooLong", new Discount(5, null, new string('x', 101)) },
        { "compensation.0.cashback Invalid", new Cashback(null, null) },
        { "compensation.0.usageFee.usage TooLong", new UsageFee(Eur(1), new string('x', 1001)) },
        { "compensation.0.discount.unlocksOn Invalid", new Discount(5, null, null) { UnlocksOn = Unlock.OrderPayment } },
    };

    [Theory]
    [MemberData(nameof(Unsound), DisableDiscoveryEnumeration = true)]
    public void An_offer_makes_sense(string refused, CompensationComponent component) =>
        OfferHistory.Empty.Propose(new ProposeOffer(Party.Brand, [component], null)).Refused().ShouldBe(refused);

    [Fact]
    public void An_offer_has_components_in_one_currency()
    {
        OfferHistory.Empty.Propose(new ProposeOffer(Party.Brand, [], null)).Refused().ShouldBe("compensation Invalid");
        OfferHistory.Empty.Propose(new ProposeOffer(Party.Brand, [new FixedFee(Eur(1)), new UsageFee(new Money(1, Currency.Parse("USD")), null)], null))
            .Refused().ShouldBe("compensation CurrencyMismatch");
        OfferHistory.Empty.Propose(new ProposeOffer(Party.Brand, [.. Enumerable.Repeat(new FixedFee(Eur(1)), 21)], null)).Refused()
            .ShouldBe("compensation TooLong");
    }

    [Fact]
    public void A_follow_up_that_is_over_is_not_changed()
    {
        foreach (var _ in (int[])[1, 2]) Do(_state.Schedule(new ScheduleFollowUp(Now, null), Now));
        Do(_state.Complete(new CompleteFollowUp("1")));
        Do(_state.Dismiss(new DismissFollowUp("2", null)));
        _state.Dismiss(new DismissFollowUp("1", null)).Refusals.Single().Message.ShouldBe("A follow-up that is done or dismissed is not dismissed any more.");
        _state.Complete(new CompleteFollowUp("2")).Refused().ShouldBe("followUpId IllegalTaskStatus");
        _state.Reschedule(new RescheduleFollowUp("1", Now), Now).Refused().ShouldBe("followUpId IllegalTaskStatus");
        _state.Schedule(new ScheduleFollowUp(Now.AddYears(11), null), Now).Refused().ShouldBe("dueAt Invalid");
        _state.Log(new LogOutreach(OutreachDirection.In, OutreachChannel.Email, null, null, Now.AddDays(2), null), Now).Refused()
            .ShouldBe("occurredAt Invalid");
        Do(_state.Change(new ChangeStage(PartnershipStage.Cancelled, null)));
        _state.Log(new LogOutreach(OutreachDirection.Out, OutreachChannel.Email, null, null, null, null), Now).Refused().ShouldBe("partnershipId IllegalStage");
    }

    [Fact]
    public void Of_each_part_there_are_at_most_five_hundred()
    {
        var full = _state.After(_state.Change(new ChangeStage(PartnershipStage.Negotiating, null)), Now);
        for (var i = 0; i < PartNumber.Max; i++)
        {
            Do(_state.Schedule(new ScheduleFollowUp(Now, null), Now));
            Do(_state.Add(new AddDeliverable(DeliverableKind.BlogPost, null, null)));
            Do(_state.Plan(new PlanShipment([new ShipmentItem("Loaf", 1, null)], "Bakery Lane 1", null)));
            Do(_state.Propose(new ProposePayout([new PayoutPart(1, Eur(1))], null, null, null, "Material")));
            if (full.Offers.All.Length < PartNumber.Max) full = full.After(full.Propose(new ProposeOffer(Party.Brand, [new FixedFee(Eur(1))], null)), Now);
        }
        _state.Schedule(new ScheduleFollowUp(Now, null), Now).Refused().ShouldBe("dueAt Invalid");
        _state.Log(new LogOutreach(OutreachDirection.In, OutreachChannel.Email, null, null, null, Now), Now).Refused().ShouldBe("followUpAt Invalid");
        _state.Add(new AddDeliverable(DeliverableKind.BlogPost, null, null)).Refused().ShouldBe("kind Invalid");
        _state.Plan(new PlanShipment([new ShipmentItem("Loaf", 1, null)], "Bakery Lane 1", null)).Refused().ShouldBe("items Invalid");
        _state.Propose(new ProposePayout([new PayoutPart(1, Eur(1))], null, null, null, "Material")).Refused().ShouldBe("partnershipId Invalid");
        full.Propose(new ProposeOffer(Party.Brand, [new FixedFee(Eur(1))], null)).Refused().ShouldBe("compensation Invalid");
    }

    [Fact]
    public void A_payout_names_money_and_days_that_make_sense()
    {
        _state.Propose(new ProposePayout([], null, null, null, null)).Refused().ShouldBe("components Invalid");
        _state.Propose(new ProposePayout([new PayoutPart(1, Eur(0))], null, null, null, null)).Refused().ShouldBe("components.0.amount Invalid");
        _state.Propose(new ProposePayout([new PayoutPart(1, Eur(1))], Eur(0), null, new DateOnly(1850, 1, 1), "Material")).Refused()
            .ShouldBe("dueOn Invalid, transfer Invalid");
        _state.Add(new AddDeliverable(DeliverableKind.BlogPost, new DateOnly(1850, 1, 1), null)).Refused().ShouldBe("dueOn Invalid");
        Do(_state.Add(new AddDeliverable(DeliverableKind.BlogPost, null, null)));
        for (var i = 0; i < 100; i++) Do(_state.Submit(new SubmitDraft("1", null, "Rye bread", null)));
        _state.Submit(new SubmitDraft("1", null, "Rye bread", null)).Refused().ShouldBe("deliverableId Invalid");
    }

    [Fact]
    public void Sales_briefs_and_marks_make_sense()
    {
        _state.Record(new RecordSale("1", new Money(1, Currency.Parse("USD")), Buyer.Customer, null), Now).Refused().ShouldBe("amount CurrencyMismatch");
        Do(_state.Record(new RecordSale("1", Eur(Money.MaxMinorUnits), Buyer.Customer, null), Now));
        _state.Record(new RecordSale("2", Eur(1), Buyer.Customer, null), Now).Refused().ShouldBe("amount Invalid");
        _state.Acknowledge(new AcknowledgeBrief(0, null), Now).Refused().ShouldBe("version Invalid");
        _state.Acknowledge(new AcknowledgeBrief(1, null), Now).Guards.Single().Else.Code.ShouldBe(RefusalCode.NotFound);
        Do(_state.Acknowledge(new AcknowledgeBrief(2, null), Now));
        _state.Acknowledge(new AcknowledgeBrief(1, null), Now).Refusals.Single().Message.ShouldBe("Version 2 of the brief was acknowledged already.");
        _state.Rate(new RatePartnership(5, 5, 5, null)).Refused().ShouldBe("partnershipId IllegalStage");
        Do(_state.Change(new ChangeStage(PartnershipStage.Cancelled, null)));
        _state.Rate(new RatePartnership(0, 6, 5, null)).Refused().ShouldBe("reliability Invalid, quality Invalid");
    }

    private static Money Eur(long minor) => new(minor, Currency.Eur);

    private void Do(Decision decision) => _state = _state.After(decision, Now);
}
