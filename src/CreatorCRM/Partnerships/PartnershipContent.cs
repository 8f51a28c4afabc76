using System.Collections.Immutable;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Disclosure;
using CreatorCRM.Shipments;

namespace CreatorCRM.Partnerships;

/// <summary>
/// What the work on content comes to: in what stage something can be done, and to what stage it leads. Looking at what is online (its disclosure, verification
/// and figures) is possible in any. Pure.
/// </summary>
public partial record Partnership
{
    /// <summary>
    /// What the influencer got or was ever promised, as far as disclosure is concerned: an agreement that was taken back or changed may be why a post was made,
    /// and a product that was sent without any is a gift all the same.
    /// </summary>
    private ImmutableArray<Consideration> Considerations
    {
        get
        {
            var offered = Offers.All.Where(offer => offer.Status == OfferStatus.Accepted).SelectMany(offer => offer.Compensation);
            var contracted = Contracts.Versions.Where(contract => contract.InForceSince is not null).SelectMany(contract => contract.Terms.Compensation);
            var isGifted = Shipments.All.Any(shipment => shipment.Status is ShipmentStatus.Shipped or ShipmentStatus.Delivered);
            return Disclosure.Considerations.Of([.. offered, .. contracted], isGifted);
        }
    }

    private Refusal? TakesNoContent => !Exists ? Refusal.NotFound("partnership", "partnershipId")
        : Stage.IsExit() || Stage == PartnershipStage.Completed ? IllegalStage($"A partnership that is {Stage.Words()} takes no further deliverables.") : null;

    private Refusal? IsGivenUp =>
        Stage.IsExit() ? IllegalStage($"This partnership is {Stage.Words()}, so no content is made for it. Reopen it first.", "deliverableId") : null;

    public Decision Add(AddDeliverable command) => TakesNoContent is { } refusal ? refusal : Deliverables.Add(command);

    public Decision Plan()
    {
        if (TakesNoContent is { } refusal) return refusal;
        return ContractInForce is { } contract
            ? Deliverables.Plan(contract.Terms)
            : new Refusal(RefusalCode.IllegalContractStatus, "No contract is in force that says what is to be published.", "partnershipId");
    }

    public Decision Submit(SubmitDraft command) => IsGivenUp is { } refusal ? refusal : Producing(Deliverables.Submit(command));

    public Decision Request(RequestChanges command) => IsGivenUp is { } refusal ? refusal : Deliverables.Request(command);

    public Decision Approve(ApproveDraft command) => IsGivenUp is { } refusal ? refusal : Producing(Deliverables.Approve(command));

    public Decision Publish(RecordPublication command, DateTimeOffset now)
    {
        if (IsGivenUp is { } refusal) return refusal;
        var decision = Deliverables.Publish(command, Considerations, now);
        var isCurrent = Deliverables.Of(Deliverables.Agreement).All.Any(deliverable => deliverable.Number == command.Deliverable);
        return IsAllOnlineWith(command.Deliverable, isCurrent) ? Online(decision) : Producing(decision);
    }

    public Decision Update(UpdatePublication command, DateTimeOffset now) => Deliverables.Update(command, Considerations, now);

    public Decision Check(CheckDisclosure command) => Deliverables.Check(command, Considerations);

    /// <summary>Figures that turn out lower may take back the bonus that was the last that was owed.</summary>
    /// <param name="kept">The figures that are recorded for this instant; null when there are none.</param>
    public Decision Record(RecordDeliverableMetrics command, DeliverableFigures? kept, DateTimeOffset now) => Settling(Deliverables.Record(command, kept, now));

    public Decision Cancel(CancelDeliverable command)
    {
        var decision = Deliverables.Cancel(command);
        return Settling(IsAllOnlineWith(command.Deliverable, isCurrent: false) ? Online(decision) : decision);
    }

    // The stage tells of the agreement that holds, so something of its own must be online; what is owed for a term before keeps it back, too, but nothing that
    // was given up.
    private bool IsAllOnlineWith(string number, bool isCurrent) => (isCurrent || Deliverables.Of(Deliverables.Agreement).Published > 0)
        && Lasting.AreOthersPublished(number);

    private DeliverableList Lasting => Deliverables with { All = [.. Deliverables.All.Where(deliverable => !WasGivenUp(deliverable.Agreement))] };

    // What does not fit is left to be planned by hand, which says why; a signature is not refused for it.
    private Decision Planning(Decision signing, Contract signed)
    {
        if (Begins(signed)) return Deliverables.Next(FirstDayOf(signed)).Plan(signed.Terms).Events.Aggregate(signing, Then);
        var moves = signed.Amends is { } amended ? Deliverables.Reschedule(signed.Terms, Contracts.Find(amended)!.Terms) : [];
        var moved = moves.Aggregate(Deliverables, (list, move) => list.Moved(move));
        return moved.Plan(signed.Terms).Events.Aggregate(moves.Aggregate(signing, Then), Then);

        static Decision Then(Decision decision, IEvent planned) => decision.Then(planned);
    }

    // Content may be made before both have signed, but then the stage still tells that they have not.
    private Decision Producing(Decision decision) => Stage == PartnershipStage.Contracted ? MovingTo(PartnershipStage.InProduction, decision) : decision;

    private Decision Online(Decision decision) => Stage >= PartnershipStage.Contracted ? MovingTo(PartnershipStage.Published, decision) : decision;
}
