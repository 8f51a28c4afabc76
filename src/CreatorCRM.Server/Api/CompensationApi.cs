using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>One part of what an influencer gets.</summary>
[GraphInterface]
[Requires(Scope.RelationshipsRead)]
public interface ICompensationComponent
{
    /// <summary>In one phrase.</summary>
    string Description { get; }
}

/// <summary>A sum paid whatever the result.</summary>
/// <param name="Amount">Above zero.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record FixedFee(string Description, Money Amount) : ICompensationComponent;

/// <summary>Products to keep.</summary>
/// <param name="Value">Of one piece.</param>
/// <param name="Name">Which product.</param>
/// <param name="Quantity">How many pieces.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record ProductGift(string Description, string Name, int Quantity, Money? Value) : ICompensationComponent;

/// <summary>A share of what is sold: either a percentage of the sale or an amount per sale.</summary>
/// <param name="Percent">10 means 10 %.</param>
/// <param name="Cap">The most that is paid; null without a limit.</param>
/// <param name="AmountPerSale">In place of a percentage.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record Commission(string Description, decimal? Percent, Money? AmountPerSale, Money? Cap) : ICompensationComponent;

/// <summary>An amount that is due once a figure reaches a threshold.</summary>
/// <param name="Metric">Which figure.</param>
/// <param name="Threshold">From this figure on it is due.</param>
/// <param name="Amount">What is paid then.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record PerformanceBonus(string Description, BonusMetric Metric, long Threshold, Money Amount) : ICompensationComponent;

/// <summary>Cheaper shopping for the influencer, as a percentage or an amount.</summary>
/// <param name="Percent">10 means 10 %.</param>
/// <param name="Amount">In place of a percentage.</param>
/// <param name="CouponCode">What the influencer enters in the shop.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record Discount(string Description, decimal? Percent, Money? Amount, string? CouponCode) : ICompensationComponent;

/// <summary>Money back on the influencer's own purchases, as a percentage or an amount.</summary>
/// <param name="Percent">10 means 10 %.</param>
/// <param name="Amount">In place of a percentage.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record Cashback(string Description, decimal? Percent, Money? Amount) : ICompensationComponent;

/// <summary>A sum for the right to use the content elsewhere.</summary>
/// <param name="Usage">Where and how.</param>
/// <param name="Amount">What is paid for it.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record UsageFee(string Description, Money Amount, string? Usage) : ICompensationComponent;

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
    FixedFeeInput? FixedFee, ProductGiftInput? Product, CommissionInput? Commission, PerformanceBonusInput? PerformanceBonus, DiscountInput? Discount, CashbackInput? Cashback,
    UsageFeeInput? UsageFee)
{
    internal CompensationComponent ToComponent() => this switch
    {
        { FixedFee: { } fee } => new Compensation.FixedFee(fee.Amount),
        { Product: { } product } => new Compensation.ProductGift(product.Name, product.Quantity, product.Value),
        { Commission: { } commission } => new Compensation.Commission(commission.Percent, commission.AmountPerSale, commission.Cap),
        { PerformanceBonus: { } bonus } => new Compensation.PerformanceBonus(bonus.Metric, bonus.Threshold, bonus.Amount),
        { Discount: { } discount } => new Compensation.Discount(discount.Percent, discount.Amount, discount.CouponCode),
        { Cashback: { } cashback } => new Compensation.Cashback(cashback.Percent, cashback.Amount),
        { UsageFee: { } fee } => new Compensation.UsageFee(fee.Amount, fee.Usage),
        _ => throw new InvalidOperationException("The engine let a component without any member pass."),
    };
}

/// <summary>A sum paid whatever the result.</summary>
/// <param name="Amount">Above zero.</param>
public sealed record FixedFeeInput(Money Amount);

/// <summary>Products to keep.</summary>
/// <param name="Quantity">1 to 10,000.</param>
/// <param name="Value">Of one piece.</param>
/// <param name="Name">Which product, at most 200 characters.</param>
public sealed record ProductGiftInput(string Name, Money? Value, int Quantity = 1);

/// <summary>A share of what is sold: either a percentage of the sale or an amount per sale.</summary>
/// <param name="Percent">10 means 10 %. Above 0 and at most 100.</param>
/// <param name="Cap">The most that is paid; no limit when left out.</param>
/// <param name="AmountPerSale">In place of a percentage.</param>
public sealed record CommissionInput(decimal? Percent, Money? AmountPerSale, Money? Cap);

/// <summary>An amount that is due once a figure reaches a threshold.</summary>
/// <param name="Metric">Which figure.</param>
/// <param name="Threshold">Above zero.</param>
/// <param name="Amount">What is paid then.</param>
public sealed record PerformanceBonusInput(BonusMetric Metric, long Threshold, Money Amount);

/// <summary>Cheaper shopping for the influencer: either a percentage or an amount.</summary>
/// <param name="Percent">10 means 10 %. Above 0 and at most 100.</param>
/// <param name="Amount">In place of a percentage.</param>
/// <param name="CouponCode">What the influencer enters in the shop, at most 100 characters.</param>
public sealed record DiscountInput(decimal? Percent, Money? Amount, string? CouponCode);

/// <summary>Money back on the influencer's own purchases: either a percentage or an amount.</summary>
/// <param name="Percent">10 means 10 %. Above 0 and at most 100.</param>
/// <param name="Amount">In place of a percentage.</param>
public sealed record CashbackInput(decimal? Percent, Money? Amount);

/// <summary>A sum for the right to use the content elsewhere.</summary>
/// <param name="Usage">Where and how, at most 1,000 characters.</param>
/// <param name="Amount">What is paid for it.</param>
public sealed record UsageFeeInput(Money Amount, string? Usage);

internal static class CompensationNodes
{
    public static IReadOnlyList<ICompensationComponent> ToNodes(this IEnumerable<CompensationComponent> components) => [.. components.Select(ToNode)];

    private static ICompensationComponent ToNode(CompensationComponent component) => component switch
    {
        Compensation.FixedFee fee => new FixedFee(fee.Description, fee.Amount),
        Compensation.ProductGift gift => new ProductGift(gift.Description, gift.Name, gift.Quantity, gift.Value),
        Compensation.Commission commission => new Commission(commission.Description, commission.Percent, commission.AmountPerSale, commission.Cap),
        Compensation.PerformanceBonus bonus => new PerformanceBonus(bonus.Description, bonus.Metric, bonus.Threshold, bonus.Amount),
        Compensation.Discount discount => new Discount(discount.Description, discount.Percent, discount.Amount, discount.CouponCode),
        Compensation.Cashback cashback => new Cashback(cashback.Description, cashback.Percent, cashback.Amount),
        Compensation.UsageFee fee => new UsageFee(fee.Description, fee.Amount, fee.Usage),
        _ => throw new InvalidOperationException($"{component.GetType().Name} has no type in the API."),
    };
}
