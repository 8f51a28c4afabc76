using System.Collections.Immutable;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Influencers;
using CreatorCRM.Outreach;

namespace CreatorCRM.Partnerships;

/// <summary>
/// What the work in a partnership comes to: the slices decide on their own part, and here stands what ties the parts together, which is in what stage something
/// can be done, to what stage it leads, and that nobody is contacted who must not be. Pure.
/// </summary>
public partial record Partnership
{
    private ImmutableArray<RowGuard> MayBeContacted => [ContactGuard.MayBeContacted(InfluencerId), .. IsWithItsPerson];

    public Decision Log(LogOutreach command, DateTimeOffset now)
    {
        if (!Exists) return NoSuch;
        var goesOut = command.Direction == OutreachDirection.Out;
        if (goesOut && Stage == PartnershipStage.Cancelled)
            return IllegalStage("This partnership was cancelled. Put it back on the shortlist before contacting the influencer.");
        var decision = MovingTo(goesOut ? PartnershipStage.Contacted : PartnershipStage.Replied, Outreach.Log(command, now));
        // A follow-up is a contact to come.
        return goesOut || command.FollowUpAt is not null ? decision.Provided(MayBeContacted) : decision;
    }

    public Decision Schedule(ScheduleFollowUp command, DateTimeOffset now) => Exists ? Outreach.Schedule(command, now).Provided(MayBeContacted) : NoSuch;

    public Decision Complete(CompleteFollowUp command) => Outreach.Complete(command);

    public Decision Reschedule(RescheduleFollowUp command, DateTimeOffset now) => Outreach.Reschedule(command, now).Provided(MayBeContacted);

    public Decision Dismiss(DismissFollowUp command) => Outreach.Dismiss(command);

    public Decision Propose(ProposeOffer command)
    {
        if (!Exists) return NoSuch;
        if (!Stage.IsOpenForOffers())
            return IllegalStage($"A partnership that is {Stage.Words()} takes no offers. Move it back to negotiating if that is possible.");
        var decision = MovingTo(PartnershipStage.Negotiating, Offers.Propose(command)).Provided(CampaignGoesOn());
        return command.By == Party.Brand ? decision.Provided(MayBeContacted) : decision;
    }

    public Decision Accept(CloseOffer command)
    {
        var decision = Offers.Accept(command);
        if (!decision.IsRefused && Stage.IsExit())
            return IllegalStage($"A partnership that is {Stage.Words()} cannot come to an agreement. Reopen it first.", "offerId");
        if (decision.IsRefused) return decision;
        var compensation = Offers.Open!.Compensation;
        return (OtherCurrency(compensation, "offerId") ?? MovesWhatIsPaid(compensation, "offerId")) is { } refusal
            ? refusal
            : MovingTo(PartnershipStage.Agreed, decision).Provided(CampaignGoesOn("offerId")).Provided(BudgetCurrency(compensation));
    }

    public Decision Decline(CloseOffer command) => Offers.Decline(command);

    public Decision Withdraw(CloseOffer command) => Offers.Withdraw(command);

    public Decision Draft(DraftContract command, string? brand)
    {
        if (!Exists) return NoSuch;
        if (Offers.Accepted is not { } accepted || Stage != PartnershipStage.Agreed)
            return IllegalStage($"A contract is drafted once an offer is accepted; this partnership is {Stage.Words()}.");
        return KeepingWhatIsPaid(Contracts.Draft(command, accepted.Compensation, brand)).Provided(CampaignGoesOn());
    }

    public Decision Amend(AmendContract command, string? brand) => WhileContracted(() => KeepingWhatIsPaid(Contracts.Amend(command, brand)));

    public Decision Renew(RenewContract command, string? brand) => WhileContracted(() => Contracts.Renew(command, brand));

    public Decision Send(SendContract command, ContractParties parties, DateTimeOffset now) => Contracts.Send(command, parties, now).Provided(MayBeContacted);

    public Decision Sign(SignContract command, DateTimeOffset now)
    {
        var decision = Contracts.Sign(command, now);
        if (command.Party == Party.Brand)
        {
            if (decision.IsRefused) return decision;
            var contract = Contracts.Open!;
            var compensation = contract.Terms.Compensation;
            if (OtherCurrency(compensation, "contractId") is { } other) return other;
            // Payouts may have come since it was drafted.
            if (!Begins(contract) && MovesWhatIsPaid(compensation, "contractId") is { } moved) return moved;
            return IsOfAge(Contracted(Planning(decision, contract), contract).Provided(BudgetCurrency(compensation)), contract.Signatures[0].Guardian,
                new Refusal(RefusalCode.GuardianRequired,
                    "The influencer is a minor, and no guardian has signed this version: void it and send another one for both to sign.", "contractId"));
        }
        return IsOfAge(decision, command.Guardian,
            new Refusal(RefusalCode.GuardianRequired, "The influencer is a minor: name the guardian who signs as well.", "guardian"));
    }

    private Decision IsOfAge(Decision decision, string? guardian, Refusal otherwise) => !string.IsNullOrWhiteSpace(guardian)
        ? decision
        : decision.Provided(new RowGuard("influencers", InfluencerId, "NOT is_minor", otherwise)).Provided(IsWithItsPerson);

    // A renewal of what was done already begins with the making of content again.
    private Decision Contracted(Decision decision, Contract contract) => Begins(contract) && Stage.BeginsAgain()
        ? decision.Then(new StageChanged(Stage, PartnershipStage.Contracted, Manual: false, $"version {contract.Number} renews the contract"))
        : MovingTo(PartnershipStage.Contracted, decision);

    private Decision WhileContracted(Func<Decision> decide)
    {
        if (!Exists) return NoSuch;
        return Stage is >= PartnershipStage.Contracted and <= PartnershipStage.Completed
            ? decide()
            : IllegalStage($"A contract is amended or renewed once it was signed and while the partnership lasts; this partnership is {Stage.Words()}.",
                "contractId");
    }
}
