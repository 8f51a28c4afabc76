namespace CreatorCRM.Shipments;

/// <summary>What the commands about shipments come to. Pure. Whether the person may be sent something is the partnership's to add.</summary>
public partial record ShipmentList
{
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Decision Plan(PlanShipment command)
    {
        var validation = new Validation().Count("items", command.Items).Add(command.Items.IsEmpty ? Refusal.Required("items") : null)
            .Required("address", command.Address, 1000).Text("note", command.Note, 1000)
            .Require(All.Length < PartNumber.Max, "items", $"A partnership may have at most {PartNumber.Max} shipments.");
        for (var i = 0; i < command.Items.Length && i < Validation.ListLength; i++)
            validation.Required($"items.{i}.name", command.Items[i].Name).Money($"items.{i}.value", command.Items[i].Value)
                .Require(command.Items[i].Quantity is > 0 and <= 1000, $"items.{i}.quantity", "A quantity is between 1 and 1,000.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var number = PartNumber.After(All.Length);
        return Decision.Accept(new ShipmentPlanned(number, command.Items, command.Address.Trim(), command.Note)).About(number);
    }

    public Decision Ship(ShipShipment command, DateTimeOffset now)
    {
        if (Find(command.Shipment) is not { } shipment) return Refusal.NotFound("shipment", "shipmentId");
        var validation = new Validation().Text("carrier", command.Carrier, Validation.NameLength)
            .Text("trackingNumber", command.TrackingNumber, Validation.NameLength)
            .Text("trackingUrl", command.TrackingUrl, 2048).Instant("shippedAt", command.ShippedAt, Earliest, now.AddDays(1));
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        if (shipment.CannotBecome(ShipmentStatus.Shipped) is { } refusal) return refusal;
        return Decision.Accept(new ShipmentShipped(shipment.Number, command.Carrier?.Trim(), command.TrackingNumber?.Trim(), command.TrackingUrl,
            command.ShippedAt ?? now)).About(shipment.Number);
    }

    public Decision Close(CloseShipment command, DateTimeOffset now)
    {
        if (Find(command.Shipment) is not { } shipment) return Refusal.NotFound("shipment", "shipmentId");
        var validation = new Validation().Text("note", command.Note, 1000).Instant("occurredAt", command.At, Earliest, now.AddDays(1))
            .Require(command.Status is not (ShipmentStatus.Planned or ShipmentStatus.Shipped), "status",
                "A shipment ends as delivered, returned, lost or cancelled.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        if (shipment.CannotBecome(command.Status) is { } refusal) return refusal;
        return Decision.Accept(new ShipmentClosed(shipment.Number, command.Status, command.Note, command.At ?? now)).About(shipment.Number);
    }

    private Shipment? Find(string number) => All.FirstOrDefault(shipment => shipment.Number == number);
}
