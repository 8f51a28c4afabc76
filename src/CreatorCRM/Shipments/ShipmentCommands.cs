using System.Collections.Immutable;

namespace CreatorCRM.Shipments;

/// <summary>Products in a parcel.</summary>
/// <param name="Value">Of one piece; null when nobody knows.</param>
[GenerateSerializer, Immutable, Alias("shipment-item")]
public sealed record ShipmentItem(string Name, int Quantity, Money? Value);

/// <param name="Address">As it stands on the parcel. It is kept with the shipment, whatever becomes of the influencer's.</param>
[GenerateSerializer, Immutable, Alias("plan-shipment")]
public sealed record PlanShipment(ImmutableArray<ShipmentItem> Items, string Address, string? Note);

/// <param name="Shipment">Its number, as in the other commands.</param>
/// <param name="ShippedAt">Null is now.</param>
[GenerateSerializer, Immutable, Alias("ship-shipment")]
public sealed record ShipShipment(string Shipment, string? Carrier, string? TrackingNumber, string? TrackingUrl, DateTimeOffset? ShippedAt);

/// <summary>Says what became of it: delivered, returned, lost or cancelled.</summary>
/// <param name="At">When it happened; null is now.</param>
[GenerateSerializer, Immutable, Alias("close-shipment")]
public sealed record CloseShipment(string Shipment, ShipmentStatus Status, string? Note, DateTimeOffset? At);
