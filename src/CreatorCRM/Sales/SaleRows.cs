using CreatorCRM.Partnerships;

namespace CreatorCRM.Sales;

/// <summary>A paid order.</summary>
[RowTable("sales", nameof(Id))]
public sealed record SaleRow : IPartRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public required string OrderNumber { get; init; }
    public long AmountMinor { get; init; }
    public required string Currency { get; init; }
    public Buyer Buyer { get; init; }
    public DateTimeOffset OccurredAt { get; init; }

    string IRow.RowKey => Id;
}

/// <summary>Money that went back to the buyer.</summary>
[RowTable("sale_reversals", nameof(Id))]
public sealed record SaleReversalRow : IPartRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public required string SaleId { get; init; }
    public long AmountMinor { get; init; }
    public required string Currency { get; init; }
    public string? Reason { get; init; }
    public DateTimeOffset OccurredAt { get; init; }

    string IRow.RowKey => Id;
}

public partial record SalesLog
{
    public static IEnumerable<IRow> Facts(EntityKey partnership, ISaleEvent @event) => @event switch
    {
        SaleRecorded e => [new SaleRow
        {
            Workspace = partnership.Workspace,
            Id = PartNumber.Id(partnership, e.Sale),
            PartnershipId = partnership.Id,
            OrderNumber = e.OrderNumber,
            AmountMinor = e.Amount.MinorUnits,
            Currency = e.Amount.Currency.Code,
            Buyer = e.Buyer,
            OccurredAt = e.At,
        }],
        SaleReversed e => [new SaleReversalRow
        {
            Workspace = partnership.Workspace,
            Id = PartNumber.Id(partnership, e.Reversal),
            PartnershipId = partnership.Id,
            SaleId = PartNumber.Id(partnership, e.Sale),
            AmountMinor = e.Amount.MinorUnits,
            Currency = e.Amount.Currency.Code,
            Reason = e.Reason,
            OccurredAt = e.At,
        }],
        _ => [],
    };
}
