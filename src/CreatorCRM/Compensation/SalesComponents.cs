using System.Collections.Immutable;

namespace CreatorCRM.Compensation;

/// <summary>A share of what is sold: either a percentage of the sale or an amount per sale, perhaps up to a cap.</summary>
/// <param name="Percent">10 means 10 %.</param>
[GenerateSerializer, Immutable, Alias("commission")]
public sealed record Commission(decimal? Percent, Money? AmountPerSale, Money? Cap) : CompensationComponent
{
    /// <summary>Other rates above thresholds, in rising order; null when there is one rate.</summary>
    [Id(0)] public ImmutableArray<CommissionTier>? Tiers { get; init; }

    public SalesShare Share => new(Percent, AmountPerSale, Tiers ?? [], Cap);

    public override ImmutableArray<Unlock> Unlocks => WithEachOrder;
    public override string Description =>
        (Percent is { } percent ? $"{Percentage(percent)} commission" : $"{AmountPerSale} per sale") + Rising(Tiers) + UpTo(Cap);
    public override string InputName => "commission";
    public override IEnumerable<(string Field, Money Amount)> Amounts => [.. Given(("amountPerSale", AmountPerSale), ("cap", Cap)), .. AmountsOf(Tiers)];
}

/// <summary>Money back on the influencer's own purchases, as a percentage or an amount for each, perhaps up to a cap.</summary>
/// <param name="Percent">10 means 10 %.</param>
[GenerateSerializer, Immutable, Alias("cashback")]
public sealed record Cashback(decimal? Percent, Money? Amount) : CompensationComponent
{
    [Id(0)] public Money? Cap { get; init; }

    /// <summary>Other rates above thresholds, in rising order; null when there is one rate.</summary>
    [Id(1)] public ImmutableArray<CommissionTier>? Tiers { get; init; }

    public SalesShare Share => new(Percent, Amount, Tiers ?? [], Cap);

    public override ImmutableArray<Unlock> Unlocks => WithEachOrder;
    public override string Description => $"cashback of {(Percent is { } percent ? Percentage(percent) : Amount.ToString())}{Rising(Tiers)}{UpTo(Cap)}";
    public override string InputName => "cashback";
    public override IEnumerable<(string Field, Money Amount)> Amounts => [.. Given(("amount", Amount), ("cap", Cap)), .. AmountsOf(Tiers)];
}
