namespace CreatorCRM.Partnerships;

/// <summary>What partnerships can be grouped by.</summary>
public enum PartnershipGrouping
{
    /// <summary>How far they have come.</summary>
    Stage,
    /// <summary>Who is in charge.</summary>
    Owner,
    /// <summary>Their campaign.</summary>
    Campaign,
    /// <summary>The size class of the influencer today.</summary>
    InfluencerTier,
    /// <summary>Where the latest version of the contract stands.</summary>
    ContractStatus,
    /// <summary>The month in which they were shortlisted, in UTC.</summary>
    Month,
}

/// <summary>What partnerships cost in one currency, in its minor units.</summary>
public sealed record SpendSum(string Currency, long Committed, long Earned, long Paid);

/// <summary>What customers bought through partnerships in one currency, in its minor units.</summary>
/// <param name="Sales">How many orders.</param>
/// <param name="Revenue">What was paid for them.</param>
/// <param name="Refunded">What of it went back.</param>
public sealed record SalesSum(string Currency, long Sales, long Revenue, long Refunded);

/// <summary>How many partnerships, how far they ever came, what they cost and what they sold.</summary>
public sealed record PartnershipFigures
{
    public long Count { get; init; }
    public long Contacted { get; init; }
    public long Replied { get; init; }
    public long Contracted { get; init; }
    public long Completed { get; init; }
    /// <summary>In the order of the currencies' codes.</summary>
    public IReadOnlyList<SpendSum> Spends { get; init; } = [];
    public IReadOnlyList<SalesSum> Sales { get; init; } = [];

    public static PartnershipFigures Sum(IReadOnlyCollection<PartnershipFigures> parts) => new()
    {
        Count = parts.Sum(part => part.Count),
        Contacted = parts.Sum(part => part.Contacted),
        Replied = parts.Sum(part => part.Replied),
        Contracted = parts.Sum(part => part.Contracted),
        Completed = parts.Sum(part => part.Completed),
        Spends = [.. parts.SelectMany(part => part.Spends).GroupBy(sum => sum.Currency)
            .Select(same => new SpendSum(same.Key, same.Sum(sum => sum.Committed), same.Sum(sum => sum.Earned), same.Sum(sum => sum.Paid)))
            .OrderBy(sum => sum.Currency, StringComparer.Ordinal)],
        Sales = [.. parts.SelectMany(part => part.Sales).GroupBy(sum => sum.Currency)
            .Select(same => new SalesSum(same.Key, same.Sum(sum => sum.Sales), same.Sum(sum => sum.Revenue), same.Sum(sum => sum.Refunded)))
            .OrderBy(sum => sum.Currency, StringComparer.Ordinal)],
    };
}

/// <param name="Key">What the partnerships have in common: a named value, a text or a day; null where they have none.</param>
public sealed record PartnershipGroup(object? Key, PartnershipFigures Figures);

/// <summary>What the partnerships of a list come to.</summary>
/// <param name="Groups">The largest first; months, stages, tiers and states of contracts in their own order.</param>
public sealed record PartnershipStats(PartnershipFigures Total, IReadOnlyList<PartnershipGroup> Groups);
