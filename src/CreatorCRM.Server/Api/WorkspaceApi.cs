using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage.Queries;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>A brand's or agency's data, apart from everybody else's.</summary>
[AnyCaller]
public sealed class Workspace(string key) : INode
{
    public NodeId Id => NodeId.Of<Workspace>(key);

    /// <summary>Its short name, unique in the installation and never changed.</summary>
    public string Key => key;

    /// <summary>As people call it.</summary>
    public IDataLoaderResult<string> Name(WorkspaceNameLoader names) => names.LoadAsync(key).Then(name => name ?? key);

    /// <summary>Who belongs to it, the longest there first.</summary>
    [Requires(Scope.Access)]
    public async Task<Page<Member>> Members(PageRequest page, WorkspaceQueries workspaces, CancellationToken cancellation) =>
        (await workspaces.Members(key, page, cancellation)).Select(row => new Member(row));

    /// <summary>All tokens, of members and of programs, the newest first. Those that work no more stay for a while.</summary>
    [Requires(Scope.Access)]
    public async Task<Page<AccessToken>> Tokens(PageRequest page, WorkspaceQueries workspaces, CancellationToken cancellation) =>
        (await workspaces.Tokens(key, null, page, cancellation)).Select(row => new AccessToken(row));

    /// <summary>Who changed what about access, and what was exported. Entries are never changed or lost.</summary>
    /// <param name="direction">DESC: the newest first. ASC: from the beginning.</param>
    /// <param name="filter">Which entries.</param>
    [Requires(Scope.Access)]
    public IDataLoaderResult<Page<TimelineEntry>> AuditLog(
        PageRequest page, TimelineLoader timelines, OrderDirection direction = OrderDirection.Desc, TimelineFilter? filter = null) =>
        timelines.Load(new Subject(CreatorCRM.Access.Workspace.Kind, key), page, direction, filter);
}

/// <summary>A person who works in the workspace.</summary>
[Requires(Scope.Access)]
public sealed class Member(MemberRow row) : INode
{
    public NodeId Id => NodeId.Of<Member>(row.Id);

    /// <summary>By which they are known when they first sign in.</summary>
    [Email]
    public string Email => row.Email;

    /// <summary>As timelines show it.</summary>
    public string Name => row.Name;

    /// <summary>What they are here.</summary>
    public Role Role => row.Role;

    /// <summary>They have signed in at the identity provider and are known by that from now on.</summary>
    public bool HasSignedIn => row.Subject is not null;

    /// <summary>When they became a member.</summary>
    public DateTimeOffset AddedAt => row.AddedAt;

    /// <summary>Since when they are no member any more; null while they are.</summary>
    public DateTimeOffset? RemovedAt => row.RemovedAt;
}

/// <summary>Knows one workspace only: the caller's.</summary>
public sealed class WorkspaceLoader(Caller caller) : NodeLoader<Workspace>
{
    protected override Task<IReadOnlyDictionary<string, Workspace>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, Workspace>>(keys.Where(key => key == caller.Workspace).ToDictionary(key => key, key => new Workspace(key)));
}

public sealed class WorkspaceNameLoader(WorkspaceQueries workspaces) : BatchLoader<string, string>
{
    protected override Task<IReadOnlyDictionary<string, string>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        workspaces.Names(keys, cancellation);
}

public sealed class MemberLoader(WorkspaceQueries workspaces, Caller caller) : NodeLoader<Member>
{
    protected override async Task<IReadOnlyDictionary<string, Member>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) => caller.Has(Scope.Access)
        ? (await workspaces.MembersByIds(caller.Workspace, keys, cancellation)).ToDictionary(found => found.Key, found => new Member(found.Value))
        : new Dictionary<string, Member>();
}
