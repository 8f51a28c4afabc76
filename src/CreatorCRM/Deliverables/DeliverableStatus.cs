namespace CreatorCRM.Deliverables;

/// <summary>Where a deliverable stands.</summary>
public enum DeliverableStatus
{
    /// <summary>Agreed on; nothing was handed in.</summary>
    Planned,
}
