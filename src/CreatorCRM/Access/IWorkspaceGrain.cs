namespace CreatorCRM.Access;

/// <summary>One workspace. The key is what <see cref="WorkspaceKey.GrainOf"/> gives, as text.</summary>
[Alias("workspace")]
public interface IWorkspaceGrain : IGrainWithStringKey
{
    [Alias("create")] Task<CommandResult> Create(CreateWorkspace command, CommandContext context);
    [Alias("rename")] Task<CommandResult> Rename(RenameWorkspace command, CommandContext context);

    /// <summary>The part of the result is the member's id, here and below.</summary>
    [Alias("add-member")] Task<CommandResult> AddMember(AddMember command, CommandContext context);
    [Alias("change-member-role")] Task<CommandResult> ChangeMemberRole(ChangeMemberRole command, CommandContext context);
    [Alias("remove-member")] Task<CommandResult> RemoveMember(string memberId, CommandContext context);

    /// <summary>Binds what the identity provider calls a person, <c>issuer|sub</c>, to the member. Once bound, nobody else can be.</summary>
    [Alias("link-member")] Task<CommandResult> LinkMember(string memberId, string subject, CommandContext context);

    /// <summary>The part of the result is the token's id, here and below.</summary>
    [Alias("create-token")] Task<CommandResult> CreateToken(CreateToken command, CommandContext context);
    [Alias("revoke-token")] Task<CommandResult> RevokeToken(RevokeToken command, CommandContext context);

    /// <summary>Puts down that data left the workspace, before they do.</summary>
    [Alias("record-export")] Task<CommandResult> RecordExport(RecordExport command, CommandContext context);
}
