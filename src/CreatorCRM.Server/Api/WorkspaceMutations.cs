using System.Collections.Immutable;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot, Requires(Scope.Access)]
public static class WorkspaceMutations
{
    /// <summary>Adds a workspace to the installation.</summary>
    [Requires(Scope.Installation)]
    public static async Task<CreateWorkspacePayload> CreateWorkspace(CreateWorkspaceInput input, Caller caller, IGrainFactory grains)
    {
        var context = caller.Command("createWorkspace", input.IdempotencyKey, input);
        if (!WorkspaceKey.IsWellFormed(input.Key)) throw InputError.At(WorkspaceKey.Rule, "input", "key");
        var result = await grains.Workspace(input.Key).Create(new CreateWorkspace(input.Name), context);
        return result.IsAccepted
            ? new CreateWorkspacePayload(new WorkspaceAccess(input.Key, input.Name.Trim(), Role.Owner))
            : new CreateWorkspacePayload(null).Refused(result.Refusals);
    }

    /// <summary>Gives this workspace another name. Its key stays.</summary>
    public static async Task<RenameWorkspacePayload> RenameWorkspace(RenameWorkspaceInput input, Caller caller, IGrainFactory grains)
    {
        var result = await grains.Workspace(caller.Workspace)
            .Rename(new RenameWorkspace(input.Name), caller.Command("renameWorkspace", input.IdempotencyKey, input));
        return result.IsAccepted ? new RenameWorkspacePayload(new Workspace(caller.Workspace)) : new RenameWorkspacePayload(null).Refused(result.Refusals);
    }

    /// <summary>Lets somebody work here. They get in when they sign in with this e-mail address.</summary>
    public static async Task<AddMemberPayload> AddMember(AddMemberInput input, Caller caller, IdGenerator ids, IGrainFactory grains, MemberLoader members)
    {
        var context = caller.Command("addMember", input.IdempotencyKey, input);
        var command = new AddMember(context.CommandId ?? ids.Next(), input.Email, input.Name, input.Role, caller.Held());
        var result = await grains.Workspace(caller.Workspace).AddMember(command, context);
        return await result.ToPayload(added => new AddMemberPayload(added), () => members.LoadAsync(result.Part!).GetResultAsync());
    }

    /// <summary>Makes a member something else here. It holds from their next request on.</summary>
    public static async Task<ChangeMemberRolePayload> ChangeMemberRole(ChangeMemberRoleInput input, Caller caller, IGrainFactory grains, MemberLoader members)
    {
        var context = caller.Command("changeMemberRole", input.IdempotencyKey, input);
        var result = await grains.Workspace(caller.Workspace).ChangeMemberRole(new ChangeMemberRole(input.MemberId.Key, input.Role, caller.Held()), context);
        return await result.ToPayload(changed => new ChangeMemberRolePayload(changed), () => members.LoadAsync(result.Part!).GetResultAsync());
    }

    /// <summary>Ends a membership and all personal tokens of that member. It holds from their next request on. What they did stays on the timelines.</summary>
    public static async Task<RemoveMemberPayload> RemoveMember(RemoveMemberInput input, Caller caller, IGrainFactory grains, MemberLoader members)
    {
        var context = caller.Command("removeMember", input.IdempotencyKey, input);
        var result = await grains.Workspace(caller.Workspace).RemoveMember(input.MemberId.Key, context);
        return await result.ToPayload(removed => new RemoveMemberPayload(removed), () => members.LoadAsync(result.Part!).GetResultAsync());
    }

    internal static IWorkspaceGrain Workspace(this IGrainFactory grains, string workspace) =>
        grains.GetGrain<IWorkspaceGrain>(WorkspaceKey.GrainOf(workspace).ToString());

    /// <summary>What the caller may, so that nobody gives more than they have.</summary>
    internal static ImmutableArray<Scope> Held(this Caller caller) => [.. Enum.GetValues<Scope>().Where(caller.Has)];
}

/// <summary>A new workspace.</summary>
/// <param name="Key">Its short name, which never changes: 3 to 40 small letters, digits and hyphens, beginning and ending with a letter or digit.</param>
/// <param name="Name">As people call it.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record CreateWorkspaceInput(string Key, string Name, string? IdempotencyKey);

/// <summary>Another name for this workspace.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record RenameWorkspaceInput(string Name, string? IdempotencyKey);

/// <summary>Somebody who shall work here.</summary>
/// <param name="Email">Compared without regard to case; one member has it.</param>
/// <param name="Name">As timelines shall show it.</param>
/// <param name="Role">What they shall be; nothing that may more than you.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record AddMemberInput([property: Email] string Email, string Name, Role Role, string? IdempotencyKey);

/// <summary>Another role for a member.</summary>
/// <param name="MemberId">Which member.</param>
/// <param name="Role">What they shall be; nothing that may more than you.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record ChangeMemberRoleInput(NodeId<Member> MemberId, Role Role, string? IdempotencyKey);

/// <summary>The end of a membership.</summary>
/// <param name="MemberId">Which member.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record RemoveMemberInput(NodeId<Member> MemberId, string? IdempotencyKey);

/// <param name="Workspace">Where you can go now; null when the mutation was refused.</param>
public sealed record CreateWorkspacePayload(WorkspaceAccess? Workspace) : Payload;

public sealed record RenameWorkspacePayload(Workspace? Workspace) : Payload;

public sealed record AddMemberPayload(Member? Member) : Payload;

public sealed record ChangeMemberRolePayload(Member? Member) : Payload;

public sealed record RemoveMemberPayload(Member? Member) : Payload;
