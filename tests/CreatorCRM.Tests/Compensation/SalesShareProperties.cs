using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CsCheck;

namespace CreatorCRM.Tests.Compensation;

/// <summary>Whatever is sold in whatever order, however it is split and whatever comes back.</summary>
public sealed class SalesShareProperties
{
    private const int Count = 10_000;

    private static readonly Gen<decimal> Percent = Gen.Int[1, 10_000].Select(hundredths => hundredths / 100m);

    private static readonly Gen<Money?> Cap = Gen.Frequency((1, Gen.Const((Money?)null)), (2, Gen.Long[0, 2_000_000].Select(minor => (Money?)Eur(minor))));

    private static readonly Gen<SalesShare> ByPercent = Gen.Select(Percent, Cap, Gen.Select(Gen.Long[1, 500_000], Percent).Array[0, 4])
        .Select((percent, cap, steps) => new SalesShare(
        percent, null, Rising(steps.Select(step => step.Item1), (from, i) => new CommissionTier(Eur(from), null, steps[i].Item2, null)), cap));

    private static readonly Gen<SalesShare> BySale = Gen.Select(Gen.Long[1, 5_000], Cap, Gen.Select(Gen.Long[1, 20], Gen.Long[0, 5_000]).Array[0, 4])
        .Select((amount, cap, steps) => new SalesShare(
        null, Eur(amount), Rising(steps.Select(step => step.Item1), (from, i) => new CommissionTier(null, from, null, Eur(steps[i].Item2))), cap));

    private static readonly Gen<SalesShare> Any = Gen.OneOf(ByPercent, BySale);

    private static readonly Gen<long[]> Sales = Gen.Long[1, 400_000].Array[0, 30];

    [Fact]
    public void It_is_what_the_sales_bring_one_by_one_in_any_order_rounded_once() =>
        Gen.Select(Any, Sales).SelectMany((share, sales) => Gen.Shuffle(sales.ToArray()).Select(shuffled => (share, shuffled))).Sample(t =>
    {
        OneByOne(t.share, t.shuffled).ShouldBe(t.share.Of(Total(t.shuffled)));
    }, iter: Count);

    [Fact]
    public void A_sale_that_is_split_brings_to_the_cent_what_it_brought_whole() =>
        Gen.Select(ByPercent, Sales, Gen.Long[1, 400_000], Gen.Long[1, 399_999]).Sample((share, sales, whole, cut) =>
    {
        var part = whole == 1 ? 0 : 1 + cut % (whole - 1);
        var split = share.Of(Total([.. sales, part, whole - part]));
        split.ShouldBe(share.Of(Total([.. sales, whole])));
    }, iter: Count);

    [Fact]
    public void It_never_rises_above_the_cap_and_never_falls_when_more_is_sold() => Gen.Select(Any, Sales).Sample((share, sales) =>
    {
        Parts(share, sales).ShouldAllBe(part => part >= 0);
        if (share.Cap is { } cap) share.Of(Total(sales)).ShouldBeLessThanOrEqualTo(cap.MinorUnits);
        share.Of(Total(sales)).ShouldBe(Math.Min((share with { Cap = null }).Of(Total(sales)), share.Cap?.MinorUnits ?? long.MaxValue));
    }, iter: Count);

    [Fact]
    public void Tiers_of_one_rate_change_nothing_and_each_rate_is_for_its_own_part() => Gen.Select(ByPercent, Sales).Sample((share, sales) =>
    {
        var flat = share with { Tiers = [.. share.Tiers.Select(tier => tier with { Percent = share.Percent })] };
        flat.Of(Total(sales)).ShouldBe((share with { Tiers = [] }).Of(Total(sales)));
        var rates = share.Tiers.Select(tier => tier.Percent!.Value).Append(share.Percent!.Value).ToArray();
        var uncapped = (share with { Cap = null }).Of(Total(sales));
        uncapped.ShouldBeInRange(Share(rates.Min(), sales), Share(rates.Max(), sales));
    }, iter: Count);

    [Fact]
    public void Halves_of_a_cent_are_rounded_up_once_on_the_total()
    {
        var tenth = new SalesShare(10, null, [], null);
        // 0.5 cents each: the first brings a cent, the second none.
        Parts(tenth, [5, 5, 5]).ShouldBe([1, 0, 1]);
        tenth.Of(Total([15])).ShouldBe(2);
        new SalesShare(null, Eur(150), [new CommissionTier(null, 2, null, Eur(200))], Eur(600)).Of(new SalesTotal(3, 999)).ShouldBe(500);
        new SalesShare(10, null, [new CommissionTier(Eur(10_000), null, 20, null)], null).Of(new SalesTotal(1, 15_000)).ShouldBe(2_000);
        new SalesShare(100, null, [], null).Of(new SalesTotal(1, Money.MaxMinorUnits)).ShouldBe(Money.MaxMinorUnits);
        new SalesShare(null, Eur(Money.MaxMinorUnits), [], null).Of(new SalesTotal(long.MaxValue / 1_000_000, 0)).ShouldBe(Money.MaxMinorUnits);
    }

    private static Money Eur(long minor) => new(minor, Currency.Eur);

    private static long Share(decimal percent, long[] sales) => (long)decimal.Round(sales.Sum() * percent / 100, MidpointRounding.AwayFromZero);

    private static SalesTotal Total(params long[] sales) => new(sales.Count(sale => sale > 0), sales.Sum());

    /// <summary>Sale by sale, each cut where another rate begins.</summary>
    private static long OneByOne(SalesShare share, long[] sales)
    {
        var (exact, sold) = (0m, 0L);
        foreach (var sale in sales)
        {
            for (var left = share.Percent is null ? 1 : sale; left > 0;)
            {
                var reached = share.Tiers.LastOrDefault(tier => From(tier) <= sold);
                var next = share.Tiers.FirstOrDefault(tier => From(tier) > sold);
                var part = next is null ? left : Math.Min(left, From(next) - sold);
                exact += part * (reached is null
                    ? share.Percent / 100 ?? share.AmountPerSale!.Value.MinorUnits
                    : reached.Percent / 100 ?? reached.AmountPerSale!.Value.MinorUnits);
                (sold, left) = (sold + part, left - part);
            }
        }
        return Math.Min((long)decimal.Round(exact, MidpointRounding.AwayFromZero), share.Cap?.MinorUnits ?? long.MaxValue);

        static long From(CommissionTier tier) => tier.FromSales?.MinorUnits ?? tier.FromCount!.Value;
    }

    /// <summary>What each sale brings when it comes after those before it.</summary>
    private static long[] Parts(SalesShare share, long[] sales) =>
        [.. sales.Select((_, i) => share.Of(Total(sales[..(i + 1)])) - share.Of(Total(sales[..i])))];

    private static ImmutableArray<CommissionTier> Rising(IEnumerable<long> steps, Func<long, int, CommissionTier> tier)
    {
        var from = 0L;
        return [.. steps.Select((step, i) => tier(from += step, i))];
    }
}
