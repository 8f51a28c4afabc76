using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Outreach;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Templates;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class MessageTemplateMutations
{
    /// <summary>Adds a text for messages. A text with an unknown placeholder or a mistake is refused with its line and column.</summary>
    public static async Task<CreateMessageTemplatePayload> CreateMessageTemplate(
        CreateMessageTemplateInput input, Caller caller, IdGenerator ids, IGrainFactory grains, MessageTemplateLoader templates)
    {
        var context = caller.Command("createMessageTemplate", input.IdempotencyKey, input);
        var result = await grains.MessageTemplate(caller, context.CommandId ?? ids.Next())
            .Create(new CreateMessageTemplate(input.Name, input.Channel, input.Language, input.Subject, input.Body), context);
        return await result.ToPayload(created => new CreateMessageTemplatePayload(created), () => templates.LoadAsync(result.Id).GetResultAsync());
    }

    /// <summary>
    /// Changes what is given of a template and leaves the rest as it is. Another subject or body is a new version; messages that were logged stay as they were.
    /// </summary>
    public static async Task<UpdateMessageTemplatePayload> UpdateMessageTemplate(UpdateMessageTemplateInput input, Caller caller, IGrainFactory grains,
        MessageTemplateLoader templates)
    {
        var context = caller.Command("updateMessageTemplate", input.IdempotencyKey, input, input.ExpectedVersion);
        var changes = new MessageTemplateChanges
        {
            Name = input.Name,
            Channel = input.Channel,
            Language = input.Language.ToChange(),
            Subject = input.Subject.ToChange(),
            Body = input.Body
        };
        var result = await grains.MessageTemplate(caller, input.TemplateId.Key).Update(changes, context);
        return await result.ToPayload(updated => new UpdateMessageTemplatePayload(updated), () => templates.LoadAsync(result.Id).GetResultAsync());
    }

    /// <summary>Puts a template away, so that it is not used any more, or takes it back.</summary>
    public static async Task<ArchiveMessageTemplatePayload> ArchiveMessageTemplate(ArchiveMessageTemplateInput input, Caller caller, IGrainFactory grains,
        MessageTemplateLoader templates)
    {
        var context = caller.Command("archiveMessageTemplate", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.MessageTemplate(caller, input.TemplateId.Key).Archive(new ArchiveMessageTemplate(input.Archived ?? true), context);
        return await result.ToPayload(archived => new ArchiveMessageTemplatePayload(archived), () => templates.LoadAsync(result.Id).GetResultAsync());
    }

    private static IMessageTemplateGrain MessageTemplate(this IGrainFactory grains, Caller caller, string id) =>
        grains.GetGrain<IMessageTemplateGrain>(caller.Key(id).ToString());
}

/// <summary>A new text for messages.</summary>
/// <param name="Name">Up to 200 characters.</param>
/// <param name="Channel">By which means it is meant to go out.</param>
/// <param name="Language">The language it is written in, as a tag such as `de`.</param>
/// <param name="Subject">What the message is about, with placeholders, at most 300 characters.</param>
/// <param name="Body">The message, with placeholders, at most 20,000 characters. Plain text.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record CreateMessageTemplateInput(string Name, OutreachChannel Channel, string? Language, string? Subject, string Body, string? IdempotencyKey);

/// <summary>New values for a template. What is left out stays as it is; null clears what may be absent.</summary>
/// <param name="TemplateId">Which template.</param>
/// <param name="Name">Up to 200 characters.</param>
/// <param name="Channel">By which means it is meant to go out.</param>
/// <param name="Language">The language it is written in, as a tag such as `de`.</param>
/// <param name="Subject">What the message is about, with placeholders, at most 300 characters.</param>
/// <param name="Body">The message, with placeholders, at most 20,000 characters. Plain text.</param>
/// <param name="ExpectedVersion">Refuse when the template is at another version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record UpdateMessageTemplateInput(
    NodeId<MessageTemplate> TemplateId, string? Name, OutreachChannel? Channel, Optional<string> Language, Optional<string> Subject, string? Body,
    int? ExpectedVersion, string? IdempotencyKey);

/// <summary>A template to put away.</summary>
/// <param name="TemplateId">Which template.</param>
/// <param name="Archived">False takes it back; true when left out.</param>
/// <param name="ExpectedVersion">Refuse when the template is at another version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record ArchiveMessageTemplateInput(NodeId<MessageTemplate> TemplateId, bool? Archived, int? ExpectedVersion, string? IdempotencyKey);

/// <param name="MessageTemplate">The template as it is now; null when refused.</param>
public sealed record CreateMessageTemplatePayload(MessageTemplate? MessageTemplate) : Payload;

/// <param name="MessageTemplate">The template as it is now; null when refused.</param>
public sealed record UpdateMessageTemplatePayload(MessageTemplate? MessageTemplate) : Payload;

/// <param name="MessageTemplate">The template as it is now; null when refused.</param>
public sealed record ArchiveMessageTemplatePayload(MessageTemplate? MessageTemplate) : Payload;
