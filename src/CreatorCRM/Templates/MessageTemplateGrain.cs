namespace CreatorCRM.Templates;

[GrainType("message-template")]
public sealed class MessageTemplateGrain([PersistentState("snapshot")] IPersistentState<Snapshot> snapshot, AggregateServices services)
    : AggregateGrain<MessageTemplate>(snapshot, services), IMessageTemplateGrain
{
    public Task<CommandResult> Create(CreateMessageTemplate command, CommandContext context) => Execute(context, (state, _) => state.Create(command));

    public Task<CommandResult> Update(MessageTemplateChanges command, CommandContext context) => Execute(context, (state, _) => state.Update(command));

    public Task<CommandResult> Archive(ArchiveMessageTemplate command, CommandContext context) => Execute(context, (state, _) => state.Archive(command));
}
