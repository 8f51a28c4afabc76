using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
using CreatorCRM.Relationships;
using CreatorCRM.Segments;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>What the influencers of a list come to.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class InfluencerListStats(InfluencerStats stats, InfluencerFilter? filter, string? query)
{
    private const int MaxCountries = 50;

    /// <summary>How many there are: the totalCount of the list.</summary>
    public int Count => int.CreateSaturating(stats.Count);

    /// <summary>Of all of them together.</summary>
    public InfluencerFigures Figures => new(stats);

    /// <summary>By the size class, the smallest first; those without one come before.</summary>
    public IReadOnlyList<InfluencersOfTier> ByTier => [.. stats.ByTier.Select(part => new InfluencersOfTier(part.Tier, new InfluencerFigures(part.Stats)))];

    /// <summary>By how close you are now.</summary>
    public IReadOnlyList<InfluencersOfStage> ByRelationshipStage =>
        [.. stats.ByStage.Select(part => new InfluencersOfStage(part.Stage, new InfluencerFigures(part.Stats)))];

    /// <summary>By country, those with the most first; people without a known country are one of these groups.</summary>
    /// <param name="first">How many countries, 1 to 50; 10 when left out.</param>
    public IReadOnlyList<InfluencersOfCountry> ByCountry(int first = 10) => first is >= 1 and <= MaxCountries
        ? [.. stats.ByCountry.Take(first).Select(part => new InfluencersOfCountry(part.Country, new InfluencerFigures(part.Stats)))]
        : throw InputError.At($"first must be 1 to {MaxCountries}, and is {first}.", "first");

    /// <summary>What all partnerships that these people ever had cost, by currency. Amounts of different currencies are never added.</summary>
    [Costs(CostPlan.Statistics)]
    public async Task<IReadOnlyList<Spend>> Spends(InfluencerStatistics statistics, Caller caller, CancellationToken cancellation) =>
        [.. (await statistics.SpendOn(caller.Workspace, filter, query, cancellation)).Select(sum => new Spend(sum))];
}

/// <summary>How large influencers are together, and how much their audience reacts. Figures of the largest account of each count.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class InfluencerFigures(InfluencerStats stats)
{
    /// <summary>How many they are.</summary>
    public int Count => int.CreateSaturating(stats.Count);

    /// <summary>All their followers together. A person who follows two of them counts twice.</summary>
    public long Followers => stats.Followers;

    /// <summary>followers / how many have known followers, to two digits after the point; null when nobody has.</summary>
    public decimal? AverageFollowers => stats.AverageFollowers;

    /// <summary>How many have a known engagement rate.</summary>
    public int WithEngagementRate => int.CreateSaturating(stats.WithRate);

    /// <summary>
    /// The mean of the known engagement rates, as a ratio (0.035 is 3.5 %), to millionths: a small account counts as much as a large one. Rates of different
    /// formulas are mixed; null when none is known.
    /// </summary>
    public decimal? MeanEngagementRate => stats.MeanRate;

    /// <summary>
    /// sum(engagement rate x followers) / sum(followers) of those whose both are known, as a ratio, to millionths: which share of all followers reacts to a
    /// post. Large accounts pull it down, since their rates are lower. Null when there is none.
    /// </summary>
    public decimal? WeightedEngagementRate => stats.WeightedRate;
}

/// <summary>The influencers of one size class.</summary>
/// <param name="Tier">Null: unknown followers, or fewer than 50.</param>
/// <param name="Figures">What they come to.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record InfluencersOfTier(Tier? Tier, InfluencerFigures Figures);

/// <summary>The influencers you are equally close to.</summary>
/// <param name="Stage">How close.</param>
/// <param name="Figures">What they come to.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record InfluencersOfStage(RelationshipStage Stage, InfluencerFigures Figures);

/// <summary>The influencers of one country.</summary>
/// <param name="Country">ISO 3166-1 alpha-2; null: unknown.</param>
/// <param name="Figures">What they come to.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record InfluencersOfCountry([property: Country] string? Country, InfluencerFigures Figures);

/// <summary>What partnerships cost together, in one currency.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Spend(SpendSum sum)
{
    /// <summary>What the brand is bound to at most: the sum of committed of each partnership's cost.</summary>
    public Money Committed => new(sum.Committed, CurrencyCode);

    /// <summary>What influencers have a right to so far.</summary>
    public Money Earned => new(sum.Earned, CurrencyCode);

    /// <summary>What was paid.</summary>
    public Money Paid => new(sum.Paid, CurrencyCode);

    /// <summary>The currency of all amounts.</summary>
    public Currency CurrencyCode => Currency.Parse(sum.Currency);
}

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class InfluencerStatsQuery
{
    /// <summary>What the list of influencers with the same filter and query comes to, exactly as if you read all its pages.</summary>
    /// <param name="filter">Which influencers.</param>
    /// <param name="query">Words that all occur in name, handles, niches, tags or agency. Case and accents do not matter.</param>
    /// <param name="segmentId">Only those in this segment.</param>
    [Costs(CostPlan.Statistics)]
    public static async Task<InfluencerListStats> InfluencerStats(
        InfluencerStatistics statistics, SegmentQueries segments, Caller caller, CancellationToken cancellation,
        InfluencerFilter? filter = null, string? query = null, NodeId<Segment>? segmentId = null)
    {
        var which = await segments.Select(caller, segmentId, filter, query, cancellation);
        return new InfluencerListStats(await statistics.Of(caller.Workspace, which.Filter, which.Query, cancellation), which.Filter, which.Query);
    }
}
