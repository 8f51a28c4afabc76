using System.Globalization;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;

namespace CreatorCRM.Partnerships;

/// <summary>What the commands about offers and the contract come to. Pure.</summary>
public partial record Partnership
{
    public Decision Propose(ProposeOffer command)
    {
        if (!Exists) return NoSuch;
        var validation = new Validation().Text("note", command.Note, 5000).Require(Offers.Length < MaxParts, "components", $"A partnership may have at most {MaxParts} offers.");
        CompensationRules.Check(validation, "components", command.Components);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        if (!Stage.IsOpenForOffers())
            return new Refusal(RefusalCode.IllegalStage, $"A partnership that is {Stage.Words()} takes no offers. Move it back to negotiating if that is possible.", "partnershipId");
        var number = (Offers.Length + 1).ToString(CultureInfo.InvariantCulture);
        var answers = OpenOffer is { } open && open.By != command.By ? open.Number : null;
        var decision = Decision.Accept([new OfferProposed(number, command.By, command.Components, command.Note, answers), .. MovingTo(PartnershipStage.Negotiating)]).About(number);
        return command.By == Party.Brand ? decision.Provided(MayBeContacted) : decision;
    }

    public Decision Accept(CloseOffer command)
    {
        if (CannotClose(command, OfferStatus.Accepted, out var offer) is { } refusal) return refusal;
        if (Stage.IsExit()) return new Refusal(RefusalCode.IllegalStage, $"A partnership that is {Stage.Words()} cannot come to an agreement. Reopen it first.", "offerId");
        var by = offer.By == Party.Brand ? Party.Influencer : Party.Brand;
        return Decision.Accept([new OfferAccepted(offer.Number, by, CompensationRules.Describe(offer.Components), command.Note), .. MovingTo(PartnershipStage.Agreed)]).About(offer.Number);
    }

    public Decision Decline(CloseOffer command) =>
        CannotClose(command, OfferStatus.Declined, out var offer) is { } refusal ? refusal : Decision.Accept(new OfferDeclined(offer.Number, command.Note)).About(offer.Number);

    public Decision Withdraw(CloseOffer command) =>
        CannotClose(command, OfferStatus.Withdrawn, out var offer) is { } refusal ? refusal : Decision.Accept(new OfferWithdrawn(offer.Number, command.Note)).About(offer.Number);

    public Decision Draft(DraftContract command)
    {
        if (!Exists) return NoSuch;
        if (AcceptedOffer is not { } accepted || Stage != PartnershipStage.Agreed)
            return new Refusal(RefusalCode.IllegalStage, $"A contract is drafted once an offer is accepted; this partnership is {Stage.Words()}.", "partnershipId");
        if (ContractInForce is { } inForce)
            return new Refusal(RefusalCode.IllegalContractStatus, $"Version {inForce.Number} of the contract is in force, and a partnership has one contract.", "partnershipId");
        if (OpenContract is { Status: ContractStatus.Sent or ContractStatus.SignedByInfluencer } open)
            return new Refusal(RefusalCode.IllegalContractStatus, $"Version {open.Number} of the contract is {open.Status.Words()}. Void it before you draft another.", "partnershipId");
        var terms = command.Terms.Compensation.IsEmpty ? command.Terms with { Compensation = accepted.Components } : command.Terms;
        var validation = new Validation().Require(Contracts.Length < MaxParts, "terms", $"A partnership may have at most {MaxParts} contract versions.");
        terms.Check(validation);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var number = (Contracts.Length + 1).ToString(CultureInfo.InvariantCulture);
        var drafted = new ContractDrafted(number, terms);
        return OpenContract is { } previous
            ? Decision.Accept(new ContractVoided(previous.Number.ToString(CultureInfo.InvariantCulture), $"replaced by version {number}"), drafted).About(number)
            : Decision.Accept(drafted).About(number);
    }

    public Decision Send(SendContract command)
    {
        if (Find(command.Contract) is not { } contract) return Refusal.NotFound("contract", "contractId");
        if (contract.CannotBecome(ContractStatus.Sent) is { } refusal) return refusal;
        return Decision.Accept(new ContractSent(command.Contract)).About(command.Contract).Provided(MayBeContacted);
    }

    public Decision Sign(SignContract command, DateTimeOffset now)
    {
        if (Find(command.Contract) is not { } contract) return Refusal.NotFound("contract", "contractId");
        var validation = new Validation().Required("signedBy", command.SignedBy).Text("guardian", command.Guardian, Validation.NameLength)
            .Instant("signedAt", command.SignedAt, EarliestOutreach, now.AddDays(1));
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var byInfluencer = command.Party == Party.Influencer;
        if (contract.CannotBecome(byInfluencer ? ContractStatus.SignedByInfluencer : ContractStatus.Countersigned) is { } refusal) return refusal;
        var signed = new ContractSigned(command.Contract, new Signature(command.Party, command.SignedBy.Trim(), command.Guardian?.Trim(), command.SignedAt ?? now));
        if (!byInfluencer) return Decision.Accept([signed, .. MovingTo(PartnershipStage.Contracted)]).About(command.Contract);
        var decision = Decision.Accept(signed).About(command.Contract);
        return !string.IsNullOrWhiteSpace(command.Guardian) ? decision : decision.Provided(new RowGuard("influencers", InfluencerId, "NOT is_minor",
            new Refusal(RefusalCode.GuardianRequired, "The influencer is a minor: name the guardian who signs as well.", "guardian")));
    }

    public Decision Decline(CloseContract command) => Close(command, ContractStatus.Declined, reason => new ContractDeclined(command.Contract, reason));

    public Decision Void(CloseContract command) => Close(command, ContractStatus.Voided, reason => new ContractVoided(command.Contract, reason));

    private Decision Close(CloseContract command, ContractStatus to, Func<string, IEvent> closing)
    {
        if (Find(command.Contract) is not { } contract) return Refusal.NotFound("contract", "contractId");
        var validation = new Validation().Required("reason", command.Reason, 1000);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return contract.CannotBecome(to) is { } refusal ? refusal : Decision.Accept(closing(command.Reason.Trim())).About(command.Contract);
    }

    private Contract? Find(string number) => Contracts.FirstOrDefault(contract => contract.Number.ToString(CultureInfo.InvariantCulture) == number);

    private Refusal? CannotClose(CloseOffer command, OfferStatus to, out Offer offer)
    {
        offer = Offers.FirstOrDefault(candidate => candidate.Number == command.Offer)!;
        if (offer is null) return Refusal.NotFound("offer", "offerId");
        if (new Validation().Text("note", command.Note, 5000).Refusals is [var refusal, ..]) return refusal;
        return offer.Status == OfferStatus.Proposed
            ? null
            : new Refusal(RefusalCode.IllegalOfferStatus, $"Offer {offer.Number} is {offer.Status.Words()}, so it cannot become {to.Words()}: only the offer on the table can.", "offerId");
    }
}
