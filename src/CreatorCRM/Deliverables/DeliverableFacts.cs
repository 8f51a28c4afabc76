namespace CreatorCRM.Deliverables;

/// <summary>Rows of what happened once and for all, so that the state need not hold it.</summary>
public partial record DeliverableList
{
    public static IEnumerable<IRow> Facts(EntityKey partnership, IDeliverableEvent @event, EventMeta meta) => @event switch
    {
        DraftSubmitted e => [new DraftRow
        {
            Workspace = partnership.Workspace,
            Id = Id(partnership, e.Deliverable, e.Round),
            PartnershipId = partnership.Id,
            DeliverableId = PartNumber.Id(partnership, e.Deliverable),
            Number = e.Round,
            Url = e.Url,
            Text = e.Text,
            Note = e.Note,
            SubmittedBy = meta.Actor.Name,
            SubmittedAt = meta.OccurredAt,
        }],
        ChangesRequested e => [Review(partnership, e.Deliverable, e.Round, approved: false, CrmJson.Write(e.Comments), note: null, meta)],
        DraftApproved { Round: > 0 } e => [Review(partnership, e.Deliverable, e.Round, approved: true, "[]", e.Note, meta)],
        DisclosureChecked e => [new DisclosureCheckRow
        {
            Workspace = partnership.Workspace,
            Id = Id(partnership, e.Deliverable, e.Check),
            PartnershipId = partnership.Id,
            DeliverableId = PartNumber.Id(partnership, e.Deliverable),
            Number = e.Check,
            Outcome = e.Verdict.Outcome,
            Evidence = CrmJson.Write(e),
            CheckedAt = meta.OccurredAt,
        }],
        DeliverableMetricsRecorded e => [new DeliverableMetricsRow
        {
            Workspace = partnership.Workspace,
            Id = DeliverableMetricsRow.IdOf(partnership, e.Deliverable, e.TakenAt),
            PartnershipId = partnership.Id,
            DeliverableId = PartNumber.Id(partnership, e.Deliverable),
            TakenAt = e.TakenAt,
            Impressions = e.Figures.Impressions,
            Reach = e.Figures.Reach,
            Likes = e.Figures.Likes,
            Comments = e.Figures.Comments,
            Shares = e.Figures.Shares,
            Saves = e.Figures.Saves,
            Views = e.Figures.Views,
            LinkClicks = e.Figures.LinkClicks,
        }],
        _ => [],
    };

    private static ReviewRow Review(EntityKey partnership, string deliverable, int round, bool approved, string comments, string? note, EventMeta meta) => new()
    {
        Workspace = partnership.Workspace,
        Id = Id(partnership, deliverable, round),
        PartnershipId = partnership.Id,
        DeliverableId = PartNumber.Id(partnership, deliverable),
        Number = round,
        Approved = approved,
        Comments = comments,
        Note = note,
        ReviewedBy = meta.Actor.Name,
        ReviewedAt = meta.OccurredAt,
    };

    private static string Id(EntityKey partnership, string deliverable, int number) => $"{PartNumber.Id(partnership, deliverable)}.{PartNumber.Text(number)}";
}
