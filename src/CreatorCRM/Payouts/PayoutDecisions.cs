using CreatorCRM.Compensation;

namespace CreatorCRM.Payouts;

/// <summary>What the commands about payouts come to. Pure.</summary>
public partial record PayoutList
{
    /// <param name="cost">Of the partnership, as it is now.</param>
    public Decision Propose(ProposePayout command, Cost cost)
    {
        var parts = command.Parts;
        var validation = new Validation().Text("invoiceNumber", command.InvoiceNumber, 100).Text("advanceReason", command.AdvanceReason, 1000)
            .Require(command.AdvanceReason is null || !string.IsNullOrWhiteSpace(command.AdvanceReason), "advanceReason", "An advance says why.")
            .Require(PeriodOfDays.IsPlausible(command.DueOn), "dueOn", "A due day lies in this century or the next.")
            .Require(command.Transfer is not { MinorUnits: <= 0 }, "transfer", "What is transferred is above zero.")
            .Require(All.Length < PartNumber.Max, "partnershipId", $"A partnership may have at most {PartNumber.Max} payouts.")
            .Require(!parts.IsEmpty, "components", "Name at least one component.").Count("components", parts, CompensationRules.MaxComponents)
            .Require(parts.DistinctBy(part => part.Component).Count() == parts.Length, "components", "Each component is named once.");
        for (var i = 0; i < parts.Length && i < CompensationRules.MaxComponents; i++)
            validation.Add(CannotPay(parts[i], cost, command.AdvanceReason is not null, $"components.{i}"));
        if (!validation.HasRefusals && command.Transfer is { } transfer && transfer.Currency == cost.Currency)
            validation.Require(transfer.MinorUnits == parts.Sum(part => part.Amount.MinorUnits), "transfer",
                "In the currency of the agreement, what is transferred is the sum of the components.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var number = PartNumber.After(All.Length);
        var components = cost.Components.ToDictionary(line => line.Number, line => line.Component);
        var lines = parts.Select(part => new PayoutLine(part.Component, components[part.Component].Description, part.Amount));
        var sum = parts.Select(part => part.Amount).Aggregate((left, right) => left + right);
        return Decision.Accept(new PayoutProposed(number, [.. lines], command.Transfer ?? sum, command.InvoiceNumber?.Trim(), command.DueOn,
            command.AdvanceReason?.Trim())).About(number);
    }

    /// <param name="cost">Without what is paid, or about to be.</param>
    /// <param name="by">Who approves it.</param>
    /// <param name="secondPersonAbove">Above this many units of any currency it must be somebody else than who proposed it.</param>
    public Decision Approve(ApprovePayout command, Cost cost, Actor by, decimal secondPersonAbove)
    {
        if (CannotMove(command.Payout, PayoutStatus.Approved, out var payout) is { } refusal) return refusal;
        if (payout.Status == PayoutStatus.Failed)
            return new Refusal(RefusalCode.IllegalPayoutStatus, $"Payout {payout.Number} was approved before and failed: retry it.", "payoutId");
        if (payout.ProposedBy.Id == by.Id && Math.Max(payout.Amount.Amount, payout.Transfer.Amount) > secondPersonAbove)
            return new Refusal(RefusalCode.SecondPersonRequired,
                $"A payout above {secondPersonAbove:0.##} is approved by somebody else than {payout.ProposedBy.Name}, who proposed it.", "payoutId");
        return NotOwed(payout, cost) ?? Decision.Accept(new PayoutApproved(payout.Number, payout.Transfer)).About(payout.Number);
    }

    public Decision MarkPaid(MarkPayoutPaid command, DateTimeOffset now)
    {
        if (CannotMove(command.Payout, PayoutStatus.Paid, out var payout) is { } refusal) return refusal;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var validation = new Validation().Required("reference", command.Reference)
            .Require(PeriodOfDays.IsPlausible(command.PaidOn) && !(command.PaidOn > today.AddDays(1)), "paidOn",
                "The day lies in this century and not in the future.");
        return validation.HasRefusals
            ? Decision.Refuse(validation.Refusals)
            : Decision.Accept(new PayoutPaid(payout.Number, payout.Transfer, command.Reference.Trim(), command.PaidOn ?? today)).About(payout.Number);
    }

    /// <summary>A transfer that was paid may come back: then the influencer is owed it again, and it can be retried or cancelled.</summary>
    public Decision Fail(FailPayout command) => CannotMove(command.Payout, PayoutStatus.Failed, out var payout) is { } refusal
        ? refusal
        : Because(command.Reason, payout, reason => new PayoutFailed(payout.Number, payout.Transfer, reason)
        {
            PaidOn = payout.PaidOn,
            Reference = payout.Reference,
        });

    public Decision Cancel(CancelPayout command) => CannotMove(command.Payout, PayoutStatus.Cancelled, out var payout) is { } refusal
        ? refusal
        : Because(command.Reason, payout, reason => new PayoutCancelled(payout.Number, payout.Transfer, reason));

    /// <summary>What was approved is tried again as it is, so nobody has to approve it anew, as long as it is owed.</summary>
    /// <param name="cost">Without what is paid, or about to be.</param>
    public Decision Retry(RetryPayout command, Cost cost)
    {
        if (CannotMove(command.Payout, PayoutStatus.Approved, out var payout) is { } refusal) return refusal;
        if (payout.Status != PayoutStatus.Failed)
            return new Refusal(RefusalCode.IllegalPayoutStatus, $"Payout {payout.Number} is {payout.Status.Words()}; only one that failed is tried again.",
                "payoutId");
        return NotOwed(payout, cost) ?? Decision.Accept(new PayoutRetried(payout.Number, payout.Transfer, payout.Attempts.Length + 1)).About(payout.Number);
    }

    private static Decision Because(string reason, Payout payout, Func<string, IEvent> closing)
    {
        var validation = new Validation().Required("reason", reason, 1000);
        return validation.HasRefusals ? Decision.Refuse(validation.Refusals) : Decision.Accept(closing(reason.Trim())).About(payout.Number);
    }

    private Refusal? CannotMove(string number, PayoutStatus to, out Payout payout)
    {
        payout = All.FirstOrDefault(candidate => candidate.Number == number)!;
        return payout is null ? Refusal.NotFound("payout", "payoutId") : payout.CannotBecome(to);
    }
}
