using System.Collections.Immutable;

namespace CreatorCRM.Shipments;

/// <summary>Something about the shipments of a partnership.</summary>
public interface IShipmentEvent : IEvent;

[EventType("partnership.shipment-planned")]
public sealed record ShipmentPlanned(string Shipment, ImmutableArray<ShipmentItem> Items, string Address, string? Note) : IShipmentEvent
{
    public string Summary => $"Shipment {Shipment} was planned: {string.Join(", ", Items.Take(5).Select(item => $"{item.Quantity} x {item.Name}"))}.";
}

[EventType("partnership.shipment-shipped")]
public sealed record ShipmentShipped(string Shipment, string? Carrier, string? TrackingNumber, string? TrackingUrl, DateTimeOffset At) : IShipmentEvent
{
    public string Summary =>
        $"Shipment {Shipment} was sent{(Carrier is null ? "" : $" with {Carrier}")}{(TrackingNumber is null ? "" : $", number {TrackingNumber}")}.";

    public DateTimeOffset? OccurredAt => At;
}

/// <param name="Status">Delivered, returned, lost or cancelled.</param>
[EventType("partnership.shipment-closed")]
public sealed record ShipmentClosed(string Shipment, ShipmentStatus Status, string? Note, DateTimeOffset At) : IShipmentEvent
{
    public string Summary => $"Shipment {Shipment} was {Status.Words()}{(Note is null ? "" : $": {Note}")}.";

    public DateTimeOffset? OccurredAt => At;
}
