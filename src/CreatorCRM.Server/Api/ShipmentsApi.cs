using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Shipments;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>A parcel with products for the influencer.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Shipment(ShipmentRow row, Past? past = null) : INode
{
    public NodeId Id => NodeId.Of<Shipment>(row.Id);

    /// <summary>Counts the partnership's shipments, from 1.</summary>
    public int Number => row.Number;

    /// <summary>Where it stands.</summary>
    public ShipmentStatus Status => row.Status;

    /// <summary>What is in it.</summary>
    public IReadOnlyList<ShipmentItem> Items =>
        [.. CrmJson.Read<List<Shipments.ShipmentItem>>(row.Items).Select(item => new ShipmentItem(item.Name, item.Quantity, item.Value))];

    /// <summary>As it stands on the parcel.</summary>
    public string Address => row.Address;

    /// <summary>In the words of whoever planned it.</summary>
    public string? Note => row.Note;

    /// <summary>Who brings it; null before it is sent, or when nobody said.</summary>
    public string? Carrier => row.Carrier;

    /// <summary>The carrier's number for it.</summary>
    public string? TrackingNumber => row.TrackingNumber;

    /// <summary>Where to see how far it is.</summary>
    [Url]
    public string? TrackingUrl => row.TrackingUrl;

    /// <summary>When it was handed to the carrier; null before.</summary>
    public DateTimeOffset? ShippedAt => row.ShippedAt;

    /// <summary>When it was delivered, returned, lost or cancelled; null before.</summary>
    public DateTimeOffset? ClosedAt => row.ClosedAt;

    /// <summary>What was said about that.</summary>
    public string? ClosingNote => row.ClosingNote;

    /// <summary>The partnership it belongs to.</summary>
    public IDataLoaderResult<Partnership> Partnership(PartnershipLoader loader) => loader.LoadExisting(row.PartnershipId, past?.At);
}

/// <summary>Products in a parcel.</summary>
/// <param name="Name">Which product.</param>
/// <param name="Quantity">How many pieces.</param>
/// <param name="Value">Of one piece; null when nobody knows.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record ShipmentItem(string Name, int Quantity, Money? Value);

[Extends(typeof(Partnership))]
[Requires(Scope.RelationshipsRead)]
public static class PartnershipShipments
{
    /// <summary>What was sent to the influencer, in the order in which it was planned, at most 500.</summary>
    public static IDataLoaderResult<IReadOnlyList<Shipment>> Shipments(Partnership partnership, ShipmentsOfPartnership loader) =>
        loader.LoadAsync(partnership.Key, partnership.Past);
}

public sealed class ShipmentLoader(PartnershipPartQueries parts, Caller caller) : PartLoader<ShipmentRow, Shipment>(parts, caller, row => new Shipment(row));

public sealed class ShipmentsOfPartnership(PartnershipPartQueries parts, Caller caller)
    : PartsLoader<ShipmentRow, Shipment>(parts, caller, (row, past) => new Shipment(row, past));
