namespace CreatorCRM.Sequences;

[GrainType("sequence")]
public sealed class SequenceGrain([PersistentState("snapshot")] IPersistentState<Snapshot> snapshot, AggregateServices services)
    : AggregateGrain<Sequence>(snapshot, services), ISequenceGrain
{
    public Task<CommandResult> Create(CreateSequence command, CommandContext context) => Execute(context, (state, _) => state.Create(command));

    public Task<CommandResult> Update(SequenceChanges command, CommandContext context) => Execute(context, (state, _) => state.Update(command));

    public Task<CommandResult> Archive(ArchiveSequence command, CommandContext context) => Execute(context, (state, _) => state.Archive(command));
}
