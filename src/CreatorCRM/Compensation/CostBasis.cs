using System.Collections.Immutable;

namespace CreatorCRM.Compensation;

/// <summary>How far a figure has come that a bonus depends on.</summary>
public sealed record MetricFigure(BonusMetric Metric, long Value);

/// <summary>What was paid for a component, in minor units.</summary>
/// <param name="Component">Counts the components of all agreements, from 1.</param>
/// <param name="Bound">With what is about to be paid.</param>
public sealed record PayoutTotal(int Component, long Paid, long Bound);

/// <summary>
/// All that the cost of a partnership follows from: what was agreed, and what happened since. It is kept beside the totals, so that any list can explain them.
/// </summary>
public sealed record CostBasis
{
    public required ImmutableArray<CompensationComponent> Compensation { get; init; }
    /// <summary>What amendments took away; it counts as far as it is paid.</summary>
    public ImmutableArray<CompensationComponent> Dropped { get; init; } = [];
    /// <summary>How many components earlier agreements had: these are numbered on from there.</summary>
    public int Before { get; init; }
    /// <summary>The agreements before this one, each with what happened for it.</summary>
    public ImmutableArray<CostBasis> Earlier { get; init; } = [];
    /// <summary>The next term took its place: sales count for that one.</summary>
    public bool Renewed { get; init; }
    /// <summary>Both have signed the contract.</summary>
    public bool InForce { get; init; }
    public bool Approved { get; init; }
    public bool Published { get; init; }
    /// <summary>Nothing more is to come: the partnership was given up, the agreement taken back, or all content of a renewed one is made.</summary>
    public bool Ended { get; init; }
    /// <summary>Sales to those who came through the influencer.</summary>
    public SalesTotal Customers { get; init; }
    /// <summary>Sales to the influencer.</summary>
    public SalesTotal Own { get; init; }
    public Currency? SalesCurrency { get; init; }
    /// <summary>Those that are known.</summary>
    public ImmutableArray<MetricFigure> Figures { get; init; } = [];
    public ImmutableArray<PayoutTotal> Payouts { get; init; } = [];

    /// <summary>As if nothing was paid or about to be, which would count as committed.</summary>
    public CostBasis Unpaid => this with { Payouts = [], Earlier = [.. Earlier.Select(basis => basis.Unpaid)] };

    /// <summary>Of all amounts; null while there is none, as with a percentage before the first sale.</summary>
    public Currency? Currency =>
        Compensation.SelectMany(component => component.Amounts).Select(amount => (Currency?)amount.Amount.Currency).FirstOrDefault() ?? SalesCurrency
        ?? Earlier.Select(basis => basis.Currency).FirstOrDefault(currency => currency is not null);

    public bool Has(Unlock unlock) => unlock switch
    {
        Unlock.Acceptance => InForce,
        Unlock.Delivery => Approved,
        Unlock.Publication => Published,
        Unlock.OrderPayment => true,
        _ => throw new ArgumentOutOfRangeException(nameof(unlock)),
    };
}
