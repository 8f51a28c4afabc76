namespace CreatorCRM.Access;

[GrainType("workspace")]
public sealed class WorkspaceGrain([PersistentState("snapshot")] IPersistentState<Snapshot> snapshot, AggregateServices services, AccessOptions options)
    : AggregateGrain<Workspace>(snapshot, services), IWorkspaceGrain
{
    public Task<CommandResult> Create(CreateWorkspace command, CommandContext context) => Execute(context, (state, _) => state.Create(command));

    public Task<CommandResult> Rename(RenameWorkspace command, CommandContext context) => Execute(context, (state, _) => state.Rename(command));

    public Task<CommandResult> AddMember(AddMember command, CommandContext context) => Execute(context, (state, _) => state.AddMember(command));

    public Task<CommandResult> ChangeMemberRole(ChangeMemberRole command, CommandContext context) =>
        Execute(context, (state, _) => state.ChangeMemberRole(command));

    public Task<CommandResult> RemoveMember(string memberId, CommandContext context) => Execute(context, (state, _) => state.RemoveMember(memberId));

    public Task<CommandResult> LinkMember(string memberId, string subject, CommandContext context) =>
        Execute(context, (state, _) => state.LinkMember(memberId, subject));

    public Task<CommandResult> CreateToken(CreateToken command, CommandContext context) =>
        Execute(context, (state, now) => state.CreateToken(command, now, options));

    public Task<CommandResult> RevokeToken(RevokeToken command, CommandContext context) => Execute(context, (state, now) => state.RevokeToken(command, now));

    public Task<CommandResult> RecordExport(RecordExport command, CommandContext context) => Execute(context, (state, _) => state.RecordExport(command));
}
