namespace CreatorCRM.Templates;

/// <summary>One template of messages. The key is <see cref="EntityKey"/> as text.</summary>
[Alias("message-template")]
public interface IMessageTemplateGrain : IGrainWithStringKey
{
    [Alias("create")] Task<CommandResult> Create(CreateMessageTemplate command, CommandContext context);
    [Alias("update")] Task<CommandResult> Update(MessageTemplateChanges command, CommandContext context);
    [Alias("archive")] Task<CommandResult> Archive(ArchiveMessageTemplate command, CommandContext context);
}
