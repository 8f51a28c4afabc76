namespace CreatorCRM.Deliverables;

/// <summary>How far the content is as a whole, for those who wait for it.</summary>
public partial record DeliverableList
{
    /// <summary>There is content, and all of it is approved.</summary>
    public bool AreApproved => !All.IsEmpty && All.All(deliverable => IsApproved(deliverable.Status));

    /// <summary>There is content, and all of it is online.</summary>
    public bool ArePublished => !All.IsEmpty && All.All(deliverable => IsPublished(deliverable.Status));

    private static bool IsApproved(DeliverableStatus status) => status switch
    {
        DeliverableStatus.Planned => false,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private static bool IsPublished(DeliverableStatus status) => status switch
    {
        DeliverableStatus.Planned => false,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
