using System.Collections.Frozen;
using CreatorCRM.Storage.Queries;

namespace CreatorCRM.Influencers;

/// <summary>The order of a list of influencers. Those without the value come last in both directions.</summary>
/// <param name="Field">What to sort by.</param>
/// <param name="Direction">Smallest first or largest first.</param>
public sealed record InfluencerOrder(InfluencerOrderField Field, OrderDirection Direction = OrderDirection.Asc)
{
    private static readonly FrozenDictionary<InfluencerOrderField, KeysetOrder<InfluencerRow>> Ascending = new Dictionary<InfluencerOrderField, KeysetOrder<InfluencerRow>>
    {
        [InfluencerOrderField.Name] = By("name").By(row => row.SortName),
        [InfluencerOrderField.Followers] = By("followers").By(row => row.Followers),
        [InfluencerOrderField.EngagementRate] = By("engagementRate").By(row => row.EngagementRate),
        [InfluencerOrderField.LastContactAt] = By("lastContactAt").By(row => row.LastContactAt),
        [InfluencerOrderField.Health] = By("health").By(row => row.HealthAnchor),
        [InfluencerOrderField.CreatedAt] = By("createdAt").By(row => row.CreatedAt),
        [InfluencerOrderField.UpdatedAt] = By("updatedAt").By(row => row.UpdatedAt),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<InfluencerOrderField, KeysetOrder<InfluencerRow>> Descending = Ascending.ToFrozenDictionary(order => order.Key,
        order => order.Value.Reversed());

    internal KeysetOrder<InfluencerRow> Keyset => (Direction == OrderDirection.Asc ? Ascending : Descending)[Field];

    private static KeysetOrder<InfluencerRow> By(string name) => new($"influencers.{name}", row => row.Id);
}

/// <summary>What influencers can be sorted by.</summary>
public enum InfluencerOrderField
{
    /// <summary>The name, without regard to case and accents.</summary>
    Name,
    /// <summary>Followers of the largest account.</summary>
    Followers,
    /// <summary>Engagement rate of the largest account.</summary>
    EngagementRate,
    /// <summary>When either side last spoke to the other.</summary>
    LastContactAt,
    /// <summary>The health of the relationship.</summary>
    Health,
    /// <summary>When they were added.</summary>
    CreatedAt,
    /// <summary>When they were changed last.</summary>
    UpdatedAt,
}
