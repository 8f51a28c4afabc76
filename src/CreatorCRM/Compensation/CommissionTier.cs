namespace CreatorCRM.Compensation;

/// <summary>
/// Another rate for what lies above a threshold; what lies below keeps the rate it had. A percentage changes with net sales, an amount per sale with the number
/// of sales, so that the order of the sales never matters.
/// </summary>
/// <param name="FromSales">Net sales above which <paramref name="Percent"/> applies.</param>
/// <param name="FromCount">The number of sales above which <paramref name="AmountPerSale"/> applies.</param>
/// <param name="Percent">10 means 10 %.</param>
[GenerateSerializer, Immutable, Alias("commission-tier")]
public sealed record CommissionTier(Money? FromSales, long? FromCount, decimal? Percent, Money? AmountPerSale);
