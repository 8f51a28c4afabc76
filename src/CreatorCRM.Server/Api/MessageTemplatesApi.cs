using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage.Queries;
using CreatorCRM.Templates;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>A text for messages, with placeholders for what differs from one influencer to the next.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class MessageTemplate(MessageTemplateRow row) : INode
{
    public NodeId Id => NodeId.Of<MessageTemplate>(row.Id);

    /// <summary>Counts its changes. Send it as `expectedVersion` to be refused when somebody else was faster.</summary>
    public int Version => int.CreateSaturating(row.Version);

    /// <summary>As people call it.</summary>
    public string Name => row.Name;

    /// <summary>By which means it is meant to go out.</summary>
    public OutreachChannel Channel => row.Channel;

    /// <summary>The language it is written in, as a tag such as `de`.</summary>
    public string? Language => row.Language;

    /// <summary>What the message is about, with placeholders.</summary>
    public string? Subject => row.Subject;

    /// <summary>The message, with placeholders. Plain text.</summary>
    public string Body => row.Body;

    /// <summary>Counts the versions of subject and body.</summary>
    public int TextVersion => row.TextVersion;

    /// <summary>The placeholders that subject and body use.</summary>
    public IReadOnlyList<string> Placeholders => [.. TemplateText.Parse(row.Subject ?? "").Names.Union(TemplateText.Parse(row.Body).Names)];

    /// <summary>When it was archived; null while it is in use.</summary>
    public DateTimeOffset? ArchivedAt => row.ArchivedAt;

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt => row.CreatedAt;

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset UpdatedAt => row.UpdatedAt;

    /// <summary>All versions of the text, the first one first, at most 500.</summary>
    public IDataLoaderResult<IReadOnlyList<MessageTemplateVersion>> Versions(VersionsOfMessageTemplate loader) => loader.LoadAsync(row.Id);

    /// <summary>Everything that ever happened to it.</summary>
    /// <param name="direction">DESC: the newest first. ASC: from the beginning.</param>
    /// <param name="filter">Which entries.</param>
    public IDataLoaderResult<Page<TimelineEntry>> Timeline(
        PageRequest page, TimelineLoader timelines, OrderDirection direction = OrderDirection.Desc, TimelineFilter? filter = null) =>
        timelines.Load(new Subject(Templates.MessageTemplate.Kind, row.Id), page, direction, filter, at: null);
}

/// <summary>The text of a template as it was once written.</summary>
/// <param name="Number">Counts the versions, from 1.</param>
/// <param name="Subject">What the message is about, with placeholders.</param>
/// <param name="Body">The message, with placeholders.</param>
/// <param name="WrittenBy">The name of who wrote it.</param>
/// <param name="WrittenAt">When it was written.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record MessageTemplateVersion(int Number, string? Subject, string Body, string WrittenBy, DateTimeOffset WrittenAt);

/// <summary>A name that a template's text can hold between {{ and }}, such as `{{ influencer.firstName | default: "you" }}`.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Description">What stands in its place.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record MessagePlaceholder(string Name, string Description);

/// <summary>A message as it would go out.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Body">The message. Plain text: do not show it as HTML.</param>
/// <param name="Missing">The placeholders without a value, which are left out of the text.</param>
/// <param name="TextVersion">Of the template's text.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record MessagePreview(string? Subject, string Body, IReadOnlyList<string> Missing, int TextVersion);

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class MessageTemplatesQuery
{
    /// <summary>A message template by its id; null when there is none.</summary>
    public static IDataLoaderResult<MessageTemplate?> MessageTemplate(NodeId<MessageTemplate> id, MessageTemplateLoader loader) => loader.LoadAsync(id.Key);

    /// <summary>All message templates, with those that are archived.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="orderBy">By name when left out.</param>
    public static async Task<Page<MessageTemplate>> MessageTemplates(
        MessageTemplateQueries templates, Caller caller, PageRequest page, CancellationToken cancellation, MessageTemplateFilter? filter = null,
        MessageTemplateOrder? orderBy = null) =>
        (await templates.List(caller.Workspace, filter, orderBy, page, cancellation)).Select(row => new MessageTemplate(row));

    /// <summary>All placeholders that a text can hold.</summary>
    public static IReadOnlyList<MessagePlaceholder> MessagePlaceholders() =>
        [.. Placeholders.All.Select(placeholder => new MessagePlaceholder(placeholder.Name, placeholder.Description))];

    /// <summary>A template with what is known of a partnership; null when there is no such template or partnership.</summary>
    /// <param name="templateId">Which text.</param>
    /// <param name="partnershipId">About whom and what.</param>
    public static async Task<MessagePreview?> PreviewMessage(
        NodeId<MessageTemplate> templateId, NodeId<Partnership> partnershipId, MessageRendering rendering, Caller caller, CancellationToken cancellation) =>
        await rendering.Preview(caller.Workspace, templateId.Key, partnershipId.Key, cancellation) is { } message
            ? new MessagePreview(message.Subject, message.Body, message.Missing, message.TextVersion)
            : null;
}

public sealed class MessageTemplateLoader(MessageTemplateQueries templates, Caller caller) : NodeLoader<MessageTemplate>
{
    protected override async Task<IReadOnlyDictionary<string, MessageTemplate>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await templates.ByIds(caller.Workspace, keys, cancellation)).ToDictionary(found => found.Key, found => new MessageTemplate(found.Value));
}

public sealed class VersionsOfMessageTemplate(MessageTemplateQueries templates, Caller caller) : ListLoader<string, MessageTemplateVersion>
{
    protected override async Task<ILookup<string, MessageTemplateVersion>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await templates.VersionsOf(caller.Workspace, keys, cancellation)).SelectMany(found => found)
            .ToLookup(row => row.TemplateId, row => new MessageTemplateVersion(row.Number, row.Subject, row.Body, row.WrittenBy, row.WrittenAt));
}
