using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Payouts;
using CreatorCRM.Shipments;

namespace CreatorCRM.Partnerships;

/// <summary>
/// How the work comes to its end by itself, in the commit that does the last of it. What the influencer owes is content, so the contract in force is FULFILLED
/// once all that it asks for is verified and no other piece is open. What the brand still owes does not hold it back: payouts and parcels that are under way go
/// on. The stage waits for those: a partnership goes from PUBLISHED to COMPLETED once they are through, too. A piece of content that is added after the
/// fulfilment is outside of that contract and changes nothing about it; until it is verified or cancelled it keeps the stage. A partnership that is COMPLETED
/// stays so when something comes to be owed later, by a late sale or a transfer that the bank returns: by itself a stage only moves forward. Pure.
/// </summary>
public partial record Partnership
{
    // When what is imagined happens is of no consequence.
    private static readonly EventMeta SomeTime = new(0, Actor.System, default, default);

    public Decision Verify(VerifyDeliverable command) => Settling(Deliverables.Verify(command));

    public Decision Decline(CloseContract command) => Settling(Contracts.Decline(command));

    public Decision Void(CloseContract command) => Settling(Contracts.Void(command));

    public Decision Fulfil(FulfilContract command) => Settling(Contracts.Fulfil(command));

    public Decision CloseDueContracts(DateOnly today) => Settling(Contracts.CloseDue(today));

    public Decision Close(CloseShipment command, DateTimeOffset now) => Settling(Shipments.Close(command, now));

    /// <summary>Adds what follows from a decision that may have done the last of the work.</summary>
    private Decision Settling(Decision decision)
    {
        if (decision.IsRefused || decision.Events.IsEmpty) return decision;
        var after = After(this, decision.Events);
        if (after.IsWorkDone && after.ContractInForce is { } contract)
        {
            var fulfilled = new ContractFulfilled(PartNumber.Text(contract.Number), "all content was verified");
            (decision, after) = (decision.Then(fulfilled), After(after, [fulfilled]));
        }
        return after.IsAllDone ? decision.Then(new StageChanged(after.Stage, PartnershipStage.Completed, Manual: false, null)) : decision;
    }

    // A contract that asks for no content in particular is for a person to close, and so is one of which a change is being negotiated or whose partnership was
    // given up.
    private bool IsWorkDone => !Stage.IsExit() && ContractInForce is { Terms: { Deliverables.IsEmpty: false } terms } && Contracts.Open is null
        && Contracts.Latest!.Status != ContractStatus.Countered && IsContentVerified
        && Deliverables.Plan(terms) is { IsRefused: false, Events.IsEmpty: true };

    // A stage that a manager set is the manager's to move on.
    private bool IsAllDone => Stage == PartnershipStage.Published && !StageIsManual && Contracts.LastInForce is { Status: ContractStatus.Fulfilled }
        && Contracts.Open is null
        && IsContentVerified && !IsOwed
        && Shipments.All.All(shipment => shipment.Status is not (ShipmentStatus.Planned or ShipmentStatus.Shipped))
        && Payouts.All.All(payout => payout.Status is PayoutStatus.Paid or PayoutStatus.Cancelled);

    private bool IsContentVerified => Deliverables.Of(Deliverables.Agreement).AreVerified && Lasting.AreVerified;

    private bool IsOwed => Cost is { } cost && cost.Components.Any(line => line.Component is not (ProductGift or Discount) && line.Earned > line.Paid);

    private static Partnership After(Partnership state, IEnumerable<IEvent> events) => events.Aggregate(state, (told, @event) => told.Apply(@event, SomeTime));
}
