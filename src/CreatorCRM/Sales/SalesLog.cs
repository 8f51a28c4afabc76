using CreatorCRM.Compensation;

namespace CreatorCRM.Sales;

/// <summary>What was sold in a partnership. It keeps totals only: the sales themselves are rows, for there may be many.</summary>
public sealed partial record SalesLog
{
    public static SalesLog Empty { get; } = new();

    public int Recorded { get; init; }
    public int Reversals { get; init; }
    /// <summary>Of all sales; null before the first.</summary>
    public Currency? Currency { get; init; }
    /// <summary>To those who came through the influencer.</summary>
    public SalesTotal Customers { get; init; }
    /// <summary>To the influencer.</summary>
    public SalesTotal Own { get; init; }

    public SalesTotal Of(Buyer buyer) => buyer == Buyer.Customer ? Customers : Own;

    public SalesLog Apply(ISaleEvent @event) => @event switch
    {
        SaleRecorded e => With(e.Buyer, 1, e.Amount.MinorUnits) with { Recorded = Recorded + 1, Currency = e.Amount.Currency },
        SaleReversed e => With(e.Buyer, e.Whole ? -1 : 0, -e.Amount.MinorUnits) with { Reversals = Reversals + 1 },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a sale."),
    };

    private SalesLog With(Buyer buyer, int count, long minor)
    {
        var total = new SalesTotal(Of(buyer).Count + count, checked(Of(buyer).NetMinor + minor));
        return buyer == Buyer.Customer ? this with { Customers = total } : this with { Own = total };
    }
}
