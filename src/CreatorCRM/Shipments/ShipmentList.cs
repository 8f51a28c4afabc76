using System.Collections.Immutable;

namespace CreatorCRM.Shipments;

/// <summary>A parcel to the influencer.</summary>
public sealed record Shipment(string Number, ShipmentStatus Status, ImmutableArray<ShipmentItem> Items, string Address, string? Note)
{
    public string? Carrier { get; init; }
    public string? TrackingNumber { get; init; }
    public string? TrackingUrl { get; init; }
    public DateTimeOffset? ShippedAt { get; init; }
    /// <summary>When it came to the status that it has, if that is neither planned nor shipped.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
    public string? ClosingNote { get; init; }

    /// <summary>Null when it may go there.</summary>
    public Refusal? CannotBecome(ShipmentStatus to) => ShipmentStatuses.Moves[Status].Contains(to)
        ? null
        : new Refusal(RefusalCode.IllegalShipmentStatus, $"Shipment {Number} is {Status.Words()}, so it cannot become {to.Words()}.", "shipmentId");
}

/// <summary>What was sent to the influencer. What a component of the compensation makes of a delivered product is the ledger's to say.</summary>
public sealed partial record ShipmentList
{
    public static ShipmentList Empty { get; } = new();

    public ImmutableArray<Shipment> All { get; init; } = [];

    public ShipmentList Apply(IShipmentEvent @event) => @event switch
    {
        ShipmentPlanned e => this with { All = All.Add(new Shipment(e.Shipment, ShipmentStatus.Planned, e.Items, e.Address, e.Note)) },
        ShipmentShipped e => With(e.Shipment, shipment => shipment with
        {
            Status = ShipmentStatus.Shipped,
            Carrier = e.Carrier,
            TrackingNumber = e.TrackingNumber,
            TrackingUrl = e.TrackingUrl,
            ShippedAt = e.At,
        }),
        ShipmentClosed e => With(e.Shipment, shipment => shipment with { Status = e.Status, ClosedAt = e.At, ClosingNote = e.Note }),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a shipment."),
    };

    private ShipmentList With(string number, Func<Shipment, Shipment> change) =>
        this with { All = [.. All.Select(shipment => shipment.Number == number ? change(shipment) : shipment)] };
}
