using System.Collections.Immutable;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;

namespace CreatorCRM.Partnerships;

/// <summary>
/// Which agreement holds. An offer that is accepted begins one, or replaces what was accepted before; the contract and its amendments go on with it. It ends
/// when a renewal comes into force, which begins the next one, or when a partnership that was given up under contract is reopened. Content and sales are for
/// the agreement of their time. Pure.
/// </summary>
public partial record Partnership
{
    /// <summary>The partnership is over, or was reopened since and that agreement is not the one of now.</summary>
    /// <param name="agreement">Counts the agreements from 0.</param>
    public bool WasGivenUp(int agreement) =>
        Stage.IsExit() || (agreement < Agreements.Closed.Length && Agreements.Closed[agreement].End == AgreementEnd.GivenUp);

    // What is still to be made for a term that is over is owed as before. An offer that was taken back binds no longer, but what was earned by it is earned,
    // and what was paid for it is paid.
    private bool IsEnded(int agreement) => WasGivenUp(agreement)
        || (agreement < Agreements.Closed.Length
            ? !Deliverables.Of(agreement).AreAwaited
            : Agreements.Current is not null && Stage < PartnershipStage.Agreed);

    private Partnership Agreeing(IOfferEvent @event, OfferHistory offers) => @event is OfferAccepted
        ? this with { Offers = offers, Agreements = Agreements.Agree(offers.Accepted!.Compensation), Deliverables = Deliverables.Resume() }
        : this with { Offers = offers };

    private Partnership Agreeing(ContractHistory contracts, EventMeta meta)
    {
        var after = this with { Contracts = contracts };
        if (contracts.InForce is not { } contract || contract.Number == Contracts.InForce?.Number) return after;
        var before = Begins(contract) ? Closed(AgreementEnd.Renewed, FirstDayOf(contract)) : this;
        return before with
        {
            Contracts = contracts,
            Agreements = before.Agreements.Sign(contract.Number, contract.Terms.Compensation),
            ContractedAt = ContractedAt ?? meta.OccurredAt,
        };
    }

    private Partnership Reopening(StageChanged e) =>
        e.From.IsExit() && !e.To.IsExit() && Agreements.Current is { Contract: not null } ? Closed(AgreementEnd.GivenUp, null) : this;

    private DeliverableList Forgoing(IDeliverableEvent @event, DeliverableList deliverables) =>
        @event is DeliverableCancelled { Deliverable: var number } && deliverables.All.Any(one => one.Number == number && IsEnded(one.Agreement))
            ? deliverables.Forgo(number)
            : deliverables;

    private Partnership Closed(AgreementEnd end, DateOnly? first) => this with
    {
        Agreements = Agreements.Close(end, IsDone(Agreements.Current!, Deliverables.Of(Deliverables.Agreement))),
        Deliverables = Deliverables.Next(first),
        Sales = Sales.Next(),
    };

    // Until what was agreed on after it is signed, one of a time that was given up may still be in force.
    private Contract? ContractInForce => Contracts.InForce is { } contract && contract.Number == Agreements.Current?.Contract ? contract : null;

    private bool Begins(Contract contract) => Agreements.Current is { Contract: not null } && (contract.IsRenewal || contract.Amends is null);

    private DateOnly? FirstDayOf(Contract next) => next.Amends is { } last ? Contracts.Find(last)!.Terms.FirstDayOf(next.Terms.Term) : next.Terms.Term?.From;

    // What is drafted or signed goes on with the agreement that holds, unless it begins the next one.
    private Refusal? MovesWhatIsPaid(ImmutableArray<CompensationComponent> compensation, string field) =>
        Agreements.Current?.CannotBecome(compensation, Payouts.Totals, field);

    private Decision KeepingWhatIsPaid(Decision drafting) =>
        drafting.Events.OfType<ContractDrafted>().FirstOrDefault() is { } drafted
        && MovesWhatIsPaid(drafted.Terms.Compensation, "terms.compensation") is { } refusal
            ? refusal
            : drafting;
}
