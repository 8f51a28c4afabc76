using CreatorCRM.Outreach;

namespace CreatorCRM.Templates;

[EventType("message-template.created")]
public sealed record MessageTemplateCreated(string Name, OutreachChannel Channel, string? Language) : IEvent
{
    public string Summary => $"The message template {Name} was created.";
}

/// <summary>The fields that changed, with their new values; never the text, which has an event of its own.</summary>
[EventType("message-template.updated")]
public sealed record MessageTemplateUpdated(string? Name, OutreachChannel? Channel, Change<string?>? Language) : IEvent
{
    public string Summary => $"The message template was updated: {string.Join(", ", Changed())}.";

    private IEnumerable<string> Changed()
    {
        if (Name is not null) yield return $"name {Name}";
        if (Channel is { } channel) yield return $"channel {channel.Words()}";
        if (Language is { } language) yield return $"language {language.Value ?? "open"}";
    }
}

[EventType("message-template.text-written")]
public sealed record MessageTemplateTextWritten(int TextVersion, string? Subject, string Body) : IEvent
{
    public string Summary => $"Version {TextVersion} of the text was written.";
}

[EventType("message-template.archived")]
public sealed record MessageTemplateArchived : IEvent
{
    public string Summary => "The message template was archived.";
}

[EventType("message-template.restored")]
public sealed record MessageTemplateRestored : IEvent
{
    public string Summary => "The message template was taken back from the archive.";
}
