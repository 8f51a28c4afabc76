namespace CreatorCRM.Compensation;

/// <summary>What the commands about offers come to. Pure. Which stage allows them is the partnership's to say.</summary>
public partial record OfferHistory
{
    public Decision Propose(ProposeOffer command)
    {
        var validation = new Validation().Text("note", command.Note, 5000)
            .Require(All.Length < PartNumber.Max, "compensation", $"A partnership may have at most {PartNumber.Max} offers.");
        CompensationRules.Check(validation, "compensation", command.Compensation);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var number = PartNumber.After(All.Length);
        var answers = Open is { } open && open.By != command.By ? open.Number : null;
        return Decision.Accept(new OfferProposed(number, command.By, command.Compensation, command.Note, answers)).About(number);
    }

    public Decision Accept(CloseOffer command)
    {
        if (CannotClose(command, OfferStatus.Accepted, out var offer) is { } refusal) return refusal;
        var by = offer.By == Party.Brand ? Party.Influencer : Party.Brand;
        return Decision.Accept(new OfferAccepted(offer.Number, by, CompensationRules.Describe(offer.Compensation), command.Note)).About(offer.Number);
    }

    public Decision Decline(CloseOffer command) =>
        CannotClose(command, OfferStatus.Declined, out var offer) is { } refusal
            ? refusal
            : Decision.Accept(new OfferDeclined(offer.Number, command.Note)).About(offer.Number);

    public Decision Withdraw(CloseOffer command) =>
        CannotClose(command, OfferStatus.Withdrawn, out var offer) is { } refusal
            ? refusal
            : Decision.Accept(new OfferWithdrawn(offer.Number, command.Note)).About(offer.Number);

    private Refusal? CannotClose(CloseOffer command, OfferStatus to, out Offer offer)
    {
        offer = All.FirstOrDefault(candidate => candidate.Number == command.Offer)!;
        if (offer is null) return Refusal.NotFound("offer", "offerId");
        if (new Validation().Text("note", command.Note, 5000).Refusals is [var refusal, ..]) return refusal;
        return offer.Status == OfferStatus.Proposed
            ? null
            : new Refusal(RefusalCode.IllegalOfferStatus, $"Offer {offer.Number} is {offer.Status.Words()}, so it cannot become {to.Words()}: only the offer on the table can.", "offerId");
    }
}
