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
    [JsonIgnore] public abstract string Description { get; }

    /// <summary>Every amount in it, for checking that an offer is in one currency.</summary>
    [JsonIgnore] public abstract IEnumerable<Money> Amounts { get; }
}

/// <summary>A sum paid whatever the result.</summary>
[GenerateSerializer, Immutable, Alias("fixed-fee")]
public sealed record FixedFee(Money Amount) : CompensationComponent
{
    public override string Description => $"a fee of {Amount}";
    public override IEnumerable<Money> Amounts => [Amount];
}

/// <summary>Products to keep. The value is that of one piece.</summary>
[GenerateSerializer, Immutable, Alias("product-gift")]
public sealed record ProductGift(string Name, int Quantity, Money? Value) : CompensationComponent
{
    public override string Description => Quantity == 1 ? Name : $"{Quantity} x {Name}";
    public override IEnumerable<Money> Amounts => Value is { } value ? [value] : [];
}

/// <summary>A share of what is sold: either a percentage of the sale or an amount per sale, perhaps up to a cap.</summary>
/// <param name="Percent">10 means 10 %.</param>
[GenerateSerializer, Immutable, Alias("commission")]
public sealed record Commission(decimal? Percent, Money? AmountPerSale, Money? Cap) : CompensationComponent
{
    public override string Description => (Percent is { } percent ? $"{percent:0.##} % commission" : $"{AmountPerSale} per sale") + (Cap is { } cap ? $" up to {cap}" : "");
    public override IEnumerable<Money> Amounts => new[] { AmountPerSale, Cap }.OfType<Money>();
}

/// <summary>Which figure a bonus depends on.</summary>
public enum BonusMetric { Impressions, Reach, Views, Likes, LinkClicks, Sales }

/// <summary>An amount that is due once a figure reaches a threshold.</summary>
[GenerateSerializer, Immutable, Alias("performance-bonus")]
public sealed record PerformanceBonus(BonusMetric Metric, long Threshold, Money Amount) : CompensationComponent
{
    public override string Description => $"{Amount} from {Threshold} {Metric}";
    public override IEnumerable<Money> Amounts => [Amount];
}

/// <summary>Cheaper shopping for the influencer, as a percentage or an amount.</summary>
[GenerateSerializer, Immutable, Alias("discount")]
public sealed record Discount(decimal? Percent, Money? Amount, string? CouponCode) : CompensationComponent
{
    public override string Description => $"a discount of {(Percent is { } percent ? $"{percent:0.##} %" : Amount.ToString())}";
    public override IEnumerable<Money> Amounts => Amount is { } amount ? [amount] : [];
}

/// <summary>Money back on the influencer's own purchases, as a percentage or an amount.</summary>
[GenerateSerializer, Immutable, Alias("cashback")]
public sealed record Cashback(decimal? Percent, Money? Amount) : CompensationComponent
{
    public override string Description => $"cashback of {(Percent is { } percent ? $"{percent:0.##} %" : Amount.ToString())}";
    public override IEnumerable<Money> Amounts => Amount is { } amount ? [amount] : [];
}

/// <summary>A sum for the right to use the content elsewhere.</summary>
[GenerateSerializer, Immutable, Alias("usage-fee")]
public sealed record UsageFee(Money Amount, string? Usage) : CompensationComponent
{
    public override string Description => $"a usage fee of {Amount}";
    public override IEnumerable<Money> Amounts => [Amount];
}
