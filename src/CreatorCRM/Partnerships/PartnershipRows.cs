using System.Globalization;
using CreatorCRM.Contracts;

namespace CreatorCRM.Partnerships;

/// <summary>A partnership in lists.</summary>
[RowTable("partnerships", nameof(Id))]
public sealed record PartnershipRow : IRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public long Version { get; init; }
    public required string InfluencerId { get; init; }
    public required string CampaignId { get; init; }
    public string? Owner { get; init; }
    public PartnershipStage Stage { get; init; }
    public DateTimeOffset StageSince { get; init; }
    public bool StageIsManual { get; init; }
    public DateTimeOffset? LastOutreachAt { get; init; }
    public DateTimeOffset? LastReplyAt { get; init; }
    /// <summary>The later of the two: whoever spoke last.</summary>
    public DateTimeOffset? LastContactAt { get; init; }
    /// <summary>The earliest that is not done.</summary>
    public DateTimeOffset? NextFollowUpAt { get; init; }
    public ContractStatus? ContractStatus { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    string IRow.RowKey => Id;

    public static PartnershipRow From(Partnership state) => new()
    {
        Workspace = state.Key.Workspace,
        Id = state.Key.Id,
        Version = state.Version,
        InfluencerId = state.InfluencerId,
        CampaignId = state.CampaignId,
        Owner = state.Owner,
        Stage = state.Stage,
        StageSince = state.StageSince,
        StageIsManual = state.StageIsManual,
        LastOutreachAt = state.LastOutreachAt,
        LastReplyAt = state.LastReplyAt,
        LastContactAt = new[] { state.LastOutreachAt, state.LastReplyAt }.Max(),
        NextFollowUpAt = state.NextFollowUpAt,
        ContractStatus = state.Contracts.LastOrDefault()?.Status,
        CreatedAt = state.CreatedAt,
        UpdatedAt = state.UpdatedAt,
    };
}

/// <summary>A row of what belongs to a partnership.</summary>
public interface IPartRow : IRow
{
    string Workspace { get; }
    string Id { get; }
    string PartnershipId { get; }
}

/// <summary>A part that is numbered among its kind, from 1.</summary>
public interface INumberedPartRow : IPartRow
{
    int Number { get; }
}

/// <summary>A message or meeting.</summary>
[RowTable("outreach_messages", nameof(Id))]
public sealed record OutreachMessageRow : IPartRow
{
    public required string Workspace { get; init; }
    /// <summary>The partnership's id, a point and the message's number; likewise the ids of offers, contracts, deliverables and follow-ups.</summary>
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public OutreachDirection Direction { get; init; }
    public OutreachChannel Channel { get; init; }
    public string? Subject { get; init; }
    public string? Body { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required string LoggedBy { get; init; }

    string IRow.RowKey => Id;
}

[RowTable("offers", nameof(Id))]
public sealed record OfferRow : INumberedPartRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public int Number { get; init; }
    public Party By { get; init; }
    public OfferStatus Status { get; init; }
    /// <summary>JSON array of <see cref="Compensation.CompensationComponent"/>.</summary>
    public required string Components { get; init; }
    public string? Note { get; init; }
    /// <summary>The offer that this one counters.</summary>
    public string? Answers { get; init; }
    public DateTimeOffset ProposedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    string IRow.RowKey => Id;
}

[RowTable("contracts", nameof(Id))]
public sealed record ContractRow : INumberedPartRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public int Number { get; init; }
    public ContractStatus Status { get; init; }
    /// <summary>JSON of <see cref="ContractTerms"/>.</summary>
    public required string Terms { get; init; }
    /// <summary>JSON array of <see cref="Signature"/>.</summary>
    public required string Signatures { get; init; }
    public DateTimeOffset DraftedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public string? Reason { get; init; }

    string IRow.RowKey => Id;
}

[RowTable("deliverables", nameof(Id))]
public sealed record DeliverableRow : INumberedPartRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public int Number { get; init; }
    public DeliverableKind Kind { get; init; }
    public DeliverableStatus Status { get; init; }
    public DateOnly? DueOn { get; init; }
    public string? Note { get; init; }

    string IRow.RowKey => Id;
}

[RowTable("follow_ups", nameof(Id))]
public sealed record FollowUpRow : INumberedPartRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public int Number { get; init; }
    public DateTimeOffset DueAt { get; init; }
    public string? Note { get; init; }
    public DateTimeOffset? DoneAt { get; init; }

    string IRow.RowKey => Id;
}

public partial record Partnership
{
    public IEnumerable<IRow> Rows() =>
    [
        PartnershipRow.From(this),
        .. Offers.Select(offer => new OfferRow
        {
            Workspace = Key.Workspace, Id = PartId(offer.Number), PartnershipId = Key.Id, Number = Number(offer.Number), By = offer.By, Status = offer.Status,
            Components = CrmJson.Write(offer.Components), Note = offer.Note, Answers = offer.Answers is { } answers ? PartId(answers) : null, ProposedAt = offer.ProposedAt, ClosedAt = offer.ClosedAt,
        }),
        .. Contracts.Select(contract => new ContractRow
        {
            Workspace = Key.Workspace, Id = PartId(contract.Number.ToString(CultureInfo.InvariantCulture)), PartnershipId = Key.Id, Number = contract.Number, Status = contract.Status,
            Terms = CrmJson.Write(contract.Terms), Signatures = CrmJson.Write(contract.Signatures), DraftedAt = contract.DraftedAt, SentAt = contract.SentAt, Reason = contract.Reason,
        }),
        .. Deliverables.Select(deliverable => new DeliverableRow
        {
            Workspace = Key.Workspace, Id = PartId(deliverable.Number), PartnershipId = Key.Id, Number = Number(deliverable.Number), Kind = deliverable.Kind, Status = deliverable.Status,
            DueOn = deliverable.DueOn, Note = deliverable.Note,
        }),
        .. FollowUps.Select(followUp => new FollowUpRow
        {
            Workspace = Key.Workspace, Id = PartId(followUp.Number), PartnershipId = Key.Id, Number = Number(followUp.Number), DueAt = followUp.DueAt, Note = followUp.Note, DoneAt = followUp.DoneAt,
        }),
    ];

    public IEnumerable<IRow> Facts(IEvent @event, EventMeta meta)
    {
        if (@event is not OutreachLogged e) yield break;
        yield return new OutreachMessageRow
        {
            Workspace = Key.Workspace, Id = PartId(e.Message), PartnershipId = Key.Id, Direction = e.Direction, Channel = e.Channel, Subject = e.Subject, Body = e.Body,
            OccurredAt = e.At, LoggedBy = meta.Actor.Name,
        };
    }

    private string PartId(string number) => $"{Key.Id}.{number}";
}
