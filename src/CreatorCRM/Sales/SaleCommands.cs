namespace CreatorCRM.Sales;

/// <summary>Who bought.</summary>
public enum Buyer
{
    /// <summary>Somebody who came through the influencer: it counts for commissions and for bonuses on sales.</summary>
    Customer,
    /// <summary>The influencer: it counts for cashback.</summary>
    Influencer,
}

/// <summary>A paid order.</summary>
/// <param name="OrderNumber">As the shop calls it; unique within the workspace.</param>
/// <param name="Amount">What was paid, without what the commission is not for, such as shipping.</param>
/// <param name="OccurredAt">Null is now.</param>
[GenerateSerializer, Immutable, Alias("record-sale")]
public sealed record RecordSale(string OrderNumber, Money Amount, Buyer Buyer, DateTimeOffset? OccurredAt);

/// <summary>Money that went back to the buyer.</summary>
/// <param name="Sale">Its number.</param>
/// <param name="Amount">Null is all that is left of it.</param>
/// <param name="OccurredAt">Null is now.</param>
[GenerateSerializer, Immutable, Alias("reverse-sale")]
public sealed record ReverseSale(string Sale, Money? Amount, string? Reason, DateTimeOffset? OccurredAt);
