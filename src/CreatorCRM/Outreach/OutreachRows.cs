using CreatorCRM.Partnerships;

namespace CreatorCRM.Outreach;

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
    public string? Place { get; init; }
    /// <summary>JSON array of text; null when nobody was named.</summary>
    public string? Participants { get; init; }
    public required string LoggedBy { get; init; }
    public string? TemplateId { get; init; }
    public int? TemplateVersion { get; init; }

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
    public DateTimeOffset? DismissedAt { get; init; }

    string IRow.RowKey => Id;
}

public partial record OutreachLog
{
    public IEnumerable<IRow> Rows(EntityKey partnership) => FollowUps.Select(followUp => new FollowUpRow
    {
        Workspace = partnership.Workspace,
        Id = PartNumber.Id(partnership, followUp.Number),
        PartnershipId = partnership.Id,
        Number = PartNumber.Parse(followUp.Number),
        DueAt = followUp.DueAt,
        Note = followUp.Note,
        DoneAt = followUp.DoneAt,
        DismissedAt = followUp.DismissedAt,
    });

    public static IEnumerable<IRow> Facts(EntityKey partnership, IOutreachEvent @event, EventMeta meta)
    {
        if (@event is not OutreachLogged e) yield break;
        yield return new OutreachMessageRow
        {
            Workspace = partnership.Workspace,
            Id = PartNumber.Id(partnership, e.Message),
            PartnershipId = partnership.Id,
            Direction = e.Direction,
            Channel = e.Channel,
            Subject = e.Subject,
            Body = e.Body,
            OccurredAt = e.At,
            Place = e.Place,
            Participants = e.Participants is [_, ..] people ? CrmJson.Write(people) : null,
            LoggedBy = meta.Actor.Name,
            TemplateId = e.Template,
            TemplateVersion = e.TemplateVersion,
        };
    }
}
