using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Payouts;
using CreatorCRM.Sales;
using CreatorCRM.Shipments;
using CreatorCRM.Tests.Deliverables;

namespace CreatorCRM.Tests.Partnerships;

/// <summary>A partnership whose contract asks for two stories and a reel for 250.00 EUR.</summary>
public sealed class CompletionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
    private Partnership _state = Partnership.New(new EntityKey("w", "p"));

    public CompletionTests() => For(new FixedFee(Eur(25_000)));

    [Fact]
    public void The_last_verification_fulfils_the_contract_and_the_last_payment_completes_the_partnership()
    {
        Verify("1", "2");
        Publish("3");
        (Contract.Status, _state.Stage).ShouldBe((ContractStatus.Countersigned, PartnershipStage.Published));
        var last = Do(state => state.Verify(new VerifyDeliverable("3", null, null)));
        last.Select(@event => @event.GetType()).ShouldBe([typeof(DeliverableVerified), typeof(ContractFulfilled)]);
        last[1].Summary.ShouldBe("Version 1 of the contract was fulfilled: all content was verified.");
        (Contract.Status, Contract.EndedOn, _state.Stage).ShouldBe((ContractStatus.Fulfilled, new DateOnly(2026, 3, 10), PartnershipStage.Published));
        Pay(25_000);
        (_state.Stage, _state.StageIsManual).ShouldBe((PartnershipStage.Completed, false));
    }

    [Fact]
    public void When_all_is_paid_before_the_verification_completes_the_partnership()
    {
        Publish("1", "2", "3");
        Pay(25_000);
        _state.Stage.ShouldBe(PartnershipStage.Published);
        Verify("1", "2", "3");
        (Contract.Status, _state.Stage).ShouldBe((ContractStatus.Fulfilled, PartnershipStage.Completed));
    }

    [Fact]
    public void A_parcel_that_is_on_its_way_keeps_the_stage_but_not_the_contract()
    {
        Do(state => state.Plan(new PlanShipment([new ShipmentItem("Loaf", 1, null)], "Bakery Lane 1", null)));
        Verify("1", "2", "3");
        Pay(25_000);
        (Contract.Status, _state.Stage).ShouldBe((ContractStatus.Fulfilled, PartnershipStage.Published));
        Do(state => state.Close(new CloseShipment("1", ShipmentStatus.Cancelled, null, null), Now));
        _state.Stage.ShouldBe(PartnershipStage.Completed);
    }

    [Fact]
    public void A_payout_that_failed_keeps_the_stage_until_it_is_given_up()
    {
        Verify("1", "2", "3");
        Pay(20_000);
        Do(state => state.Propose(new ProposePayout([new PayoutPart(1, Eur(5_000))], null, null, null, null)));
        Do(state => state.Approve(new ApprovePayout("2"), Actor.System, new PayoutOptions()));
        Do(state => state.Fail(new FailPayout("2", "no such account")));
        Do(state => state.Cancel(new CancelPayout("2", "paid by hand")));
        // 50.00 EUR are owed all the same.
        _state.Stage.ShouldBe(PartnershipStage.Published);
        Pay(5_000);
        _state.Stage.ShouldBe(PartnershipStage.Completed);
    }

    [Fact]
    public void A_transfer_that_the_bank_returns_keeps_the_stage_until_it_is_paid_again_and_takes_none_back()
    {
        Pay(25_000, early: true);
        Do(state => state.Fail(new FailPayout("1", "account closed")));
        Verify("1", "2", "3");
        _state.Stage.ShouldBe(PartnershipStage.Published);
        PayAgain();
        _state.Stage.ShouldBe(PartnershipStage.Completed);
        Do(state => state.Fail(new FailPayout("1", "account closed")));
        _state.Stage.ShouldBe(PartnershipStage.Completed);
        PayAgain();
        (_state.Stage, _state.Cost!.Paid).ShouldBe((PartnershipStage.Completed, 25_000));

        void PayAgain()
        {
            Do(state => state.Retry(new RetryPayout("1")));
            Do(state => state.MarkPaid(new MarkPayoutPaid("1", "TX", null), Now));
        }
    }

    [Fact]
    public void What_is_not_wanted_any_more_is_not_waited_for()
    {
        Verify("1", "2");
        Do(state => state.Cancel(new CancelDeliverable("3", "two are enough"))).OfType<ContractFulfilled>().ShouldHaveSingleItem();
        Contract.Status.ShouldBe(ContractStatus.Fulfilled);
    }

    [Fact]
    public void Content_that_is_added_after_the_fulfilment_is_outside_of_the_contract_and_keeps_the_stage()
    {
        Verify("1", "2", "3");
        Do(state => state.Add(new AddDeliverable(DeliverableKind.BlogPost, null, "as a favour")));
        Pay(25_000);
        (Contract.Status, _state.Stage).ShouldBe((ContractStatus.Fulfilled, PartnershipStage.Published));
        Do(state => state.Update(new UpdatePublication("1", null, ["Anzeige | Rye bread"], null, null, null, "DE"), Now));
        Contract.Status.ShouldBe(ContractStatus.Fulfilled);
        Do(state => state.Verify(new VerifyDeliverable("1", null, null)));
        Verify("4");
        _state.Stage.ShouldBe(PartnershipStage.Completed);
    }

    [Fact]
    public void A_stage_that_a_manager_set_stays()
    {
        Do(state => state.Submit(new SubmitDraft("1", null, "Rice bread", null)));
        Do(state => state.Change(new ChangeStage(PartnershipStage.Published, "the rest is a formality")));
        Verify("1", "2", "3");
        Pay(25_000);
        (Contract.Status, _state.Stage, _state.StageIsManual).ShouldBe((ContractStatus.Fulfilled, PartnershipStage.Published, true));
    }

    [Fact]
    public void While_a_change_is_negotiated_the_contract_waits_and_is_fulfilled_when_that_comes_to_nothing()
    {
        Do(state => state.Amend(new AmendContract("1", Contract.Terms with { NoticeDays = 7 }), null));
        Verify("1", "2", "3");
        Contract.Status.ShouldBe(ContractStatus.Countersigned);
        Do(state => state.Void(new CloseContract("2", "not needed"))).OfType<ContractFulfilled>().ShouldHaveSingleItem();
        _state.Contracts.Versions.Select(contract => contract.Status).ShouldBe([ContractStatus.Fulfilled, ContractStatus.Voided]);
    }

    [Fact]
    public void What_the_contract_asks_for_and_was_never_planned_is_waited_for()
    {
        Do(state => state.Amend(new AmendContract("1",
            Contract.Terms with { Deliverables = [.. Contract.Terms.Deliverables, new AgreedDeliverable(DeliverableKind.BlogPost, 1, null)] }), null));
        Do(state => state.Send(new SendContract("2"), new ContractParties("Mia", "Bread", null, null), Now));
        Do(state => state.Sign(new SignContract("2", Party.Influencer, "Mia", null, null), Now));
        Do(state => state.Sign(new SignContract("2", Party.Brand, "Jo", null, null), Now));
        Verify("1", "2", "3");
        Contract.Status.ShouldBe(ContractStatus.Countersigned);
        Verify("4");
        Contract.Status.ShouldBe(ContractStatus.Fulfilled);
    }

    [Fact]
    public void A_partnership_that_was_given_up_is_for_a_person_to_close()
    {
        Publish("1", "2", "3");
        Do(state => state.Change(new ChangeStage(PartnershipStage.Cancelled, null)));
        foreach (var number in (string[])["1", "2", "3"]) Do(state => state.Verify(new VerifyDeliverable(number, null, null)));
        (Contract.Status, _state.Stage).ShouldBe((ContractStatus.Countersigned, PartnershipStage.Cancelled));
        Do(state => state.Fulfil(new FulfilContract("1", null)));
        (Contract.Status, _state.Stage).ShouldBe((ContractStatus.Fulfilled, PartnershipStage.Cancelled));
    }

    [Fact]
    public void A_sale_that_goes_back_and_figures_that_turn_out_lower_may_take_back_the_last_that_was_owed()
    {
        For(new Commission(10, null, null), new PerformanceBonus(BonusMetric.Impressions, 1_000, Eur(5_000)));
        Do(state => state.Record(new RecordSale("1001", Eur(9_000), Buyer.Customer, null), Now));
        Publish("1", "2", "3");
        Do(state => state.Record(new RecordDeliverableMetrics("3", new DeliverableFigures(Impressions: 2_000), Now.AddHours(-2)), null, Now));
        Verify("1", "2", "3");
        (Contract.Status, _state.Stage, _state.Cost!.Earned).ShouldBe((ContractStatus.Fulfilled, PartnershipStage.Published, 5_900));

        var kept = new KeptSale("1001", Eur(9_000), Buyer.Customer, 0);
        Do(state => state.Reverse(new ReverseSale("1", Eur(4_000), null, null), kept, Now));
        Do(state => state.Record(new RecordDeliverableMetrics("3", new DeliverableFigures(Impressions: 900), Now.AddHours(-1)), null, Now));
        (_state.Stage, _state.Cost!.Earned).ShouldBe((PartnershipStage.Published, 500));
        Do(state => state.Reverse(new ReverseSale("1", null, null, null), kept with { Reversed = 4_000 }, Now)).OfType<StageChanged>().ShouldHaveSingleItem();
        (_state.Stage, _state.StageIsManual).ShouldBe((PartnershipStage.Completed, false));
    }

    [Fact]
    public void A_bonus_that_was_all_that_was_owed_is_owed_no_longer_by_lower_figures()
    {
        For(new PerformanceBonus(BonusMetric.Impressions, 1_000, Eur(5_000)));
        Publish("1", "2", "3");
        Do(state => state.Record(new RecordDeliverableMetrics("3", new DeliverableFigures(Impressions: 2_000), Now.AddHours(-2)), null, Now));
        Verify("1", "2", "3");
        _state.Stage.ShouldBe(PartnershipStage.Published);
        Do(state => state.Record(new RecordDeliverableMetrics("3", new DeliverableFigures(Impressions: 900), Now.AddHours(-1)), null, Now));
        _state.Stage.ShouldBe(PartnershipStage.Completed);
    }

    private Contract Contract => _state.Contracts.LastInForce!;

    private void For(params ImmutableArray<CompensationComponent> compensation)
    {
        _state = Partnership.New(new EntityKey("w", "p"));
        foreach (var step in ContentStep.ToContractFor(compensation))
            Do(state => step.Decide(state, ImmutableDictionary<string, DeliverableFigures>.Empty, Now));
    }

    private static Money Eur(long minor) => new(minor, Currency.Eur);

    private void Publish(params string[] numbers)
    {
        foreach (var number in numbers)
            Do(state => state.Publish(new RecordPublication(number, new PublishedPost("https://social.example.com/p", ["Anzeige | Rice bread"], Now, false),
                null, "DE"), Now));
    }

    private void Verify(params string[] numbers)
    {
        foreach (var number in numbers)
        {
            if (_state.Deliverables.All.Single(deliverable => deliverable.Number == number).Post is null) Publish(number);
            Do(state => state.Verify(new VerifyDeliverable(number, null, null)));
        }
    }

    private void Pay(long minor, bool early = false)
    {
        Do(state => state.Propose(new ProposePayout([new PayoutPart(1, Eur(minor))], null, null, null, early ? "Material" : null)));
        var number = $"{_state.Payouts.All.Length}";
        Do(state => state.Approve(new ApprovePayout(number), Actor.System, new PayoutOptions()));
        Do(state => state.MarkPaid(new MarkPayoutPaid(number, "TX", null), Now));
    }

    private ImmutableArray<IEvent> Do(Func<Partnership, Decision> decide)
    {
        var decision = decide(_state);
        decision.Refusals.ShouldBeEmpty();
        foreach (var @event in decision.Events) _state = _state.Apply(@event, new EventMeta(_state.Version + 1, Actor.System, @event.OccurredAt ?? Now, Now));
        return decision.Events;
    }
}
