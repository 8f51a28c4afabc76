using CreatorCRM.Disclosure;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Deliverables;

/// <summary>A deliverable in lists.</summary>
[RowTable("deliverables", nameof(Id))]
public sealed record DeliverableRow : INumberedPartRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public required string InfluencerId { get; init; }
    public required string CampaignId { get; init; }
    public int Number { get; init; }
    public DeliverableKind Kind { get; init; }
    public DeliverableStatus Status { get; init; }
    public DateOnly? DueOn { get; init; }
    /// <summary>The partnership was given up, at least for what this was to be made for: nobody waits for it.</summary>
    public bool GivenUp { get; init; }
    public string? Note { get; init; }
    public string? PostUrl { get; init; }
    /// <summary>JSON array of text; null before publication.</summary>
    public string? PostTexts { get; init; }
    public bool PlatformLabel { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public string? VerifiedBy { get; init; }
    public DateTimeOffset? VerifiedAt { get; init; }
    public string? VerificationNote { get; init; }
    public string? OverrideReason { get; init; }
    public string? CancelReason { get; init; }
    /// <summary>What a manager decided, else the verdict of the latest check; null before publication.</summary>
    public DisclosureOutcome? DisclosureOutcome { get; init; }
    /// <summary>JSON of <see cref="Deliverables.DisclosureDecision"/>; null when nobody decided.</summary>
    public string? DisclosureDecision { get; init; }
    public long? Impressions { get; init; }
    public long? Reach { get; init; }
    public long? Likes { get; init; }
    public long? Comments { get; init; }
    public long? Shares { get; init; }
    public long? Saves { get; init; }
    public long? Views { get; init; }
    public long? LinkClicks { get; init; }
    public DateTimeOffset? MetricsTakenAt { get; init; }

    /// <summary>The latest.</summary>
    public DeliverableFigures Figures() => new(Impressions, Reach, Likes, Comments, Shares, Saves, Views, LinkClicks);

    string IRow.RowKey => Id;
}

public partial record DeliverableList
{
    public IEnumerable<IRow> Rows(Partnership partnership) => All.Select(deliverable => new DeliverableRow
    {
        Workspace = partnership.Key.Workspace,
        Id = PartNumber.Id(partnership.Key, deliverable.Number),
        PartnershipId = partnership.Key.Id,
        InfluencerId = partnership.InfluencerId,
        CampaignId = partnership.CampaignId,
        Number = PartNumber.Parse(deliverable.Number),
        Kind = deliverable.Kind,
        Status = deliverable.Status,
        DueOn = deliverable.DueOn,
        GivenUp = partnership.WasGivenUp(deliverable.Agreement),
        Note = deliverable.Note,
        PostUrl = deliverable.Post?.Url,
        PostTexts = deliverable.Post is { } post ? CrmJson.Write(post.Texts) : null,
        PlatformLabel = deliverable.Post?.PlatformLabel ?? false,
        PublishedAt = deliverable.Post?.PublishedAt,
        VerifiedBy = deliverable.Verification?.VerifiedBy,
        VerifiedAt = deliverable.Verification?.VerifiedAt,
        VerificationNote = deliverable.Verification?.Note,
        OverrideReason = deliverable.Verification?.OverrideReason,
        CancelReason = deliverable.CancelReason,
        DisclosureOutcome = deliverable.DisclosureOutcome,
        DisclosureDecision = deliverable.DisclosureDecision is { } decision ? CrmJson.Write(decision) : null,
        Impressions = deliverable.Figures?.Impressions,
        Reach = deliverable.Figures?.Reach,
        Likes = deliverable.Figures?.Likes,
        Comments = deliverable.Figures?.Comments,
        Shares = deliverable.Figures?.Shares,
        Saves = deliverable.Figures?.Saves,
        Views = deliverable.Figures?.Views,
        LinkClicks = deliverable.Figures?.LinkClicks,
        MetricsTakenAt = deliverable.FiguresTakenAt,
    });
}
