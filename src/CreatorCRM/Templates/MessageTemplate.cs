using CreatorCRM.Outreach;

namespace CreatorCRM.Templates;

/// <summary>What managers write again and again, with placeholders for what differs. Earlier versions of the text are rows only.</summary>
public sealed partial record MessageTemplate : IAggregate<MessageTemplate>
{
    public static string Kind => "message-template";
    public static int Shape => 1;
    public static IReadOnlyList<UniqueRule> UniqueRules => [];

    public required EntityKey Key { get; init; }
    public long Version { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public string Name { get; init; } = "";
    public OutreachChannel Channel { get; init; }
    public string? Language { get; init; }
    public string? Subject { get; init; }
    public string Body { get; init; } = "";
    public int TextVersion { get; init; }
    public DateTimeOffset? ArchivedAt { get; init; }

    public bool Exists => Version > 0;

    public IEnumerable<Subject> RelatedSubjects => [];

    public static MessageTemplate New(EntityKey key) => new() { Key = key };

    public MessageTemplate Apply(IEvent @event, EventMeta meta) => (@event switch
    {
        MessageTemplateCreated e => this with { Name = e.Name, Channel = e.Channel, Language = e.Language, CreatedAt = meta.RecordedAt },
        MessageTemplateUpdated e =>
            this with { Name = e.Name ?? Name, Channel = e.Channel ?? Channel, Language = e.Language is { } language ? language.Value : Language },
        MessageTemplateTextWritten e => this with { TextVersion = e.TextVersion, Subject = e.Subject, Body = e.Body },
        MessageTemplateArchived => this with { ArchivedAt = meta.OccurredAt },
        MessageTemplateRestored => this with { ArchivedAt = null },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a message template."),
    }) with { Version = meta.Version, UpdatedAt = meta.RecordedAt };
}
