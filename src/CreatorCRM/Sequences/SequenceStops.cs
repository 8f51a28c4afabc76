using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Sequences;

/// <summary>
/// The rules by which something else that happens in a partnership stops its sequence, in one place. The first rule that fits gives the reason.
/// </summary>
public static class SequenceStops
{
    private static readonly (SequenceStopReason Reason, Func<IEvent, bool> Fits)[] Rules =
    [
        (SequenceStopReason.Replied, happened => happened is OutreachLogged { Direction: OutreachDirection.In }),
        (SequenceStopReason.Declined, happened => happened is PartnershipDeclined or StageChanged { To: PartnershipStage.Declined }),
        (SequenceStopReason.StageChanged, happened => happened is StageChanged moved && moved.To != moved.From),
    ];

    /// <summary>Null when the sequence goes on.</summary>
    public static SequenceStopReason? Reason(IReadOnlyCollection<IEvent> happened) =>
        Rules.Where(rule => happened.Any(rule.Fits)).Select(rule => (SequenceStopReason?)rule.Reason).FirstOrDefault();
}
