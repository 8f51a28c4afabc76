using CreatorCRM.Compensation;

namespace CreatorCRM.Payouts;

/// <summary>How much can be paid for a component. Pure.</summary>
public partial record PayoutList
{
    private Refusal? CannotPay(PayoutPart part, Cost cost, bool advance, string at)
    {
        if (cost.Components.FirstOrDefault(line => line.Number == part.Component) is not { } line) return Refusal.NotFound("component", $"{at}.component");
        if (line.Component is ProductGift or Discount) return Refusal.Invalid($"{at}.component", "This component is not money, so it is not paid out.");
        if (cost.Currency is not { } currency || part.Amount.Currency != currency)
            return new Refusal(RefusalCode.CurrencyMismatch,
                $"What is paid is said in {cost.Currency?.Code ?? "the currency"} of the agreement, and in the currency of the transfer beside it.",
                $"{at}.amount");
        if (part.Amount.MinorUnits <= 0) return Refusal.Invalid($"{at}.amount", "What is paid is above zero.");
        // An advance is bounded by what is committed, so that no payment can break a budget.
        var (most, bound) = (advance ? line.Committed : line.Earned, Bound(part.Component));
        return part.Amount.MinorUnits <= most - bound ? null : new Refusal(RefusalCode.NotEarned,
            $"Of component {line.Number}, {new Money(most, currency)} is {(advance ? "committed" : "earned")} and {new Money(bound, currency)} of it paid or about to be: "
            + $"{new Money(Math.Max(0, most - bound), currency)} can be paid{(advance ? "" : ", or more as an advance with a reason")}.", $"{at}.amount");
    }

    /// <summary>
    /// Null while it may leave the account: a refund or the end of the partnership may have come since it was proposed. What was earned stays within what is
    /// earned, where an advance that was proposed later does not count, for it was proposed for what comes after. All together, leaving out later advances that
    /// nobody has approved, stays within what the brand is bound to without it; once the partnership ended, that is what is earned.
    /// </summary>
    private Refusal? NotOwed(Payout payout, Cost cost) =>
        payout.Lines.Select(line => NotOwed(payout, line, cost)).FirstOrDefault(refusal => refusal is not null);

    private Refusal? NotOwed(Payout payout, PayoutLine line, Cost cost)
    {
        var known = cost.Components.FirstOrDefault(component => component.Number == line.Component);
        var (earned, committed) = (known?.Earned ?? 0, known?.Committed ?? 0);
        var laterAdvances = All.SkipWhile(other => other.Number != payout.Number).Skip(1).Where(other => other.AdvanceReason is not null).ToArray();
        var settled = Of(Open.Except(laterAdvances));
        if (payout.AdvanceReason is null && settled > earned) return Exceeds(earned, "earned", settled);
        var all = Of(Open.Except(laterAdvances.Where(advance => advance.Status == PayoutStatus.Due)));
        return all > committed ? Exceeds(committed, "committed", all) : null;

        long Of(IEnumerable<Payout> payouts) =>
            payouts.SelectMany(other => other.Lines).Where(other => other.Component == line.Component).Sum(other => other.Amount.MinorUnits);

        Refusal Exceeds(long most, string what, long bound) => new(RefusalCode.NotEarned,
            $"Of component {line.Component}, {Minor(most)} is {what} now, and with this payout {Minor(bound)} would be paid: cancel it and propose what is left.",
            "payoutId");

        Money Minor(long minor) => line.Amount with { MinorUnits = minor };
    }

    private long Bound(int component) => Totals.FirstOrDefault(total => total.Component == component)?.Bound ?? 0;
}
