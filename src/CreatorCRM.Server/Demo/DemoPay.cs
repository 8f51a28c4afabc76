using System.Collections.Immutable;
using System.Globalization;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Influencers;

namespace CreatorCRM.Server.Demo;

/// <summary>What is offered: the small ones get products and a share, the large ones fees.</summary>
internal sealed class DemoPay(DemoCampaign campaign, DemoInfluencer influencer, Random random)
{
    // The mixture stays the same while the two sides talk about how much.
    private readonly bool _perSale = random.Next(3) == 0, _coupon = random.Next(2) == 0;
    private readonly int _pieces = random.Next(1, 3);

    // What a piece of content costs grows with the followers, but slower at the top.
    private readonly long _fee = Fee(influencer.Tier, influencer.Accounts[0].Followers);

    /// <param name="times">1 is the usual offer; a counter-offer asks for more.</param>
    public ImmutableArray<CompensationComponent> Offer(double times) => influencer.Tier switch
    {
        Tier.Nano => [Gift(_pieces), _coupon ? Coupon(times) : new Cashback((decimal)Math.Round(10 * times), null)],
        Tier.Micro when _perSale => [Gift(1), new Commission(null, Amount(300 * times), Amount(60_000 * times))],
        Tier.Micro => [Fixed(times), Gift(1), new Commission((decimal)Math.Round(10 * times), null, null)],
        Tier.Mid => [Fixed(times), Gift(1), new PerformanceBonus(BonusMetric.LinkClicks, 1_000, Rounded(_fee * 0.2))],
        Tier.Macro => [Fixed(times), new UsageFee(Rounded(_fee * 0.25 * times), "Our own ads, three months")],
        _ =>
        [
            Fixed(times), new UsageFee(Rounded(_fee * 0.3 * times), "Our own ads and shop windows, six months"),
            new PerformanceBonus(BonusMetric.Impressions, 1_000_000, Rounded(_fee * 0.15)),
        ],
    };

    private FixedFee Fixed(double times) => new(Rounded(_fee * times));

    private ProductGift Gift(int quantity) => new(campaign.Product, quantity, campaign.Price);

    private Discount Coupon(double times)
    {
        var percent = (decimal)Math.Round(20 * times);
        var code = string.Create(CultureInfo.InvariantCulture, $"{DemoAccounts.Ascii(influencer.Name)}-{campaign.Slug}-{percent:0}");
        return new Discount(percent, null, code.ToUpperInvariant());
    }

    private Money Rounded(double minorUnits) => Amount(Math.Max(5_000, Math.Round(minorUnits / 5_000) * 5_000));

    private Money Amount(double minorUnits) => new((long)Math.Round(minorUnits), campaign.Currency);

    private static long Fee(Tier tier, long followers) => tier switch
    {
        Tier.Nano => 5_000,
        Tier.Micro => 10_000 + followers / 2,
        Tier.Mid => 30_000 + followers / 2,
        Tier.Macro => 100_000 + followers / 3,
        _ => 200_000 + followers / 4,
    };
}
