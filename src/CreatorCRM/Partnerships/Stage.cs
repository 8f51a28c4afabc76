using System.Collections.Immutable;

namespace CreatorCRM.Partnerships;

/// <summary>
/// How far a partnership has come: SHORTLISTED, CONTACTED, REPLIED, NEGOTIATING, AGREED, CONTRACTED, IN_PRODUCTION, PUBLISHED, COMPLETED, in this order.
/// DECLINED, UNRESPONSIVE and CANCELLED are exits.
/// </summary>
public enum PartnershipStage
{
    /// <summary>Considered for the campaign; nobody has been contacted.</summary>
    Shortlisted,
    /// <summary>The first message went out.</summary>
    Contacted,
    /// <summary>The influencer answered.</summary>
    Replied,
    /// <summary>An offer lies on the table.</summary>
    Negotiating,
    /// <summary>An offer was accepted.</summary>
    Agreed,
    /// <summary>Both have signed.</summary>
    Contracted,
    /// <summary>Content is being made.</summary>
    InProduction,
    /// <summary>Content is online.</summary>
    Published,
    /// <summary>All is done.</summary>
    Completed,
    /// <summary>The influencer does not want to.</summary>
    Declined,
    /// <summary>The influencer never answered.</summary>
    Unresponsive,
    /// <summary>The brand does not want to.</summary>
    Cancelled,
}

/// <summary>The rules by which a partnership's stage changes, in one place.</summary>
public static class Stages
{
    /// <summary>
    /// Where a manager may move a partnership by hand. AGREED and CONTRACTED are never reached by hand: they follow from an accepted offer and a
    /// countersigned contract.
    /// </summary>
    public static ImmutableDictionary<PartnershipStage, ImmutableArray<PartnershipStage>> ManualMoves { get; } = new Dictionary<PartnershipStage, ImmutableArray<PartnershipStage>>
    {
        [PartnershipStage.Shortlisted] = [PartnershipStage.Contacted, PartnershipStage.Declined, PartnershipStage.Unresponsive, PartnershipStage.Cancelled],
        [PartnershipStage.Contacted] = [PartnershipStage.Shortlisted, PartnershipStage.Replied, PartnershipStage.Negotiating, PartnershipStage.Declined,
            PartnershipStage.Unresponsive, PartnershipStage.Cancelled],
        [PartnershipStage.Replied] = [PartnershipStage.Contacted, PartnershipStage.Negotiating, PartnershipStage.Declined, PartnershipStage.Unresponsive,
            PartnershipStage.Cancelled],
        [PartnershipStage.Negotiating] = [PartnershipStage.Replied, PartnershipStage.Declined, PartnershipStage.Unresponsive, PartnershipStage.Cancelled],
        [PartnershipStage.Agreed] = [PartnershipStage.Negotiating, PartnershipStage.Declined, PartnershipStage.Cancelled],
        [PartnershipStage.Contracted] = [PartnershipStage.InProduction, PartnershipStage.Cancelled],
        [PartnershipStage.InProduction] = [PartnershipStage.Contracted, PartnershipStage.Published, PartnershipStage.Cancelled],
        [PartnershipStage.Published] = [PartnershipStage.InProduction, PartnershipStage.Completed, PartnershipStage.Cancelled],
        [PartnershipStage.Completed] = [PartnershipStage.Published],
        [PartnershipStage.Declined] = [PartnershipStage.Shortlisted, PartnershipStage.Contacted, PartnershipStage.Replied, PartnershipStage.Negotiating],
        [PartnershipStage.Unresponsive] = [PartnershipStage.Shortlisted, PartnershipStage.Contacted, PartnershipStage.Replied, PartnershipStage.Negotiating,
            PartnershipStage.Declined, PartnershipStage.Cancelled],
        [PartnershipStage.Cancelled] = [PartnershipStage.Shortlisted],
    }.ToImmutableDictionary();

    public static bool IsExit(this PartnershipStage stage) => stage >= PartnershipStage.Declined;

    /// <summary>Before an offer was accepted, so that one can be made.</summary>
    public static bool IsOpenForOffers(this PartnershipStage stage) => stage <= PartnershipStage.Negotiating;

    /// <summary>
    /// What happens moves a partnership forward and never back, and never out of an exit: so it cannot overrule what a manager decided. The one exception is a
    /// renewal, see <see cref="BeginsAgain"/>.
    /// </summary>
    public static bool MovesTo(this PartnershipStage stage, PartnershipStage next) => !stage.IsExit() && next > stage;

    /// <summary>Where the work was done, so that a renewal of the contract brings it back to CONTRACTED: content of the next term is to be made.</summary>
    public static bool BeginsAgain(this PartnershipStage stage) => stage is PartnershipStage.Published or PartnershipStage.Completed;
}
