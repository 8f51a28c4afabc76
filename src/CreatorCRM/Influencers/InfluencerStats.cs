using CreatorCRM.Relationships;

namespace CreatorCRM.Influencers;

/// <summary>What the influencers of a list come to, exactly: whole numbers are added up, and divided once.</summary>
public sealed record InfluencerStats(IReadOnlyList<InfluencerGroup> Groups)
{
    public long Count => Groups.Sum(group => group.Count);

    /// <summary>Those whose followers are known.</summary>
    public long WithFollowers => Groups.Sum(group => group.WithFollowers);

    public long Followers => Groups.Sum(group => group.Followers);

    /// <summary>Of those who have any known; to two digits after the point. Null when nobody has.</summary>
    public decimal? AverageFollowers => WithFollowers == 0 ? null : decimal.Round((decimal)Followers / WithFollowers, 2, MidpointRounding.AwayFromZero);

    /// <summary>Those whose engagement rate is known.</summary>
    public long WithRate => Groups.Sum(group => group.WithRate);

    /// <summary>The mean of the rates, in which everybody counts the same; to millionths. Null when no rate is known.</summary>
    public decimal? MeanRate => Ratio(Groups.Sum(group => (decimal)group.RateMillionths), WithRate);

    /// <summary>
    /// Sum of (rate x followers) / sum of followers, over those of whom both are known: what share of the whole audience reacts. Null without any.
    /// </summary>
    public decimal? WeightedRate =>
        Ratio(Groups.Sum(group => group.Reactions * 1_000_000m + group.ReactionMillionths), Groups.Sum(group => group.RatedFollowers));

    public IEnumerable<(Tier? Tier, InfluencerStats Stats)> ByTier =>
        By(group => group.Tier).OrderBy(part => part.Key ?? (Tier)(-1)).Select(part => (part.Key, part.Stats));

    /// <summary>By the stage that the relationship is in now.</summary>
    public IEnumerable<(RelationshipStage Stage, InfluencerStats Stats)> ByStage =>
        By(group => group.IsDormant ? RelationshipStage.Dormant : group.Stage).OrderBy(part => part.Key);

    /// <summary>The largest first.</summary>
    public IEnumerable<(string? Country, InfluencerStats Stats)> ByCountry =>
        By(group => group.Country).OrderByDescending(part => part.Stats.Count).ThenBy(part => part.Key, StringComparer.Ordinal);

    private static decimal? Ratio(decimal millionths, long count) =>
        count == 0 ? null : decimal.Round(millionths / count / 1_000_000m, 6, MidpointRounding.AwayFromZero);

    private IEnumerable<(TKey Key, InfluencerStats Stats)> By<TKey>(Func<InfluencerGroup, TKey> key) =>
        Groups.GroupBy(key).Select(groups => (groups.Key, new InfluencerStats([.. groups])));
}

/// <summary>Those who are alike in tier, stage and country; all statistics are folded from such groups.</summary>
public sealed record InfluencerGroup
{
    public Tier? Tier { get; init; }
    public RelationshipStage Stage { get; init; }
    public bool IsDormant { get; init; }
    public string? Country { get; init; }
    public long Count { get; init; }
    public long WithFollowers { get; init; }
    public long Followers { get; init; }
    public long WithRate { get; init; }
    public long RateMillionths { get; init; }
    /// <summary>Followers of those whose rate is known, too.</summary>
    public long RatedFollowers { get; init; }
    /// <summary>The sum of rate x followers, and the millionths beside the whole: a single sum could overflow.</summary>
    public long Reactions { get; init; }
    public long ReactionMillionths { get; init; }
}
