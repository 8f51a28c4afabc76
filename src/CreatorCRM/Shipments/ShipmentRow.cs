using CreatorCRM.Partnerships;

namespace CreatorCRM.Shipments;

[RowTable("shipments", nameof(Id))]
public sealed record ShipmentRow : INumberedPartRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public int Number { get; init; }
    public ShipmentStatus Status { get; init; }
    /// <summary>JSON array of <see cref="ShipmentItem"/>.</summary>
    public required string Items { get; init; }
    public required string Address { get; init; }
    public string? Note { get; init; }
    public string? Carrier { get; init; }
    public string? TrackingNumber { get; init; }
    public string? TrackingUrl { get; init; }
    public DateTimeOffset? ShippedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public string? ClosingNote { get; init; }

    string IRow.RowKey => Id;
}

public partial record ShipmentList
{
    public IEnumerable<IRow> Rows(EntityKey partnership) => All.Select(shipment => new ShipmentRow
    {
        Workspace = partnership.Workspace,
        Id = PartNumber.Id(partnership, shipment.Number),
        PartnershipId = partnership.Id,
        Number = PartNumber.Parse(shipment.Number),
        Status = shipment.Status,
        Items = CrmJson.Write(shipment.Items),
        Address = shipment.Address,
        Note = shipment.Note,
        Carrier = shipment.Carrier,
        TrackingNumber = shipment.TrackingNumber,
        TrackingUrl = shipment.TrackingUrl,
        ShippedAt = shipment.ShippedAt,
        ClosedAt = shipment.ClosedAt,
        ClosingNote = shipment.ClosingNote,
    });
}
