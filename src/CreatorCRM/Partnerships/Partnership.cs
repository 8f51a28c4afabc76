using CreatorCRM.Campaigns;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Outreach;
using CreatorCRM.Payouts;
using CreatorCRM.Relationships;
using CreatorCRM.Sales;
using CreatorCRM.Sequences;
using CreatorCRM.Shipments;

namespace CreatorCRM.Partnerships;

/// <summary>
/// One influencer in one campaign: where most of the work happens. It keeps the stage; what is said, offered, signed and made is kept by the slices of those
/// names, within the same journal, so that one command can do several of these at once or nothing.
/// </summary>
public sealed partial record Partnership : IAggregate<Partnership>
{
    public static string Kind => "partnership";
    public static int Shape => 5;

    public static IReadOnlyList<UniqueRule> UniqueRules { get; } =
    [
        new("partnerships", "ux_partnerships_pair", ["workspace", "campaign_id", "influencer_id", "merged_from"], InCampaignAlready),
        new("sales", "ux_sales_order", ["workspace", "order_number"],
            new Refusal(RefusalCode.OrderTaken, "An order of this number was recorded already.", "orderNumber")),
    ];

    public static IReadOnlyList<CheckRule> CheckRules { get; } = [CampaignBudget.Rule, ExclusivityRule.Rule];

    public required EntityKey Key { get; init; }
    public long Version { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public string InfluencerId { get; init; } = "";
    public string CampaignId { get; init; } = "";
    public string? Owner { get; init; }
    public PartnershipStage Stage { get; init; }
    public DateTimeOffset StageSince { get; init; }
    /// <summary>A manager set the present stage.</summary>
    public bool StageIsManual { get; init; }
    /// <summary>When the first contract came into force; null before.</summary>
    public DateTimeOffset? ContractedAt { get; init; }
    public Rating? Rating { get; init; }
    /// <summary>Why it is over; null while it is not, and when nobody said.</summary>
    public Decline? Declined { get; init; }
    /// <summary>Null before any version is acknowledged.</summary>
    public AcknowledgedBrief? Brief { get; init; }
    public OutreachLog Outreach { get; init; } = OutreachLog.Empty;
    public OfferHistory Offers { get; init; } = OfferHistory.Empty;
    public AgreementList Agreements { get; init; } = AgreementList.Empty;
    public ContractHistory Contracts { get; init; } = ContractHistory.Empty;
    public DeliverableList Deliverables { get; init; } = DeliverableList.Empty;
    public SalesLog Sales { get; init; } = SalesLog.Empty;
    public ShipmentList Shipments { get; init; } = ShipmentList.Empty;
    public PayoutList Payouts { get; init; } = PayoutList.Empty;
    public SequenceRuns Sequences { get; init; } = SequenceRuns.Empty;

    public bool Exists => Version > 0;

    // What happens while it is another one's by a merge stays on the timeline of whose it was, too.
    public IEnumerable<Subject> RelatedSubjects =>
        [.. Moves.Select(move => move.From).Append(InfluencerId).Distinct().Select(id => new Subject(Influencers.Influencer.Kind, id)),
            new(Campaigns.Campaign.Kind, CampaignId)];

    public static Partnership New(EntityKey key) => new() { Key = key };

    public Partnership Apply(IEvent @event, EventMeta meta) => (@event switch
    {
        PartnershipCreated e =>
            this with { InfluencerId = e.InfluencerId, CampaignId = e.CampaignId, Owner = e.Owner, CreatedAt = meta.RecordedAt, StageSince = meta.OccurredAt },
        PartnershipOwnerChanged e => this with { Owner = e.To },
        StageChanged e =>
            Reopening(e) with
            {
                Stage = e.To,
                StageSince = e.To == e.From ? StageSince : meta.OccurredAt,
                StageIsManual = e.Manual,
                Declined = e.To.IsExit() ? Declined : null
            },
        PartnershipDeclined e => this with { Declined = new Decline(e.By, e.Reason, e.Note) },
        BriefAcknowledged e => this with { Brief = new AcknowledgedBrief(e.Version, meta.Actor.Name, e.At) },
        PartnershipRated e => this with { Rating = e.Rating },
        PartnershipMoved e => Apply(e),
        PartnershipReturned => Back(),
        IOutreachEvent e => this with { Outreach = Outreach.Apply(e, meta) },
        IOfferEvent e => Agreeing(e, Offers.Apply(e, meta)),
        IContractEvent e => Agreeing(Contracts.Apply(e, meta), meta),
        IDeliverableEvent e => this with { Deliverables = Forgoing(e, Deliverables.Apply(e, meta)) },
        ISaleEvent e => this with { Sales = Sales.Apply(e) },
        IShipmentEvent e => this with { Shipments = Shipments.Apply(e) },
        IPayoutEvent e => this with { Payouts = Payouts.Apply(e, meta) },
        ISequenceEvent e => this with { Sequences = Sequences.Apply(e, meta) },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a partnership."),
    }) with { Version = meta.Version, UpdatedAt = meta.RecordedAt };

    public IEnumerable<IRow> Rows() =>
    [
        PartnershipRow.From(this), .. Offers.Rows(Key), .. Contracts.Rows(Key, InfluencerId, CampaignId), .. Deliverables.Rows(this),
        .. Shipments.Rows(Key), .. Outreach.Rows(Key),
        .. FollowUpTasks(), .. Payouts.Rows(this), .. Sequences.Rows(this), .. SequenceTasks(),
    ];

    public IEnumerable<IRow> Facts(IEvent @event, EventMeta meta) => @event switch
    {
        IOutreachEvent e => OutreachLog.Facts(Key, e, meta),
        IDeliverableEvent e => DeliverableList.Facts(Key, e, meta),
        ISaleEvent e => SalesLog.Facts(Key, e),
        ContractSent { Texts: { } texts } e => ContractTextRow.Of(Key, e.Contract, texts),
        _ => [],
    };
}
