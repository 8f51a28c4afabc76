using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Contracts;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>What the partnerships of a list come to.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class PartnershipListStats(PartnershipStats stats, PartnershipGrouping grouping)
{
    private const int MaxGroups = 100;

    /// <summary>All of them together.</summary>
    public PartnershipListFigures Total => new(stats.Total);

    /// <summary>How many groups there are in all.</summary>
    public int GroupCount => stats.Groups.Count;

    /// <summary>
    /// Stages, tiers, states of contracts and months in their own order, those that have none first; owners and campaigns with the most partnerships first.
    /// </summary>
    /// <param name="first">How many groups, 1 to 100; 50 when left out.</param>
    public IReadOnlyList<PartnershipStatsGroup> Groups(int first = 50) => first is >= 1 and <= MaxGroups
        ? [.. stats.Groups.Take(first).Select(group => new PartnershipStatsGroup(group, grouping))]
        : throw InputError.At($"first must be 1 to {MaxGroups}, and is {first}.", "first");
}

/// <summary>Partnerships that have something in common: what the list is grouped by is set, if there is any; all else is null.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class PartnershipStatsGroup(PartnershipGroup group, PartnershipGrouping grouping)
{
    /// <summary>How far they have come.</summary>
    public PartnershipStage? Stage => group.Key as PartnershipStage?;

    /// <summary>Who is in charge of them.</summary>
    public string? Owner => grouping == PartnershipGrouping.Owner ? group.Key as string : null;

    /// <summary>The campaign they are in.</summary>
    public IDataLoaderResult<Campaign?>? Campaign(CampaignLoader campaigns) =>
        grouping == PartnershipGrouping.Campaign && group.Key is string campaign ? campaigns.LoadAsync(campaign) : null;

    /// <summary>The size class of the influencers today.</summary>
    public Tier? InfluencerTier => group.Key as Tier?;

    /// <summary>Where the latest versions of their contracts stand; null without any contract.</summary>
    public ContractStatus? ContractStatus => group.Key as ContractStatus?;

    /// <summary>The first day of the month in which they were shortlisted, in UTC.</summary>
    public DateOnly? Month => group.Key as DateOnly?;

    /// <summary>What they come to.</summary>
    public PartnershipListFigures Figures => new(group.Figures);
}

/// <summary>How many partnerships, how far they came, what they cost and what they sold.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class PartnershipListFigures(PartnershipFigures figures)
{
    /// <summary>How many they are.</summary>
    public int Count => int.CreateSaturating(figures.Count);

    /// <summary>How many were ever contacted, wherever they stand now. contacted / count is the share of the shortlist that was written to.</summary>
    public int Contacted => int.CreateSaturating(figures.Contacted);

    /// <summary>In how many the influencer ever answered. replied / contacted is the reply rate.</summary>
    public int Replied => int.CreateSaturating(figures.Replied);

    /// <summary>In how many a contract ever came into force.</summary>
    public int Contracted => int.CreateSaturating(figures.Contracted);

    /// <summary>How many are COMPLETED now.</summary>
    public int Completed => int.CreateSaturating(figures.Completed);

    /// <summary>What they cost, by currency. Amounts of different currencies are never added.</summary>
    public IReadOnlyList<Spend> Spends => [.. figures.Spends.Select(sum => new Spend(sum))];

    /// <summary>What customers bought through them, by currency; the influencers' own purchases do not count.</summary>
    public IReadOnlyList<Turnover> Sales => [.. figures.Sales.Select(sum => new Turnover(sum))];
}

/// <summary>What customers bought through partnerships, in one currency.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Turnover(SalesSum sum)
{
    /// <summary>How many orders, with those that were refunded.</summary>
    public int Count => int.CreateSaturating(sum.Sales);

    /// <summary>What was paid for them.</summary>
    public Money Gross => new(sum.Revenue, CurrencyCode);

    /// <summary>What of it went back to the buyers.</summary>
    public Money Refunded => new(sum.Refunded, CurrencyCode);

    /// <summary>gross - refunded: the revenue.</summary>
    public Money Revenue => new(sum.Revenue - sum.Refunded, CurrencyCode);

    /// <summary>The currency of all amounts.</summary>
    public Currency CurrencyCode => Currency.Parse(sum.Currency);
}

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class PartnershipStatsQuery
{
    /// <summary>What the list of partnerships with the same filter and query comes to, exactly as if you read all its pages.</summary>
    /// <param name="filter">Which partnerships.</param>
    /// <param name="query">Words that all occur in the influencer's or the campaign's text.</param>
    /// <param name="groupBy">What each group has in common.</param>
    [Costs(CostPlan.Statistics)]
    public static async Task<PartnershipListStats> PartnershipStats(
        PartnershipStatistics statistics, Caller caller, CancellationToken cancellation,
        PartnershipFilter? filter = null, string? query = null, PartnershipGrouping groupBy = PartnershipGrouping.Stage) =>
        new(await statistics.Of(caller.Workspace, new PartnershipList(PartnershipLists.ReadIds(filter, "filter"), query, null), groupBy, cancellation), groupBy);
}
