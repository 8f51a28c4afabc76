using System.Collections.Immutable;
using System.Globalization;

namespace CreatorCRM.Compensation;

/// <summary>What one component costs, in minor units.</summary>
/// <param name="Number">Counts the components of all agreements of the partnership, from 1.</param>
/// <param name="Committed">What the brand is bound to at most; never below what is earned, paid, or about to be paid.</param>
/// <param name="Earned">What the influencer has a right to so far.</param>
/// <param name="Explanation">One sentence that says why.</param>
public sealed record ComponentCost(int Number, CompensationComponent Component, long Committed, long Earned, long Paid, string Explanation);

/// <summary>What a partnership costs, in minor units.</summary>
/// <param name="Currency">Null while no amount is in any: then all are zero.</param>
public sealed record Cost(Currency? Currency, long Committed, long Earned, long Paid, ImmutableArray<ComponentCost> Components);

/// <summary>The rules of what a partnership costs, kind by kind. Pure.</summary>
public static class CompensationLedger
{
    public static Cost Of(CostBasis basis)
    {
        ImmutableArray<ComponentCost> lines = [.. basis.Earlier.Append(basis).SelectMany(Lines)];
        return new Cost(basis.Currency, lines.Sum(line => line.Committed), lines.Sum(line => line.Earned), lines.Sum(line => line.Paid), lines);
    }

    private static IEnumerable<ComponentCost> Lines(CostBasis basis) =>
    [
        .. basis.Compensation.Select((component, i) => Line(basis.Before + i + 1, component, basis)),
        .. basis.Dropped.Select((component, i) => Line(basis.Before + basis.Compensation.Length + i + 1, component, basis, isDropped: true))
            .Where(line => line.Committed > 0),
    ];

    private static ComponentCost Line(int number, CompensationComponent component, CostBasis basis, bool isDropped = false)
    {
        var (most, earned, why) = component switch
        {
            _ when isDropped => (0, 0, "It is not agreed on any more; what is paid for it, or about to be, stays bound."),
            FixedFee fee => Once(fee.Amount.MinorUnits, fee, basis),
            UsageFee fee => Once(fee.Amount.MinorUnits, fee, basis),
            ProductGift gift => Once((long)Math.Min((decimal)(gift.Value?.MinorUnits ?? 0) * gift.Quantity, Money.MaxMinorUnits), gift, basis),
            PerformanceBonus bonus => Bonus(bonus, basis),
            Commission commission => Share(commission.Share, basis.Customers, "sales", basis),
            Cashback cashback => Share(cashback.Share, basis.Own, "purchases of the influencer's own", basis),
            Discount => (0, 0, "A discount lowers what orders bring in and binds no money."),
            _ => throw new InvalidOperationException($"{component.GetType().Name} has no rule of cost."),
        };
        var payouts = basis.Payouts.FirstOrDefault(total => total.Component == number);
        return new ComponentCost(number, component, Math.Max(basis.Ended ? earned : most, payouts?.Bound ?? 0), earned, payouts?.Paid ?? 0, why);
    }

    private static (long Most, long Earned, string Why) Once(long amount, CompensationComponent component, CostBasis basis)
    {
        if (basis.Has(component.DueOn)) return (amount, amount, $"Earned: {Condition(component.DueOn, "is")}.");
        return (amount, 0, basis.Ended
            ? $"Released: {Over(basis)} before {Condition(component.DueOn, "was")}."
            : $"Due as soon as {Condition(component.DueOn, "is")}.");
    }

    private static (long Most, long Earned, string Why) Bonus(PerformanceBonus bonus, CostBasis basis)
    {
        var amount = bonus.Amount.MinorUnits;
        var figure = basis.Figures.FirstOrDefault(known => known.Metric == bonus.Metric)?.Value;
        var goal = $"{Words(bonus.Threshold)} {bonus.Metric.Words()}";
        var soFar = figure is { } value ? $"{Words(value)} so far" : "no figure is known yet";
        if (figure >= bonus.Threshold && basis.Has(bonus.DueOn)) return (amount, amount, $"Earned: {Words(figure.Value)} of {goal}.");
        if (basis.Ended) return (amount, 0, $"Released: {Over(basis)} before it came to {goal}: {soFar}.");
        return (amount, 0, $"Due at {goal}{(bonus.DueOn == Unlock.OrderPayment ? "" : $" as soon as {Condition(bonus.DueOn, "is")}")}: {soFar}.");
    }

    private static (long Most, long Earned, string Why) Share(SalesShare share, SalesTotal sales, string what, CostBasis basis)
    {
        var earned = share.Of(sales);
        var found = sales.Count == 0 || basis.Currency is not { } currency
            ? $"There are no {what} yet"
            : $"{new Money(earned, currency)} from {Words(sales.Count)} {what} of {new Money(sales.NetMinor, currency)} after refunds";
        if (share.Cap is not { } cap) return (earned, earned, $"{found}; without a cap only what is earned is committed.");
        var rest = earned == cap.MinorUnits
            ? "the cap is reached"
            : basis.Ended || basis.Renewed
            ? $"the rest of the cap of {cap} is released"
            : $"up to the cap of {cap} may follow";
        return (basis.Renewed ? earned : cap.MinorUnits, earned, $"{found}; {rest}.");
    }

    private static string Over(CostBasis basis) => basis.Renewed ? "the next term began" : "the partnership was given up";

    private static string Condition(Unlock unlock, string isOrWas) => unlock switch
    {
        Unlock.Acceptance => $"the contract {isOrWas} in force",
        Unlock.Delivery => $"all content {isOrWas} approved",
        Unlock.Publication => $"all content {isOrWas} online",
        _ => throw new ArgumentOutOfRangeException(nameof(unlock)),
    };

    private static string Words(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
