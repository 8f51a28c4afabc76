using CreatorCRM.Outreach;

namespace CreatorCRM.Templates;

/// <summary>A template in lists.</summary>
[RowTable("message_templates", nameof(Id))]
public sealed record MessageTemplateRow : IRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public long Version { get; init; }
    public required string Name { get; init; }
    public required string SortName { get; init; }
    public OutreachChannel Channel { get; init; }
    public string? Language { get; init; }
    public string? Subject { get; init; }
    public required string Body { get; init; }
    public int TextVersion { get; init; }
    public DateTimeOffset? ArchivedAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    string IRow.RowKey => Id;
}

/// <summary>A text as it was once written.</summary>
[RowTable("message_template_versions", nameof(TemplateId), nameof(Number))]
public sealed record MessageTemplateVersionRow : IRow
{
    public required string Workspace { get; init; }
    public required string TemplateId { get; init; }
    public int Number { get; init; }
    public string? Subject { get; init; }
    public required string Body { get; init; }
    public required string WrittenBy { get; init; }
    public DateTimeOffset WrittenAt { get; init; }

    string IRow.RowKey => $"{TemplateId}.{Number}";
}

public partial record MessageTemplate
{
    public IEnumerable<IRow> Rows() =>
    [
        new MessageTemplateRow
        {
            Workspace = Key.Workspace,
            Id = Key.Id,
            Version = Version,
            Name = Name,
            SortName = TextKey.Fold(Name),
            Channel = Channel,
            Language = Language,
            Subject = Subject,
            Body = Body,
            TextVersion = TextVersion,
            ArchivedAt = ArchivedAt,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
        },
    ];

    public IEnumerable<IRow> Facts(IEvent @event, EventMeta meta)
    {
        if (@event is not MessageTemplateTextWritten e) yield break;
        yield return new MessageTemplateVersionRow
        {
            Workspace = Key.Workspace,
            TemplateId = Key.Id,
            Number = e.TextVersion,
            Subject = e.Subject,
            Body = e.Body,
            WrittenBy = meta.Actor.Name,
            WrittenAt = meta.OccurredAt,
        };
    }
}
