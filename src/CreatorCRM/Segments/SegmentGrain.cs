namespace CreatorCRM.Segments;

[GrainType("segment")]
public sealed class SegmentGrain([PersistentState("snapshot")] IPersistentState<Snapshot> snapshot, AggregateServices services)
    : AggregateGrain<Segment>(snapshot, services), ISegmentGrain
{
    public Task<CommandResult> Create(CreateSegment command, CommandContext context) => Execute(context, (state, _) => state.Create(command));

    public Task<CommandResult> Update(SegmentChanges command, CommandContext context) => Execute(context, (state, _) => state.Update(command, context.Actor));

    public Task<CommandResult> Archive(ArchiveSegment command, CommandContext context) => Execute(context, (state, _) => state.Archive(command, context.Actor));
}
