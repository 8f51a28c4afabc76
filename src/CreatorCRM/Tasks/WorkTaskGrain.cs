namespace CreatorCRM.Tasks;

[GrainType("task")]
public sealed class WorkTaskGrain([PersistentState("snapshot")] IPersistentState<Snapshot> snapshot, AggregateServices services)
    : AggregateGrain<WorkTask>(snapshot, services), IWorkTaskGrain
{
    public Task<CommandResult> Create(CreateTask command, CommandContext context) => Execute(context, (state, now) => state.Create(command, now));

    public Task<CommandResult> Complete(CommandContext context) => Execute(context, (state, _) => state.Complete());

    public Task<CommandResult> Dismiss(DismissTask command, CommandContext context) => Execute(context, (state, _) => state.Dismiss(command));

    public Task<CommandResult> Reassign(ReassignTask command, CommandContext context) => Execute(context, (state, _) => state.Reassign(command));

    public Task<CommandResult> Reschedule(RescheduleTask command, CommandContext context) => Execute(context, (state, now) => state.Reschedule(command, now));

    public Task<CommandResult> Move(MoveTask command, CommandContext context) => Execute(context, (state, _) => state.Move(command));

    public Task<CommandResult> Return(ReturnTask command, CommandContext context) => Execute(context, (state, _) => state.Return(command));
}
