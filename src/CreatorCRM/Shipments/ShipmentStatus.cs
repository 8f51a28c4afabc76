using System.Collections.Immutable;

namespace CreatorCRM.Shipments;

/// <summary>Where a parcel stands.</summary>
public enum ShipmentStatus
{
    /// <summary>To be packed.</summary>
    Planned,
    /// <summary>Handed to the carrier.</summary>
    Shipped,
    /// <summary>The influencer has it.</summary>
    Delivered,
    /// <summary>It came back.</summary>
    Returned,
    /// <summary>Nobody knows where it is.</summary>
    Lost,
    /// <summary>It is not sent.</summary>
    Cancelled,
}

/// <summary>The rules by which a shipment's status changes, in one place.</summary>
public static class ShipmentStatuses
{
    /// <summary>From which status a shipment may go where. What is not here is refused. What was lost may turn up.</summary>
    public static ImmutableDictionary<ShipmentStatus, ImmutableArray<ShipmentStatus>> Moves { get; } = new Dictionary<ShipmentStatus, ImmutableArray<ShipmentStatus>>
    {
        [ShipmentStatus.Planned] = [ShipmentStatus.Shipped, ShipmentStatus.Cancelled],
        [ShipmentStatus.Shipped] = [ShipmentStatus.Delivered, ShipmentStatus.Returned, ShipmentStatus.Lost],
        [ShipmentStatus.Delivered] = [ShipmentStatus.Returned],
        [ShipmentStatus.Returned] = [],
        [ShipmentStatus.Lost] = [ShipmentStatus.Delivered, ShipmentStatus.Returned],
        [ShipmentStatus.Cancelled] = [],
    }.ToImmutableDictionary();
}
