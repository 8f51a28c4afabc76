using System.Collections.Immutable;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;

namespace CreatorCRM.Partnerships;

[EventType("partnership.created")]
public sealed record PartnershipCreated(string InfluencerId, string InfluencerName, string CampaignId, string CampaignName, string? Owner) : IEvent
{
    public string Summary => $"{InfluencerName} was shortlisted for {CampaignName}.";
}

/// <summary>The stage followed from something else that happened, or a manager set it.</summary>
[EventType("partnership.stage-changed")]
public sealed record StageChanged(PartnershipStage From, PartnershipStage To, bool Manual, string? Reason) : IEvent
{
    public string Summary => $"The stage {(From == To ? $"{To.Words()} was confirmed" : $"went from {From.Words()} to {To.Words()}")}{(Manual ? " by hand" : "")}{(Reason is null ? "" : $": {Reason}")}.";
}

[EventType("partnership.outreach-logged")]
public sealed record OutreachLogged(string Message, OutreachDirection Direction, OutreachChannel Channel, string? Subject, string? Body, DateTimeOffset At) : IEvent
{
    public string Summary => (Direction, Channel) switch
    {
        (_, OutreachChannel.InPerson) => $"There was a meeting in person{About}",
        (OutreachDirection.Out, OutreachChannel.Phone) => $"The influencer was called{About}",
        (OutreachDirection.In, OutreachChannel.Phone) => $"The influencer called{About}",
        (OutreachDirection.Out, _) => $"{Noun} went out{About}",
        _ => $"{Noun} came in{About}",
    };

    public DateTimeOffset? OccurredAt => At;

    private string About => Subject is null ? "." : $": {Subject}";

    private string Noun => Channel switch
    {
        OutreachChannel.Email => "An e-mail",
        OutreachChannel.DirectMessage => "A direct message",
        OutreachChannel.Comment => "A comment",
        _ => "A letter",
    };
}

[EventType("partnership.follow-up-scheduled")]
public sealed record FollowUpScheduled(string FollowUp, DateTimeOffset DueAt, string? Note) : IEvent
{
    public string Summary => $"A follow-up is due on {DueAt:yyyy-MM-dd}{(Note is null ? "" : $": {Note}")}.";
}

[EventType("partnership.follow-up-completed")]
public sealed record FollowUpCompleted(string FollowUp) : IEvent
{
    public string Summary => "A follow-up was done.";
}

[EventType("partnership.offer-proposed")]
public sealed record OfferProposed(string Offer, Party By, ImmutableArray<CompensationComponent> Components, string? Note, string? Answers) : IEvent
{
    public string Summary => $"The {(By == Party.Brand ? "brand" : "influencer")} {(Answers is null ? "offered" : "countered with")} {CompensationRules.Describe(Components)}.";
}

[EventType("partnership.offer-accepted")]
public sealed record OfferAccepted(string Offer, Party By, string Terms, string? Note) : IEvent
{
    public string Summary => $"The {(By == Party.Brand ? "brand" : "influencer")} accepted {Terms}.";
}

[EventType("partnership.offer-declined")]
public sealed record OfferDeclined(string Offer, string? Note) : IEvent
{
    public string Summary => $"Offer {Offer} was declined{(Note is null ? "" : $": {Note}")}.";
}

[EventType("partnership.offer-withdrawn")]
public sealed record OfferWithdrawn(string Offer, string? Note) : IEvent
{
    public string Summary => $"Offer {Offer} was withdrawn{(Note is null ? "" : $": {Note}")}.";
}

[EventType("partnership.contract-drafted")]
public sealed record ContractDrafted(string Contract, ContractTerms Terms) : IEvent
{
    public string Summary => $"Version {Contract} of the contract was drafted: {CompensationRules.Describe(Terms.Compensation)}.";
}

[EventType("partnership.contract-sent")]
public sealed record ContractSent(string Contract) : IEvent
{
    public string Summary => $"Version {Contract} of the contract was sent to the influencer.";
}

[EventType("partnership.contract-signed")]
public sealed record ContractSigned(string Contract, Signature Signature) : IEvent
{
    public string Summary => $"{Signature.SignedBy} signed version {Contract} of the contract for the {Side}{Guardian}.";

    public DateTimeOffset? OccurredAt => Signature.SignedAt;

    private string Side => Signature.Party == Party.Brand ? "brand" : "influencer";

    private string Guardian => Signature.Guardian is null ? "" : $", with {Signature.Guardian} as guardian";
}

[EventType("partnership.contract-declined")]
public sealed record ContractDeclined(string Contract, string Reason) : IEvent
{
    public string Summary => $"The influencer declined version {Contract} of the contract: {Reason}.";
}

[EventType("partnership.contract-voided")]
public sealed record ContractVoided(string Contract, string Reason) : IEvent
{
    public string Summary => $"Version {Contract} of the contract was voided: {Reason}.";
}

[EventType("partnership.deliverable-added")]
public sealed record DeliverableAdded(string Deliverable, DeliverableKind Kind, DateOnly? DueOn, string? Note) : IEvent
{
    public string Summary => $"A deliverable was planned: {Kind.Words()}{(DueOn is { } day ? $", due on {day:yyyy-MM-dd}" : "")}.";
}
