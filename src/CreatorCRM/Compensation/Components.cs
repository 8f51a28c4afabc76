using System.Globalization;
using System.Text.Json.Serialization;

namespace CreatorCRM.Compensation;

/// <summary>One part of what an influencer gets. An offer is a list of these, so that mixtures are natural.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(FixedFee), "FIXED_FEE")]
[JsonDerivedType(typeof(ProductGift), "PRODUCT")]
[JsonDerivedType(typeof(Commission), "COMMISSION")]
[JsonDerivedType(typeof(PerformanceBonus), "PERFORMANCE_BONUS")]
[JsonDerivedType(typeof(Discount), "DISCOUNT")]
[JsonDerivedType(typeof(Cashback), "CASHBACK")]
[JsonDerivedType(typeof(UsageFee), "USAGE_FEE")]
[GenerateSerializer, Immutable, Alias("compensation-component")]
public abstract record CompensationComponent
{
    /// <summary>In one phrase, for timelines.</summary>
    public abstract string Description { get; }

    /// <summary>Its name in an input, such as <c>fixedFee</c>.</summary>
    public abstract string InputName { get; }

    /// <summary>Every amount in it with its name in an input, for checking signs and that an offer is in one currency.</summary>
    public abstract IEnumerable<(string Field, Money Amount)> Amounts { get; }

    private protected static string Share(decimal percent) => $"{percent.ToString("0.##", CultureInfo.InvariantCulture)} %";

    private protected static IEnumerable<(string Field, Money Amount)> Given(params ReadOnlySpan<(string Field, Money? Amount)> amounts)
    {
        var given = new List<(string, Money)>();
        foreach (var (field, amount) in amounts)
        {
            if (amount is { } money) given.Add((field, money));
        }
        return given;
    }
}

/// <summary>A sum paid whatever the result.</summary>
[GenerateSerializer, Immutable, Alias("fixed-fee")]
public sealed record FixedFee(Money Amount) : CompensationComponent
{
    public override string Description => $"a fee of {Amount}";
    public override string InputName => "fixedFee";
    public override IEnumerable<(string Field, Money Amount)> Amounts => [("amount", Amount)];
}

/// <summary>Products to keep. The value is that of one piece.</summary>
[GenerateSerializer, Immutable, Alias("product-gift")]
public sealed record ProductGift(string Name, int Quantity, Money? Value) : CompensationComponent
{
    public override string Description => Quantity == 1 ? Name : $"{Quantity} x {Name}";
    public override string InputName => "product";
    public override IEnumerable<(string Field, Money Amount)> Amounts => Given(("value", Value));
}

/// <summary>A share of what is sold: either a percentage of the sale or an amount per sale, perhaps up to a cap.</summary>
/// <param name="Percent">10 means 10 %.</param>
[GenerateSerializer, Immutable, Alias("commission")]
public sealed record Commission(decimal? Percent, Money? AmountPerSale, Money? Cap) : CompensationComponent
{
    public override string Description => (Percent is { } percent ? $"{Share(percent)} commission" : $"{AmountPerSale} per sale") + (Cap is { } cap ? $" up to {cap}" : "");
    public override string InputName => "commission";
    public override IEnumerable<(string Field, Money Amount)> Amounts => Given(("amountPerSale", AmountPerSale), ("cap", Cap));
}

/// <summary>Which figure a bonus depends on.</summary>
public enum BonusMetric
{
    /// <summary>How often content was shown.</summary>
    Impressions,
    /// <summary>How many people saw it.</summary>
    Reach,
    /// <summary>How often a video was played.</summary>
    Views,
    /// <summary>How many liked it.</summary>
    Likes,
    /// <summary>How often a link was followed.</summary>
    LinkClicks,
    /// <summary>How many orders it brought.</summary>
    Sales,
}

/// <summary>An amount that is due once a figure reaches a threshold.</summary>
[GenerateSerializer, Immutable, Alias("performance-bonus")]
public sealed record PerformanceBonus(BonusMetric Metric, long Threshold, Money Amount) : CompensationComponent
{
    public override string Description => $"{Amount} from {Threshold} {Metric.Words()}";
    public override string InputName => "performanceBonus";
    public override IEnumerable<(string Field, Money Amount)> Amounts => [("amount", Amount)];
}

/// <summary>Cheaper shopping for the influencer, as a percentage or an amount.</summary>
[GenerateSerializer, Immutable, Alias("discount")]
public sealed record Discount(decimal? Percent, Money? Amount, string? CouponCode) : CompensationComponent
{
    public override string Description => $"a discount of {(Percent is { } percent ? Share(percent) : Amount.ToString())}";
    public override string InputName => "discount";
    public override IEnumerable<(string Field, Money Amount)> Amounts => Given(("amount", Amount));
}

/// <summary>Money back on the influencer's own purchases, as a percentage or an amount.</summary>
[GenerateSerializer, Immutable, Alias("cashback")]
public sealed record Cashback(decimal? Percent, Money? Amount) : CompensationComponent
{
    public override string Description => $"cashback of {(Percent is { } percent ? Share(percent) : Amount.ToString())}";
    public override string InputName => "cashback";
    public override IEnumerable<(string Field, Money Amount)> Amounts => Given(("amount", Amount));
}

/// <summary>A sum for the right to use the content elsewhere.</summary>
[GenerateSerializer, Immutable, Alias("usage-fee")]
public sealed record UsageFee(Money Amount, string? Usage) : CompensationComponent
{
    public override string Description => $"a usage fee of {Amount}";
    public override string InputName => "usageFee";
    public override IEnumerable<(string Field, Money Amount)> Amounts => [("amount", Amount)];
}
