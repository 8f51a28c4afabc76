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

    private static long Earned(Cost cost, int component) => cost.Components.FirstOrDefault(line => line.Number == component)?.Earned ?? 0;

    private long Bound(int component) => Totals.FirstOrDefault(total => total.Component == component)?.Bound ?? 0;
}
