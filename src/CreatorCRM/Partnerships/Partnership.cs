using System.Collections.Immutable;
using System.Globalization;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;

namespace CreatorCRM.Partnerships;

public sealed record Offer(
    string Number, Party By, OfferStatus Status, ImmutableArray<CompensationComponent> Components, string? Note, string? Answers, DateTimeOffset ProposedAt, DateTimeOffset? ClosedAt);

public sealed record Deliverable(string Number, DeliverableKind Kind, DeliverableStatus Status, DateOnly? DueOn, string? Note);

public sealed record FollowUp(string Number, DateTimeOffset DueAt, string? Note, DateTimeOffset? DoneAt);

/// <summary>One influencer in one campaign: where most of the work happens.</summary>
public sealed partial record Partnership : IAggregate<Partnership>
{
    public static string Kind => "partnership";
    public static int Shape => 2;

    public static IReadOnlyList<UniqueRule> UniqueRules { get; } =
    [
        new("partnerships", "ux_partnerships_pair", ["workspace", "campaign_id", "influencer_id"],
            new Refusal(RefusalCode.AlreadyInCampaign, "This influencer is in this campaign already.", "influencerId")),
    ];

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
    public int Messages { get; init; }
    public DateTimeOffset? LastOutreachAt { get; init; }
    public DateTimeOffset? LastReplyAt { get; init; }
    public ImmutableArray<FollowUp> FollowUps { get; init; } = [];
    public ImmutableArray<Offer> Offers { get; init; } = [];
    public ImmutableArray<Contract> Contracts { get; init; } = [];
    public ImmutableArray<Deliverable> Deliverables { get; init; } = [];

    public bool Exists => Version > 0;

    /// <summary>The one on the table; null when nobody waits for an answer.</summary>
    public Offer? OpenOffer => Offers.LastOrDefault(offer => offer.Status == OfferStatus.Proposed);

    public Offer? AcceptedOffer => Offers.LastOrDefault(offer => offer.Status == OfferStatus.Accepted);

    /// <summary>The version that is being written or signed; null when none is. There is one at AGREED only.</summary>
    public Contract? OpenContract => Contracts.LastOrDefault(contract => contract.Status is ContractStatus.Draft or ContractStatus.Sent or ContractStatus.SignedByInfluencer);

    /// <summary>The version that both have signed; null when none is in force.</summary>
    public Contract? ContractInForce => Contracts.LastOrDefault(contract => contract.Status == ContractStatus.Countersigned);

    public DateTimeOffset? NextFollowUpAt => FollowUps.Where(followUp => followUp.DoneAt is null).Min(followUp => (DateTimeOffset?)followUp.DueAt);

    public IEnumerable<Subject> RelatedSubjects => [new(Influencers.Influencer.Kind, InfluencerId), new(Campaigns.Campaign.Kind, CampaignId)];

    public static Partnership New(EntityKey key) => new() { Key = key };

    public Partnership Apply(IEvent @event, EventMeta meta) => (@event switch
    {
        PartnershipCreated e => this with { InfluencerId = e.InfluencerId, CampaignId = e.CampaignId, Owner = e.Owner, CreatedAt = meta.RecordedAt, StageSince = meta.OccurredAt },
        StageChanged e => this with { Stage = e.To, StageSince = e.To == e.From ? StageSince : meta.OccurredAt, StageIsManual = e.Manual },
        OutreachLogged e => With(e),
        FollowUpScheduled e => this with { FollowUps = FollowUps.Add(new FollowUp(e.FollowUp, e.DueAt, e.Note, null)) },
        FollowUpCompleted e => this with { FollowUps = [.. FollowUps.Select(f => f.Number == e.FollowUp ? f with { DoneAt = meta.OccurredAt } : f)] },
        OfferProposed e => With(e, meta),
        OfferAccepted e => Close(e.Offer, OfferStatus.Accepted, meta),
        OfferDeclined e => Close(e.Offer, OfferStatus.Declined, meta),
        OfferWithdrawn e => Close(e.Offer, OfferStatus.Withdrawn, meta),
        ContractDrafted e => this with { Contracts = Contracts.Add(new Contract(Number(e.Contract), ContractStatus.Draft, e.Terms, meta.OccurredAt, null, [], null)) },
        ContractSent e => With(e.Contract, contract => contract with { Status = ContractStatus.Sent, SentAt = meta.OccurredAt }),
        ContractSigned e => With(e.Contract, contract => contract with
        {
            Status = e.Signature.Party == Party.Influencer ? ContractStatus.SignedByInfluencer : ContractStatus.Countersigned,
            Signatures = contract.Signatures.Add(e.Signature),
        }),
        ContractDeclined e => With(e.Contract, contract => contract with { Status = ContractStatus.Declined, Reason = e.Reason }),
        ContractVoided e => With(e.Contract, contract => contract with { Status = ContractStatus.Voided, Reason = e.Reason }),
        DeliverableAdded e => this with { Deliverables = Deliverables.Add(new Deliverable(e.Deliverable, e.Kind, DeliverableStatus.Planned, e.DueOn, e.Note)) },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a partnership."),
    }) with { Version = meta.Version, UpdatedAt = meta.RecordedAt };

    // Messages may be logged late, so the latest is not always the last.
    private Partnership With(OutreachLogged e) => this with
    {
        Messages = Messages + 1,
        LastOutreachAt = e.Direction == OutreachDirection.Out && !(LastOutreachAt >= e.At) ? e.At : LastOutreachAt,
        LastReplyAt = e.Direction == OutreachDirection.In && !(LastReplyAt >= e.At) ? e.At : LastReplyAt,
    };

    private Partnership With(OfferProposed e, EventMeta meta)
    {
        var offers = Offers.Select(offer => offer.Status == OfferStatus.Proposed
            ? offer with { Status = offer.By == e.By ? OfferStatus.Superseded : OfferStatus.Countered, ClosedAt = meta.OccurredAt }
            : offer);
        return this with { Offers = [.. offers, new Offer(e.Offer, e.By, OfferStatus.Proposed, e.Components, e.Note, e.Answers, meta.OccurredAt, null)] };
    }

    private Partnership Close(string number, OfferStatus status, EventMeta meta) =>
        this with { Offers = [.. Offers.Select(offer => offer.Number == number ? offer with { Status = status, ClosedAt = meta.OccurredAt } : offer)] };

    private Partnership With(string number, Func<Contract, Contract> change) =>
        this with { Contracts = [.. Contracts.Select(contract => contract.Number == Number(number) ? change(contract) : contract)] };

    private static int Number(string number) => int.Parse(number, CultureInfo.InvariantCulture);
}
