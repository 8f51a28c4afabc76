using CreatorCRM.Shipments;

namespace CreatorCRM.Partnerships;

/// <summary>When something is sent to the influencer. Pure.</summary>
public partial record Partnership
{
    public Decision Plan(PlanShipment command)
    {
        if (!Exists) return NoSuch;
        if (Stage.IsExit() || Stage == PartnershipStage.Completed) return IllegalStage($"Nothing is sent in a partnership that is {Stage.Words()}.");
        return Shipments.Plan(command).Provided(MayBeContacted);
    }

    /// <summary>A parcel goes out to a person, so nothing is sent to one who must not be contacted.</summary>
    public Decision Ship(ShipShipment command, DateTimeOffset now) =>
        Stage.IsExit()
            ? IllegalStage($"Nothing is sent in a partnership that is {Stage.Words()}.", "shipmentId")
            : Shipments.Ship(command, now).Provided(MayBeContacted);
}
