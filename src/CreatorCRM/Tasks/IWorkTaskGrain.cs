namespace CreatorCRM.Tasks;

/// <summary>One task that somebody wrote down. The key is <see cref="EntityKey"/> as text.</summary>
[Alias("task")]
public interface IWorkTaskGrain : IGrainWithStringKey
{
    [Alias("create")] Task<CommandResult> Create(CreateTask command, CommandContext context);
    [Alias("complete")] Task<CommandResult> Complete(CommandContext context);
    [Alias("dismiss")] Task<CommandResult> Dismiss(DismissTask command, CommandContext context);
    [Alias("reassign")] Task<CommandResult> Reassign(ReassignTask command, CommandContext context);
    [Alias("reschedule")] Task<CommandResult> Reschedule(RescheduleTask command, CommandContext context);
    [Alias("move")] Task<CommandResult> Move(MoveTask command, CommandContext context);
    [Alias("return")] Task<CommandResult> Return(ReturnTask command, CommandContext context);
}
