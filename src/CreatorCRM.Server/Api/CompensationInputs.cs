using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>One part of what an influencer gets: exactly one member is given.</summary>
/// <param name="FixedFee">A sum paid whatever the result.</param>
/// <param name="Product">Products to keep.</param>
/// <param name="Commission">A share of what is sold.</param>
/// <param name="PerformanceBonus">An amount that is due once a figure reaches a threshold.</param>
/// <param name="Discount">Cheaper shopping for the influencer.</param>
/// <param name="Cashback">Money back on the influencer's own purchases.</param>
/// <param name="UsageFee">A sum for the right to use the content elsewhere.</param>
[OneOf]
public sealed record CompensationComponentInput(
    FixedFeeInput? FixedFee, ProductGiftInput? Product, CommissionInput? Commission, PerformanceBonusInput? PerformanceBonus, DiscountInput? Discount,
    CashbackInput? Cashback,
    UsageFeeInput? UsageFee)
{
    internal CompensationComponent ToComponent() => this switch
    {
        { FixedFee: { } fee } => new Compensation.FixedFee(fee.Amount) { UnlocksOn = fee.UnlocksOn },
        { Product: { } product } => new Compensation.ProductGift(product.Name, product.Quantity, product.Value) { UnlocksOn = product.UnlocksOn },
        { Commission: { } commission } => new Compensation.Commission(commission.Percent, commission.AmountPerSale, commission.Cap)
        {
            UnlocksOn = commission.UnlocksOn,
            Tiers = CommissionTierInput.ToTiers(commission.Tiers),
        },
        { PerformanceBonus: { } bonus } => new Compensation.PerformanceBonus(bonus.Metric, bonus.Threshold, bonus.Amount) { UnlocksOn = bonus.UnlocksOn },
        { Discount: { } discount } => new Compensation.Discount(discount.Percent, discount.Amount, discount.CouponCode) { UnlocksOn = discount.UnlocksOn },
        { Cashback: { } cashback } => new Compensation.Cashback(cashback.Percent, cashback.Amount)
        {
            UnlocksOn = cashback.UnlocksOn,
            Cap = cashback.Cap,
            Tiers = CommissionTierInput.ToTiers(cashback.Tiers),
        },
        { UsageFee: { } fee } => new Compensation.UsageFee(fee.Amount, fee.Usage) { UnlocksOn = fee.UnlocksOn },
        _ => throw new InvalidOperationException("The engine let a component without any member pass."),
    };
}

/// <summary>A sum paid whatever the result.</summary>
/// <param name="Amount">Above zero.</param>
/// <param name="UnlocksOn">What makes it due: PUBLICATION when left out, DELIVERY or ACCEPTANCE.</param>
public sealed record FixedFeeInput(Money Amount, Unlock? UnlocksOn);

/// <summary>Products to keep.</summary>
/// <param name="Quantity">1 to 10,000.</param>
/// <param name="Value">Of one piece.</param>
/// <param name="Name">Which product, at most 200 characters.</param>
/// <param name="UnlocksOn">What makes it due: ACCEPTANCE when left out, DELIVERY or PUBLICATION.</param>
public sealed record ProductGiftInput(string Name, Money? Value, Unlock? UnlocksOn, int Quantity = 1);

/// <summary>A share of what is sold: either a percentage of the sale or an amount per sale.</summary>
/// <param name="Percent">10 means 10 %. Above 0 and at most 100.</param>
/// <param name="Cap">The most that is paid; no limit when left out.</param>
/// <param name="AmountPerSale">In place of a percentage.</param>
/// <param name="Tiers">Other rates above thresholds, in rising order, at most 20.</param>
/// <param name="UnlocksOn">What makes it due: ORDER_PAYMENT and nothing else.</param>
public sealed record CommissionInput(
    decimal? Percent, Money? AmountPerSale, Money? Cap, IReadOnlyList<CommissionTierInput>? Tiers, Unlock? UnlocksOn);

/// <summary>Another rate for what lies above a threshold: `fromSales` with `percent`, or `fromCount` with `amountPerSale`.</summary>
/// <param name="FromSales">Net sales above which the percentage applies.</param>
/// <param name="FromCount">The number of sales above which the amount applies.</param>
/// <param name="Percent">10 means 10 %. Above 0 and at most 100.</param>
/// <param name="AmountPerSale">In place of a percentage.</param>
public sealed record CommissionTierInput(Money? FromSales, int? FromCount, decimal? Percent, Money? AmountPerSale)
{
    internal static ImmutableArray<Compensation.CommissionTier>? ToTiers(IReadOnlyList<CommissionTierInput>? tiers) => tiers is not { Count: > 0 }
        ? null
        : [.. tiers.Select(tier => new Compensation.CommissionTier(tier.FromSales, tier.FromCount, tier.Percent, tier.AmountPerSale))];
}

/// <summary>An amount that is due once a figure reaches a threshold.</summary>
/// <param name="Metric">Which figure.</param>
/// <param name="Threshold">Above zero.</param>
/// <param name="Amount">What is paid then.</param>
/// <param name="UnlocksOn">What makes it due: PUBLICATION when left out; for SALES also ORDER_PAYMENT.</param>
public sealed record PerformanceBonusInput(BonusMetric Metric, long Threshold, Money Amount, Unlock? UnlocksOn);

/// <summary>Cheaper shopping for the influencer: either a percentage or an amount.</summary>
/// <param name="Percent">10 means 10 %. Above 0 and at most 100.</param>
/// <param name="Amount">In place of a percentage.</param>
/// <param name="CouponCode">What the influencer enters in the shop, at most 100 characters.</param>
/// <param name="UnlocksOn">What makes it due: ACCEPTANCE when left out, DELIVERY or PUBLICATION.</param>
public sealed record DiscountInput(decimal? Percent, Money? Amount, string? CouponCode, Unlock? UnlocksOn);

/// <summary>Money back on the influencer's own purchases: either a percentage or an amount.</summary>
/// <param name="Percent">10 means 10 %. Above 0 and at most 100.</param>
/// <param name="Amount">In place of a percentage.</param>
/// <param name="Cap">The most that is paid; no limit when left out.</param>
/// <param name="Tiers">Other rates above thresholds, in rising order, at most 20.</param>
/// <param name="UnlocksOn">What makes it due: ORDER_PAYMENT and nothing else.</param>
public sealed record CashbackInput(decimal? Percent, Money? Amount, Money? Cap, IReadOnlyList<CommissionTierInput>? Tiers, Unlock? UnlocksOn);

/// <summary>A sum for the right to use the content elsewhere.</summary>
/// <param name="Usage">Where and how, at most 1,000 characters.</param>
/// <param name="Amount">What is paid for it.</param>
/// <param name="UnlocksOn">What makes it due: ACCEPTANCE when left out, DELIVERY or PUBLICATION.</param>
public sealed record UsageFeeInput(Money Amount, string? Usage, Unlock? UnlocksOn);
