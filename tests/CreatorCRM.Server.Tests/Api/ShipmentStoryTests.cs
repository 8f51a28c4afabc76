using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class ShipmentStoryTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_parcel_is_planned_sent_and_delivered_but_not_to_somebody_who_must_not_be_contacted(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var mia = await desk.Influencer();
        var partnership = await desk.Partnership(mia);
        var parcel = new
        {
            partnershipId = partnership,
            items = new[] { new { name = "Rice loaf", quantity = 2, value = Desk.Money(5.9m) } },
            address = "Mia Brot, Backgasse 1, 10115 Berlin"
        };
        var shipment = (await desk.Do("planShipment", parcel, "shipment { id }")).Find("shipment.id").GetString();
        var second = (await desk.Do("planShipment", parcel, "shipment { id }")).Find("shipment.id").GetString();
        (await desk.Refused("closeShipment", new { shipmentId = shipment, status = "DELIVERED" })).ShouldBe("shipmentId ILLEGAL_SHIPMENT_STATUS");
        await desk.Do("shipShipment", new
        {
            shipmentId = shipment,
            carrier = "Paketbote",
            trackingNumber = "PB-1",
            trackingUrl = "https://track.example.com/PB-1"
        });

        await desk.Do("setDoNotContact", new { influencerId = mia, reason = "Asked us to stop" });
        (await desk.Refused("shipShipment", new { shipmentId = second })).ShouldBe("- DO_NOT_CONTACT");
        (await desk.Refused("planShipment", parcel)).ShouldBe("- DO_NOT_CONTACT");

        // What is on its way arrives all the same.
        await desk.Do("closeShipment", new { shipmentId = shipment, status = "DELIVERED", note = "At the door" });
        await desk.Do("closeShipment", new { shipmentId = second, status = "CANCELLED" });
        var shown = await desk.Server.Query("query ($id: ID!) { partnership(id: $id) { shipments { number status items { name quantity value { amount } } address carrier trackingNumber trackingUrl closingNote } } }", new { id = partnership });
        shown.Find("partnership.shipments.0").ToString().ShouldBe(
            """{"number":1,"status":"DELIVERED","items":[{"name":"Rice loaf","quantity":2,"value":{"amount":"5.90"}}],"address":"Mia Brot, Backgasse 1, 10115 Berlin","carrier":"Paketbote","trackingNumber":"PB-1","trackingUrl":"https://track.example.com/PB-1","closingNote":"At the door"}""");
        shown.Find("partnership.shipments.1.status").GetString().ShouldBe("CANCELLED");
    }
}
