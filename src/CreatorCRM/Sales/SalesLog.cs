using System.Collections.Immutable;
using CreatorCRM.Compensation;

namespace CreatorCRM.Sales;

/// <summary>What was sold under one agreement. What goes back counts for the one of its sale.</summary>
/// <param name="After">How many sales there were before: its own have higher numbers.</param>
/// <param name="Customers">To those who came through the influencer.</param>
/// <param name="Own">To the influencer.</param>
public sealed record AgreementSales(int After, SalesTotal Customers, SalesTotal Own);

/// <summary>What was sold in a partnership. It keeps totals only: the sales themselves are rows, for there may be many.</summary>
public sealed partial record SalesLog
{
    public static SalesLog Empty { get; } = new();

    public int Recorded { get; init; }
    public int Reversals { get; init; }
    /// <summary>Of all sales; null before the first.</summary>
    public Currency? Currency { get; init; }
    /// <summary>One for each agreement and for the one that is current or to come.</summary>
    public ImmutableArray<AgreementSales> Agreements { get; init; } = [new(0, default, default)];

    /// <summary>Something was sold since the last agreement ended.</summary>
    public bool IsCurrent => Recorded > Agreements[^1].After;

    public SalesTotal Of(Buyer buyer)
    {
        var totals = Agreements.Select(sales => buyer == Buyer.Customer ? sales.Customers : sales.Own).ToArray();
        return new SalesTotal(totals.Sum(total => total.Count), totals.Sum(total => total.NetMinor));
    }

    /// <summary>What is sold from now on counts for the next agreement.</summary>
    public SalesLog Next() => this with { Agreements = Agreements.Add(new AgreementSales(Recorded, default, default)) };

    public SalesLog Apply(ISaleEvent @event) => @event switch
    {
        SaleRecorded e => With(e.Sale, e.Buyer, 1, e.Amount.MinorUnits) with { Recorded = Recorded + 1, Currency = e.Amount.Currency },
        SaleReversed e => With(e.Sale, e.Buyer, e.Whole ? -1 : 0, -e.Amount.MinorUnits) with { Reversals = Reversals + 1 },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a sale."),
    };

    private SalesLog With(string sale, Buyer buyer, int count, long minor)
    {
        var number = PartNumber.Parse(sale);
        var index = Agreements.Count(sales => sales.After < number) - 1;
        var sales = Agreements[index];
        return this with
        {
            Agreements = Agreements.SetItem(index, buyer == Buyer.Customer
                ? sales with { Customers = Sum(sales.Customers) }
                : sales with { Own = Sum(sales.Own) }),
        };

        SalesTotal Sum(SalesTotal total) => new(total.Count + count, checked(total.NetMinor + minor));
    }
}
