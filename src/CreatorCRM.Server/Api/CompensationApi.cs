using System.Collections.Immutable;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>One part of what an influencer gets.</summary>
[GraphInterface]
[Requires(Scope.RelationshipsRead)]
public interface ICompensationComponent
{
    /// <summary>In one phrase.</summary>
    string Description { get; }

    /// <summary>What makes it due.</summary>
    Unlock UnlocksOn { get; }
}

/// <summary>A sum paid whatever the result.</summary>
/// <param name="Amount">Above zero.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record FixedFee(string Description, Unlock UnlocksOn, Money Amount) : ICompensationComponent;

/// <summary>Products to keep.</summary>
/// <param name="Value">Of one piece.</param>
/// <param name="Name">Which product.</param>
/// <param name="Quantity">How many pieces.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record ProductGift(string Description, Unlock UnlocksOn, string Name, int Quantity, Money? Value) : ICompensationComponent;

/// <summary>A share of what is sold: either a percentage of the sale or an amount per sale.</summary>
/// <param name="Percent">10 means 10 %.</param>
/// <param name="Cap">The most that is paid; null without a limit.</param>
/// <param name="AmountPerSale">In place of a percentage.</param>
/// <param name="Tiers">Other rates above thresholds, in rising order; empty when there is one rate.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record Commission(
    string Description, Unlock UnlocksOn, decimal? Percent, Money? AmountPerSale, Money? Cap, IReadOnlyList<CommissionTier> Tiers) : ICompensationComponent;

/// <summary>
/// Another rate for what lies above a threshold; what lies below keeps the rate it had. A percentage changes with net sales, an amount per sale with the number
/// of sales.
/// </summary>
/// <param name="FromSales">Net sales above which the percentage applies.</param>
/// <param name="FromCount">The number of sales above which the amount applies.</param>
/// <param name="Percent">10 means 10 %.</param>
/// <param name="AmountPerSale">In place of a percentage.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record CommissionTier(Money? FromSales, int? FromCount, decimal? Percent, Money? AmountPerSale);

/// <summary>An amount that is due once a figure reaches a threshold.</summary>
/// <param name="Metric">Which figure.</param>
/// <param name="Threshold">From this figure on it is due.</param>
/// <param name="Amount">What is paid then.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record PerformanceBonus(string Description, Unlock UnlocksOn, BonusMetric Metric, long Threshold, Money Amount) : ICompensationComponent;

/// <summary>Cheaper shopping for the influencer, as a percentage or an amount.</summary>
/// <param name="Percent">10 means 10 %.</param>
/// <param name="Amount">In place of a percentage.</param>
/// <param name="CouponCode">What the influencer enters in the shop.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record Discount(string Description, Unlock UnlocksOn, decimal? Percent, Money? Amount, string? CouponCode) : ICompensationComponent;

/// <summary>Money back on the influencer's own purchases, as a percentage or an amount.</summary>
/// <param name="Percent">10 means 10 %.</param>
/// <param name="Amount">For each purchase, in place of a percentage.</param>
/// <param name="Cap">The most that is paid; null without a limit.</param>
/// <param name="Tiers">Other rates above thresholds, in rising order; empty when there is one rate.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record Cashback(
    string Description, Unlock UnlocksOn, decimal? Percent, Money? Amount, Money? Cap, IReadOnlyList<CommissionTier> Tiers) : ICompensationComponent;

/// <summary>A sum for the right to use the content elsewhere.</summary>
/// <param name="Usage">Where and how.</param>
/// <param name="Amount">What is paid for it.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record UsageFee(string Description, Unlock UnlocksOn, Money Amount, string? Usage) : ICompensationComponent;

internal static class CompensationNodes
{
    public static IReadOnlyList<ICompensationComponent> ToNodes(this IEnumerable<CompensationComponent> components) => [.. components.Select(ToNode)];

    public static ICompensationComponent ToNode(this CompensationComponent component) => component switch
    {
        Compensation.FixedFee fee => new FixedFee(fee.Description, fee.DueOn, fee.Amount),
        Compensation.ProductGift gift => new ProductGift(gift.Description, gift.DueOn, gift.Name, gift.Quantity, gift.Value),
        Compensation.Commission commission =>
            new Commission(commission.Description, commission.DueOn, commission.Percent, commission.AmountPerSale, commission.Cap, ToNodes(commission.Tiers)),
        Compensation.PerformanceBonus bonus => new PerformanceBonus(bonus.Description, bonus.DueOn, bonus.Metric, bonus.Threshold, bonus.Amount),
        Compensation.Discount discount => new Discount(discount.Description, discount.DueOn, discount.Percent, discount.Amount, discount.CouponCode),
        Compensation.Cashback cashback =>
            new Cashback(cashback.Description, cashback.DueOn, cashback.Percent, cashback.Amount, cashback.Cap, ToNodes(cashback.Tiers)),
        Compensation.UsageFee fee => new UsageFee(fee.Description, fee.DueOn, fee.Amount, fee.Usage),
        _ => throw new InvalidOperationException($"{component.GetType().Name} has no type in the API."),
    };

    private static IReadOnlyList<CommissionTier> ToNodes(ImmutableArray<Compensation.CommissionTier>? tiers) =>
        [.. (tiers ?? []).Select(tier => new CommissionTier(tier.FromSales, (int?)tier.FromCount, tier.Percent, tier.AmountPerSale))];
}
