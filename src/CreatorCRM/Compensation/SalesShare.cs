using System.Collections.Immutable;

namespace CreatorCRM.Compensation;

/// <summary>Sales as far as a share depends on them.</summary>
/// <param name="Count">Sales of which anything is left after refunds.</param>
/// <param name="NetMinor">What is left of them, in minor units.</param>
public readonly record struct SalesTotal(long Count, long NetMinor);

/// <summary>
/// A share of sales, as a percentage or an amount per sale. It is computed on all sales together and rounded half up once, on the total: what one sale brings
/// is the difference that it makes. So neither the order of sales nor how they are split loses or invents a cent, and a refund takes back exactly what the sale
/// brought.
/// </summary>
public sealed record SalesShare(decimal? Percent, Money? AmountPerSale, ImmutableArray<CommissionTier> Tiers, Money? Cap)
{
    private const int MaxTiers = 20;

    /// <summary>What it comes to, in minor units; never more than the cap, nor than the largest amount there is.</summary>
    public long Of(SalesTotal sales)
    {
        var units = Percent is null ? sales.Count : sales.NetMinor;
        var exact = 0m;
        var (from, rate) = (0L, Percent / 100 ?? AmountPerSale?.MinorUnits ?? 0m);
        foreach (var tier in Tiers)
        {
            var next = Math.Min(units, tier.FromSales?.MinorUnits ?? tier.FromCount ?? 0);
            exact += (next - from) * rate;
            (from, rate) = (next, tier.Percent / 100 ?? tier.AmountPerSale?.MinorUnits ?? 0m);
        }
        exact += (units - from) * rate;
        return (long)Math.Min(decimal.Round(exact, MidpointRounding.AwayFromZero), Math.Min(Cap?.MinorUnits ?? long.MaxValue, Money.MaxMinorUnits));
    }

    /// <summary>In which way the rates and thresholds make no sense.</summary>
    public void Check(Validation validation, string path)
    {
        validation.Count($"{path}.tiers", Tiers, MaxTiers);
        var below = 0L;
        for (var i = 0; i < Tiers.Length && i < MaxTiers; i++)
        {
            var (tier, at) = (Tiers[i], $"{path}.tiers.{i}");
            var byPercent = Percent is not null;
            var fits = byPercent
                ? tier is { FromSales: not null, Percent: not null, FromCount: null, AmountPerSale: null }
                : tier is { FromSales: null, Percent: null, FromCount: not null, AmountPerSale: not null };
            validation.Require(fits, at, byPercent ? "A tier of a percentage has fromSales and percent." : "A tier of an amount per sale has fromCount and amountPerSale.");
            validation.Require(tier.Percent is null or (> 0 and <= 100), $"{at}.percent", "A percentage is above 0 and at most 100.");
            var threshold = (byPercent ? tier.FromSales?.MinorUnits : tier.FromCount) ?? 0;
            validation.Require(threshold > below, $"{at}.{(byPercent ? "fromSales" : "fromCount")}", "Tiers begin above zero, and each above the one before.");
            below = threshold;
        }
    }
}
