using System.Collections.Immutable;

namespace CreatorCRM.Deliverables;

/// <summary>Where a deliverable stands.</summary>
public enum DeliverableStatus
{
    /// <summary>Agreed on; nothing was handed in.</summary>
    Planned,
    /// <summary>A draft waits for an answer.</summary>
    DraftSubmitted,
    /// <summary>The latest draft has to be changed.</summary>
    ChangesRequested,
    /// <summary>It may go online.</summary>
    Approved,
    /// <summary>It is online.</summary>
    Published,
    /// <summary>Somebody looked: it is online and as agreed.</summary>
    Verified,
    /// <summary>It is not wanted any more.</summary>
    Cancelled,
}

/// <summary>The rules by which a deliverable's status changes, in one place.</summary>
public static class DeliverableStatuses
{
    /// <summary>
    /// From which status a deliverable may go where. What is not here is refused. What is online is online, so a publication is recorded although no draft was
    /// approved. A draft that replaces an approved one needs another approval, and a post that is changed another verification.
    /// </summary>
    public static ImmutableDictionary<DeliverableStatus, ImmutableArray<DeliverableStatus>> Moves { get; } = new Dictionary<DeliverableStatus, ImmutableArray<DeliverableStatus>>
    {
        [DeliverableStatus.Planned] = [DeliverableStatus.DraftSubmitted, DeliverableStatus.Approved, DeliverableStatus.Published, DeliverableStatus.Cancelled],
        [DeliverableStatus.DraftSubmitted] =
            [DeliverableStatus.DraftSubmitted, DeliverableStatus.ChangesRequested, DeliverableStatus.Approved, DeliverableStatus.Published,
                DeliverableStatus.Cancelled],
        [DeliverableStatus.ChangesRequested] = [DeliverableStatus.DraftSubmitted, DeliverableStatus.Published, DeliverableStatus.Cancelled],
        [DeliverableStatus.Approved] = [DeliverableStatus.DraftSubmitted, DeliverableStatus.Published, DeliverableStatus.Cancelled],
        [DeliverableStatus.Published] = [DeliverableStatus.Verified],
        [DeliverableStatus.Verified] = [DeliverableStatus.Published],
        [DeliverableStatus.Cancelled] = [],
    }.ToImmutableDictionary();

    public static bool IsApproved(this DeliverableStatus status) =>
        status is DeliverableStatus.Approved or DeliverableStatus.Published or DeliverableStatus.Verified;

    public static bool IsPublished(this DeliverableStatus status) => status is DeliverableStatus.Published or DeliverableStatus.Verified;
}
