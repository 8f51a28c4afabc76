using CreatorCRM.Deliverables;
using CreatorCRM.Partnerships;
using CreatorCRM.Sales;

namespace CreatorCRM.Relationships;

/// <summary>What all partnerships with one person cost and brought together. Amounts in minor units of their currency; currencies are never added up.</summary>
public sealed record Lifetime(IReadOnlyList<LifetimeMoney> Money, LifetimeResults Results)
{
    public static Lifetime Empty { get; } = new([], new LifetimeResults());

    /// <summary>The same, told from what the partnerships were at an instant.</summary>
    public static Lifetime Of(IReadOnlyCollection<Past> partnerships)
    {
        var costs = partnerships.Select(past => past.One<PartnershipRow>()).Where(row => row.CostCurrency is not null)
            .Select(row => new LifetimeMoney(row.CostCurrency!, row.CommittedMinor, row.EarnedMinor, row.PaidMinor));
        // Only what customers bought: an influencer's own purchases bring no new customer.
        var sold = partnerships.SelectMany(past => past.Of<SaleRow>()).Where(row => row.Buyer == Buyer.Customer).ToDictionary(row => row.Id);
        var sales = sold.Values.Select(row => new LifetimeMoney(row.Currency, SoldMinor: row.AmountMinor, Sales: 1));
        var reversals = partnerships.SelectMany(past => past.Of<SaleReversalRow>()).Where(row => sold.ContainsKey(row.SaleId))
            .Select(row => new LifetimeMoney(row.Currency, SoldMinor: -row.AmountMinor));
        var posts = partnerships.SelectMany(past => past.Of<DeliverableRow>()).Where(row => row.PublishedAt is not null).ToArray();
        return new Lifetime(LifetimeMoney.Sum([.. costs, .. sales, .. reversals]), new LifetimeResults(
            posts.Length, posts.Sum(row => row.Impressions ?? 0), posts.Sum(row => row.Figures().Engagements ?? 0), posts.Sum(row => row.LinkClicks ?? 0)));
    }
}

/// <summary>Cost and sales in one currency.</summary>
/// <param name="SoldMinor">Sales to customers less what went back to them; the influencers' own purchases do not count.</param>
/// <param name="Sales">How many orders of customers.</param>
public sealed record LifetimeMoney(string Currency, long CommittedMinor = 0, long EarnedMinor = 0, long PaidMinor = 0, long SoldMinor = 0, long Sales = 0)
{
    /// <summary>One for each currency, by its code.</summary>
    public static IReadOnlyList<LifetimeMoney> Sum(IEnumerable<LifetimeMoney> parts) =>
    [
        .. parts.GroupBy(part => part.Currency).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new LifetimeMoney(
            same.Key, same.Sum(part => part.CommittedMinor), same.Sum(part => part.EarnedMinor), same.Sum(part => part.PaidMinor),
            same.Sum(part => part.SoldMinor), same.Sum(part => part.Sales))),
    ];
}

/// <summary>The latest figures of all posts, added up; what is unknown adds nothing.</summary>
public sealed record LifetimeResults(long Posts = 0, long Impressions = 0, long Engagements = 0, long LinkClicks = 0);
