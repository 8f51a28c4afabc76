using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Deliverables;
using CreatorCRM.Disclosure;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Shipments;

namespace CreatorCRM.Tests.Disclosure;

/// <summary>What a partnership has to disclose, whatever became of its agreement.</summary>
public sealed class PartnershipConsiderationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private Partnership _state = Partnership.New(new EntityKey("w", "p"));

    public PartnershipConsiderationTests() => Do(_state.Create(new CreatePartnership("i", "Mia", "c", "Bread", null)));

    [Fact]
    public void A_product_that_was_sent_is_a_gift_without_any_agreement()
    {
        Do(_state.Plan(new PlanShipment([new ShipmentItem("Loaf", 1, null)], "Bakery Lane 1", null)));
        Publish("1");
        Check("1").Outcome.ShouldBe(DisclosureOutcome.NotRequired);
        Do(_state.Ship(new ShipShipment("1", null, null, null, null), Now));
        Publish("2");
        (Check("2").Outcome, Check("2").Findings.IsEmpty).ShouldBe((DisclosureOutcome.NotCompliant, false));
        _state.Verify(new VerifyDeliverable("2", null, null)).Refusals.Single().Code.ShouldBe(RefusalCode.DisclosureNotCompliant);
        // What is looked at again is judged anew.
        Do(_state.Check(new CheckDisclosure("1", "DE", null)));
        Check("1").Outcome.ShouldBe(DisclosureOutcome.NotCompliant);
        Do(_state.Close(new CloseShipment("1", ShipmentStatus.Returned, null, null), Now));
        Do(_state.Check(new CheckDisclosure("1", "DE", null)));
        Check("1").Outcome.ShouldBe(DisclosureOutcome.NotRequired);
    }

    [Fact]
    public void An_agreement_that_was_taken_back_is_disclosed_all_the_same()
    {
        Do(_state.Propose(new ProposeOffer(Party.Brand, [new FixedFee(new Money(25_000, Currency.Eur))], null)));
        Do(_state.Accept(new CloseOffer("1", null)));
        Do(_state.Change(new ChangeStage(PartnershipStage.Negotiating, null)));
        Publish("1");
        Check("1").Outcome.ShouldBe(DisclosureOutcome.NotCompliant);
    }

    private DisclosureVerdict Check(string number) => _state.Deliverables.All.Single(deliverable => deliverable.Number == number).Check!.Verdict;

    private void Publish(string number)
    {
        Do(_state.Add(new AddDeliverable(DeliverableKind.InstagramPost, null, null)));
        Do(_state.Publish(
            new RecordPublication(number, new PublishedPost("https://social.example.com/p", ["Fresh rye bread"], Now, false), null, "DE"), Now));
    }

    private void Do(Decision decision)
    {
        decision.Refusals.ShouldBeEmpty();
        foreach (var @event in decision.Events) _state = _state.Apply(@event, new EventMeta(_state.Version + 1, Actor.System, @event.OccurredAt ?? Now, Now));
    }
}
