using System.Collections.Immutable;
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
    /// <summary>What makes it due, as it was agreed; null leaves it to the kind.</summary>
    [Id(0)] public Unlock? UnlocksOn { get; init; }

    /// <summary>What makes it due.</summary>
    public Unlock DueOn => UnlocksOn ?? Unlocks[0];

    /// <summary>What may make it due; the first is meant when nothing is said.</summary>
    public abstract ImmutableArray<Unlock> Unlocks { get; }

    /// <summary>In one phrase, for timelines.</summary>
    public abstract string Description { get; }

    /// <summary>Its name in an input, such as <c>fixedFee</c>.</summary>
    public abstract string InputName { get; }

    /// <summary>Every amount in it with its name in an input, for checking signs and that an offer is in one currency.</summary>
    public abstract IEnumerable<(string Field, Money Amount)> Amounts { get; }

    private protected static ImmutableArray<Unlock> OnceDone { get; } = [Unlock.Publication, Unlock.Delivery, Unlock.Acceptance];

    private protected static ImmutableArray<Unlock> FromTheStart { get; } = [Unlock.Acceptance, Unlock.Delivery, Unlock.Publication];

    private protected static ImmutableArray<Unlock> WithEachOrder { get; } = [Unlock.OrderPayment];

    private protected static string Rising(ImmutableArray<CommissionTier>? tiers) => tiers is { IsEmpty: false } given ? $", in {given.Length + 1} steps" : "";

    private protected static string UpTo(Money? cap) => cap is { } most ? $" up to {most}" : "";

    private protected static IEnumerable<(string Field, Money Amount)> AmountsOf(ImmutableArray<CommissionTier>? tiers) => (tiers ?? []).SelectMany((tier, i) =>
        Given(($"tiers.{i}.fromSales", tier.FromSales), ($"tiers.{i}.amountPerSale", tier.AmountPerSale)));

    private protected static string Percentage(decimal percent) => $"{Percentages.Digits(percent)} %";

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
    public override ImmutableArray<Unlock> Unlocks => OnceDone;
    public override string InputName => "fixedFee";
    public override IEnumerable<(string Field, Money Amount)> Amounts => [("amount", Amount)];
}

/// <summary>Products to keep. The value is that of one piece.</summary>
[GenerateSerializer, Immutable, Alias("product-gift")]
public sealed record ProductGift(string Name, int Quantity, Money? Value) : CompensationComponent
{
    public override string Description => Quantity == 1 ? Name : $"{Quantity} x {Name}";
    public override ImmutableArray<Unlock> Unlocks => FromTheStart;
    public override string InputName => "product";
    public override IEnumerable<(string Field, Money Amount)> Amounts => Given(("value", Value));
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
    public override ImmutableArray<Unlock> Unlocks => Metric == BonusMetric.Sales ? [Unlock.Publication, Unlock.OrderPayment] : [Unlock.Publication];
    public override string InputName => "performanceBonus";
    public override IEnumerable<(string Field, Money Amount)> Amounts => [("amount", Amount)];
}

/// <summary>Cheaper shopping for the influencer, as a percentage or an amount.</summary>
[GenerateSerializer, Immutable, Alias("discount")]
public sealed record Discount(decimal? Percent, Money? Amount, string? CouponCode) : CompensationComponent
{
    public override string Description => $"a discount of {(Percent is { } percent ? Percentage(percent) : Amount.ToString())}";
    public override ImmutableArray<Unlock> Unlocks => FromTheStart;
    public override string InputName => "discount";
    public override IEnumerable<(string Field, Money Amount)> Amounts => Given(("amount", Amount));
}

/// <summary>A sum for the right to use the content elsewhere.</summary>
[GenerateSerializer, Immutable, Alias("usage-fee")]
public sealed record UsageFee(Money Amount, string? Usage) : CompensationComponent
{
    public override string Description => $"a usage fee of {Amount}";
    public override ImmutableArray<Unlock> Unlocks => FromTheStart;
    public override string InputName => "usageFee";
    public override IEnumerable<(string Field, Money Amount)> Amounts => [("amount", Amount)];
}
