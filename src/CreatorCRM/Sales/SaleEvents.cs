namespace CreatorCRM.Sales;

/// <summary>Something about the sales of a partnership.</summary>
public interface ISaleEvent : IEvent;

[EventType("partnership.sale-recorded")]
public sealed record SaleRecorded(string Sale, string OrderNumber, Money Amount, Buyer Buyer, DateTimeOffset At) : ISaleEvent
{
    public string Summary => $"Order {OrderNumber} of {Amount} was paid{(Buyer == Buyer.Influencer ? " by the influencer" : "")}.";

    public DateTimeOffset? OccurredAt => At;
}

/// <param name="Reversal">Counts what went back in the partnership.</param>
/// <param name="Amount">What went back this time.</param>
/// <param name="Whole">Nothing is left of the sale.</param>
[EventType("partnership.sale-reversed")]
public sealed record SaleReversed(string Reversal, string Sale, string OrderNumber, Money Amount, bool Whole, Buyer Buyer, string? Reason, DateTimeOffset At)
    : ISaleEvent
{
    public string Summary => $"{Amount} of order {OrderNumber} went back{(Whole ? ", nothing is left of it" : "")}{(Reason is null ? "" : $": {Reason}")}.";

    public DateTimeOffset? OccurredAt => At;
}
