using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Tests.Deliverables;

/// <summary>A contract for two stories on the 9th of March and a reel on any day.</summary>
public sealed class AmendedDueDayTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Ninth = new(2026, 3, 9), Twentieth = new(2026, 3, 20);
    private Partnership _state = Partnership.New(new EntityKey("w", "p"));

    public AmendedDueDayTests()
    {
        foreach (var step in ContentStep.ToContract) Do(state => step.Decide(state, ImmutableDictionary<string, DeliverableFigures>.Empty, Now));
    }

    [Fact]
    public void What_is_not_online_yet_goes_to_its_new_day_and_is_not_planned_twice()
    {
        Do(state => state.Submit(new SubmitDraft("1", null, "Rice bread", null)));
        Do(state => state.Submit(new SubmitDraft("3", null, "Rice bread!", null)));
        var told = Amended(Stories(1, Ninth), Stories(1, Twentieth), new(DeliverableKind.InstagramReel, 1, Twentieth));
        told.OfType<DeliverableRescheduled>().Select(moved => moved.Summary).ShouldBe(
        [
            "Deliverable 2 (Instagram story) is due on 2026-03-20 now, as the contract says; it was due on 2026-03-09.",
            "Deliverable 3 (Instagram reel) is due on 2026-03-20 now, as the contract says.",
        ]);
        Plan().ShouldBe(["1 2026-03-09 DraftSubmitted", "2 2026-03-20 Planned", "3 2026-03-20 DraftSubmitted"]);
        Do(state => state.Plan()).ShouldBeEmpty();
        Amended(Stories(1, Ninth), Stories(1, Twentieth), new(DeliverableKind.InstagramReel, 1, null)).OfType<DeliverableRescheduled>().Single().Summary
            .ShouldBe("Deliverable 3 (Instagram reel) has no due day any more, as the contract says; it was due on 2026-03-20.");
    }

    [Fact]
    public void What_is_asked_for_besides_is_planned()
    {
        var told = Amended(Stories(3, Twentieth), new(DeliverableKind.InstagramReel, 1, null));
        (told.OfType<DeliverableRescheduled>().Count(), told.OfType<DeliverableAdded>().Single().Deliverable).ShouldBe((2, "4"));
        Plan().ShouldBe(["1 2026-03-20 Planned", "2 2026-03-20 Planned", "3  Planned", "4 2026-03-20 Planned"]);
    }

    [Fact]
    public void What_is_online_counts_for_the_new_day_and_what_was_cancelled_or_added_by_hand_stays_where_it_is()
    {
        Do(state => state.Publish(new RecordPublication("1", new PublishedPost("https://social.example.com/p", ["Anzeige | Rice bread"], Now, false), null,
            "DE"), Now));
        Do(state => state.Cancel(new CancelDeliverable("2", "one is enough")));
        Do(state => state.Add(new AddDeliverable(DeliverableKind.InstagramStory, Ninth.AddDays(1), "as a favour")));
        Amended(Stories(1, Twentieth), new(DeliverableKind.InstagramReel, 1, null)).OfType<DeliverableAdded>().ShouldBeEmpty();
        Plan().ShouldBe(["1 2026-03-20 Published", "2 2026-03-09 Cancelled", "3  Planned", "4 2026-03-10 Planned"]);
        // What was cancelled is agreed upon anew.
        Amended(Stories(2, Twentieth), new(DeliverableKind.InstagramReel, 1, null)).OfType<DeliverableAdded>().ShouldHaveSingleItem().Deliverable.ShouldBe("5");
    }

    [Fact]
    public void What_moves_first_is_what_is_least_begun()
    {
        Do(state => state.Publish(new RecordPublication("1", new PublishedPost("https://social.example.com/p", ["Anzeige | Rice bread"], Now, false), null,
            "DE"), Now));
        Amended(Stories(1, Ninth), Stories(1, Twentieth), new(DeliverableKind.InstagramReel, 1, null));
        Plan().ShouldBe(["1 2026-03-09 Published", "2 2026-03-20 Planned", "3  Planned"]);
    }

    [Fact]
    public void Terms_that_ran_out_before_the_last_signature_are_replaced_all_the_same()
    {
        var terms = _state.Contracts.InForce!.Terms with { Term = new PeriodOfDays(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31)) };
        Do(state => state.Amend(new AmendContract("1", terms), null));
        Signed();
        Do(state => state.Amend(new AmendContract("2",
            terms with { Term = new PeriodOfDays(new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30)), Deliverables = [Stories(2, Twentieth)] }), null));
        Do(state => state.Send(new SendContract("3"), new ContractParties("Mia", "Bread", null, null), Now));
        Do(state => state.CloseDueContracts(new DateOnly(2026, 4, 1))).ShouldHaveSingleItem();
        Do(state => state.Sign(new SignContract("3", Party.Influencer, "Mia", null, null), Now));
        Do(state => state.Sign(new SignContract("3", Party.Brand, "Jo", null, null), Now)).OfType<DeliverableAdded>().ShouldBeEmpty();
        Plan().ShouldBe(["1 2026-03-20 Planned", "2 2026-03-20 Planned", "3  Planned"]);
    }

    [Fact]
    public void What_moves_does_so_though_there_are_too_many_to_plan_more()
    {
        foreach (var _ in Enumerable.Range(0, PartNumber.Max - 3)) Do(state => state.Add(new AddDeliverable(DeliverableKind.InstagramStory, null, null)));
        Amended(Stories(3, Twentieth)).OfType<IDeliverableEvent>().Count().ShouldBe(2);
        Plan().Take(2).ShouldBe(["1 2026-03-20 Planned", "2 2026-03-20 Planned"]);
        _state.Plan().Refusals.ShouldHaveSingleItem().Code.ShouldBe(RefusalCode.TooLong);
    }

    [Fact]
    public void A_renewal_asks_for_content_of_its_own()
    {
        Do(state => state.Amend(new AmendContract("1",
            _state.Contracts.InForce!.Terms with { Term = new PeriodOfDays(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)) }), null));
        Signed().OfType<IDeliverableEvent>().ShouldBeEmpty();
        Do(state => state.Renew(new RenewContract("2", new PeriodOfDays(new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31))), null));
        Signed().OfType<IDeliverableEvent>().ShouldAllBe(@event => @event is DeliverableAdded);
        Plan().ShouldBe(["1 2026-03-09 Planned", "2 2026-03-09 Planned", "3  Planned", "4  Planned", "5  Planned", "6  Planned"]);
        // And so does the next, although nothing has a due day any more; planning once more adds nothing.
        Do(state => state.Renew(new RenewContract("3", new PeriodOfDays(new DateOnly(2028, 1, 1), new DateOnly(2028, 12, 31))), null));
        var asked = _state.Contracts.Open!.Terms.Deliverables.Sum(line => line.Quantity);
        Signed().OfType<DeliverableAdded>().Count().ShouldBe(asked);
        _state.Plan().Events.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_there_before_a_renewal_and_loses_its_day_afterwards_is_not_planned_twice()
    {
        Do(state => state.Amend(new AmendContract("1",
            _state.Contracts.InForce!.Terms with { Term = new PeriodOfDays(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)) }), null));
        Signed();
        Do(state => state.Add(new AddDeliverable(DeliverableKind.TiktokVideo, new DateOnly(2027, 3, 9), "on the day of the fair")));
        Do(state => state.Renew(new RenewContract("2", new PeriodOfDays(new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31))), null));
        Signed();
        Amended(new AgreedDeliverable(DeliverableKind.TiktokVideo, 1, new DateOnly(2027, 3, 9))).OfType<DeliverableAdded>().ShouldBeEmpty();
        Amended(new AgreedDeliverable(DeliverableKind.TiktokVideo, 1, null)).OfType<IDeliverableEvent>().ShouldHaveSingleItem()
            .ShouldBeOfType<DeliverableRescheduled>().Deliverable.ShouldBe("4");
        _state.Plan().Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_renewed_contract_is_not_fulfilled_by_what_was_made_for_the_one_before()
    {
        var owed = _state.Contracts.InForce!.Terms with
        {
            Term = new PeriodOfDays(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)),
            Deliverables = [new AgreedDeliverable(DeliverableKind.TiktokVideo, 1, null)]
        };
        foreach (var number in new[] { "1", "2", "3" }) Do(state => state.Cancel(new CancelDeliverable(number, "not any more")));
        Do(state => state.Amend(new AmendContract("1", owed), null));
        Signed();
        Made("4");
        _state.Contracts.LastInForce!.Status.ShouldBe(ContractStatus.Fulfilled);

        Do(state => state.Renew(new RenewContract("2", new PeriodOfDays(new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31))), null));
        Signed().OfType<DeliverableAdded>().ShouldHaveSingleItem().DueOn.ShouldBeNull();
        _state.Contracts.InForce.ShouldNotBeNull().IsRenewal.ShouldBeTrue();
        Made("5");
        _state.Contracts.LastInForce!.ShouldSatisfyAllConditions(contract => contract.IsRenewal.ShouldBeTrue(),
            contract => contract.Status.ShouldBe(ContractStatus.Fulfilled));
    }

    private void Made(string number)
    {
        Do(state => state.Publish(new RecordPublication(number, new PublishedPost("https://example.com/p/1", ["Anzeige"], Now, true), null, "DE"), Now));
        Do(state => state.Verify(new VerifyDeliverable(number, null, "looked at it")));
    }

    private static AgreedDeliverable Stories(int quantity, DateOnly on) => new(DeliverableKind.InstagramStory, quantity, on);

    private string[] Plan() => [.. _state.Deliverables.All.Select(deliverable => $"{deliverable.Number} {deliverable.DueOn:yyyy-MM-dd} {deliverable.Status}")];

    private ImmutableArray<IEvent> Amended(params ImmutableArray<AgreedDeliverable> deliverables)
    {
        var contract = _state.Contracts.InForce!;
        Do(state => state.Amend(new AmendContract(PartNumber.Text(contract.Number), contract.Terms with { Deliverables = deliverables }), null));
        return Signed();
    }

    // The events of the last signature.
    private ImmutableArray<IEvent> Signed()
    {
        var version = PartNumber.Text(_state.Contracts.Open!.Number);
        Do(state => state.Send(new SendContract(version), new ContractParties("Mia", "Bread", null, null), Now));
        Do(state => state.Sign(new SignContract(version, Party.Influencer, "Mia", null, null), Now));
        return Do(state => state.Sign(new SignContract(version, Party.Brand, "Jo", null, null), Now));
    }

    private ImmutableArray<IEvent> Do(Func<Partnership, Decision> decide)
    {
        var decision = decide(_state);
        decision.Refusals.ShouldBeEmpty();
        foreach (var @event in decision.Events) _state = _state.Apply(@event, new EventMeta(_state.Version + 1, Actor.System, @event.OccurredAt ?? Now, Now));
        return decision.Events;
    }
}
