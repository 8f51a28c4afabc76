using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Shipments;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class ShipmentMutations
{
    /// <summary>Plans a parcel for the influencer. Nothing is sent to somebody who must not be contacted.</summary>
    public static async Task<PlanShipmentPayload> PlanShipment(PlanShipmentInput input, Caller caller, IGrainFactory grains, ShipmentLoader shipments,
        PartnershipLoader partnerships)
    {
        var context = caller.Command("planShipment", input.IdempotencyKey, input, input.ExpectedVersion);
        var command = new PlanShipment(input.Items.ToList(item => new Shipments.ShipmentItem(item.Name, item.Quantity, item.Value)), input.Address, input.Note);
        var result = await grains.Partnership(caller, input.PartnershipId.Key).PlanShipment(command, context);
        return await result.ToPayload(shipments, partnerships, (shipment, partnership) => new PlanShipmentPayload(shipment, partnership));
    }

    /// <summary>Records that a parcel was handed to the carrier.</summary>
    public static async Task<ShipShipmentPayload> ShipShipment(ShipShipmentInput input, Caller caller, IGrainFactory grains, ShipmentLoader shipments,
        PartnershipLoader partnerships)
    {
        var context = caller.Command("shipShipment", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.ShipmentId);
        var command = new ShipShipment(part.Number, input.Carrier, input.TrackingNumber, input.TrackingUrl?.OriginalString, input.ShippedAt);
        var result = await grains.Partnership(caller, part.Partnership).ShipShipment(command, context);
        return await result.ToPayload(shipments, partnerships, (shipment, partnership) => new ShipShipmentPayload(shipment, partnership));
    }

    /// <summary>Records what became of a parcel: it was delivered, came back, was lost, or is not sent at all.</summary>
    public static async Task<CloseShipmentPayload> CloseShipment(CloseShipmentInput input, Caller caller, IGrainFactory grains, ShipmentLoader shipments,
        PartnershipLoader partnerships)
    {
        var context = caller.Command("closeShipment", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.ShipmentId);
        var result = await grains.Partnership(caller, part.Partnership)
            .CloseShipment(new CloseShipment(part.Number, input.Status, input.Note, input.OccurredAt), context);
        return await result.ToPayload(shipments, partnerships, (shipment, partnership) => new CloseShipmentPayload(shipment, partnership));
    }
}

/// <summary>A parcel to plan.</summary>
/// <param name="PartnershipId">For whom. Not one that was given up or is COMPLETED.</param>
/// <param name="Items">What is in it: at least one, at most 100.</param>
/// <param name="Address">As it is to stand on the parcel, at most 1,000 characters.</param>
/// <param name="Note">At most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record PlanShipmentInput(
    NodeId<Partnership> PartnershipId, IReadOnlyList<ShipmentItemInput> Items, string Address, string? Note, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>Products in a parcel.</summary>
/// <param name="Name">Which product.</param>
/// <param name="Value">Of one piece.</param>
/// <param name="Quantity">How many pieces: 1 to 1,000.</param>
public sealed record ShipmentItemInput(string Name, Money? Value, int Quantity = 1);

/// <summary>A parcel that was handed to the carrier.</summary>
/// <param name="ShipmentId">One that is PLANNED.</param>
/// <param name="Carrier">Who brings it.</param>
/// <param name="TrackingNumber">The carrier's number for it.</param>
/// <param name="TrackingUrl">Where to see how far it is.</param>
/// <param name="ShippedAt">Now when left out. Until tomorrow.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record ShipShipmentInput(
    NodeId<Shipment> ShipmentId, string? Carrier, string? TrackingNumber, Uri? TrackingUrl, DateTimeOffset? ShippedAt, int? ExpectedVersion,
    string? IdempotencyKey);

/// <summary>What became of a parcel.</summary>
/// <param name="ShipmentId">One that is SHIPPED; LOST or DELIVERED can be corrected, and one that is PLANNED can be CANCELLED.</param>
/// <param name="Status">DELIVERED, RETURNED, LOST or CANCELLED.</param>
/// <param name="Note">At most 1,000 characters.</param>
/// <param name="OccurredAt">When; now when left out. Until tomorrow.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record CloseShipmentInput(
    NodeId<Shipment> ShipmentId, ShipmentStatus Status, string? Note, DateTimeOffset? OccurredAt, int? ExpectedVersion, string? IdempotencyKey);

/// <param name="Shipment">What was planned; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record PlanShipmentPayload(Shipment? Shipment, Partnership? Partnership) : Payload;

/// <param name="Shipment">The shipment as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record ShipShipmentPayload(Shipment? Shipment, Partnership? Partnership) : Payload;

/// <param name="Shipment">The shipment as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record CloseShipmentPayload(Shipment? Shipment, Partnership? Partnership) : Payload;
