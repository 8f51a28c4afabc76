using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>You: on whose behalf this request runs.</summary>
[AnyCaller]
public sealed class Viewer(Caller caller) : INode
{
    internal static string KeyOf(Caller caller) => $"{caller.Workspace}/{caller.Actor.Id}";

    /// <summary>Opaque and stable: you, in this workspace.</summary>
    public NodeId Id => NodeId.Of<Viewer>(KeyOf(caller));

    /// <summary>As timelines show it.</summary>
    public string Name => caller.Actor.Name;

    /// <summary>What you are in this workspace.</summary>
    public Role Role => caller.Role;

    /// <summary>What you may do here. A token may have fewer scopes than its bearer's role.</summary>
    public IReadOnlyList<Scope> Scopes => [.. Enum.GetValues<Scope>().Where(caller.Has)];

    /// <summary>Whose data you see.</summary>
    public Workspace Workspace => new(caller.Workspace);

    /// <summary>Where you may go: choose one with the header `CreatorCRM-Workspace`. By key.</summary>
    public async Task<Page<WorkspaceAccess>> Workspaces(PageRequest page, AccessQueries access, WorkspaceQueries workspaces, CancellationToken cancellation)
    {
        if (caller.Has(Scope.Installation))
            return (await workspaces.List(null, page, cancellation)).Select(found => new WorkspaceAccess(found.Workspace, found.Name, Role.Owner));
        var roles = CreatorCRM.Access.Member.IdOf(caller.Actor) is { } member
            ? (await access.FindMembershipsOf(caller.Workspace, member, cancellation)).ToDictionary(one => one.Workspace, one => one.Role)
            : new Dictionary<string, Role> { [caller.Workspace] = caller.Role };
        return (await workspaces.List(roles.Keys, page, cancellation))
            .Select(found => new WorkspaceAccess(found.Workspace, found.Name, roles[found.Workspace]));
    }

    /// <summary>Your own tokens in this workspace, the newest first.</summary>
    [Requires(Scope.OwnTokens)]
    public async Task<Page<AccessToken>> PersonalTokens(PageRequest page, WorkspaceQueries workspaces, CancellationToken cancellation) =>
        (await workspaces.Tokens(caller.Workspace, CreatorCRM.Access.Member.IdOf(caller.Actor) ?? "", page, cancellation)).Select(row => new AccessToken(row));
}

/// <summary>A workspace that you can choose.</summary>
/// <param name="Key">What to send in the header `CreatorCRM-Workspace`.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Role">What you are there.</param>
[AnyCaller]
public sealed record WorkspaceAccess(string Key, string Name, Role Role);

[QueryRoot, AnyCaller]
public static class ViewerApi
{
    /// <summary>On whose behalf this request runs.</summary>
    public static Viewer Viewer(Caller caller) => new(caller);

    /// <summary>The workspace that this request sees.</summary>
    public static Workspace Workspace(Caller caller) => new(caller.Workspace);
}

/// <summary>Nobody is a viewer but you.</summary>
public sealed class ViewerLoader(Caller caller) : NodeLoader<Viewer>
{
    protected override Task<IReadOnlyDictionary<string, Viewer>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, Viewer>>(keys.Where(key => key == Viewer.KeyOf(caller)).ToDictionary(key => key, _ => new Viewer(caller)));
}
