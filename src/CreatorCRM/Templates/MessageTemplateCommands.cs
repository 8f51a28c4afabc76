using CreatorCRM.Outreach;

namespace CreatorCRM.Templates;

[GenerateSerializer, Immutable, Alias("create-message-template")]
public sealed record CreateMessageTemplate(string Name, OutreachChannel Channel, string? Language, string? Subject, string Body);

/// <summary>New values for a template; what is null stays as it is. A new subject or body is a new version of the text.</summary>
[GenerateSerializer, Immutable, Alias("message-template-changes")]
public sealed record MessageTemplateChanges
{
    [Id(0)] public string? Name { get; init; }
    [Id(1)] public OutreachChannel? Channel { get; init; }
    [Id(2)] public Change<string?>? Language { get; init; }
    [Id(3)] public Change<string?>? Subject { get; init; }
    [Id(4)] public string? Body { get; init; }
}

/// <param name="Archived">False takes it back from the archive.</param>
[GenerateSerializer, Immutable, Alias("archive-message-template")]
public sealed record ArchiveMessageTemplate(bool Archived);
