using CreatorCRM.Access;
using CreatorCRM.Journal;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>A key to the workspace. Its secret is shown once, when it is created, and kept nowhere.</summary>
[AnyCaller]
public sealed class AccessToken(AccessTokenRow row) : INode
{
    public NodeId Id => NodeId.Of<AccessToken>(row.Id);

    /// <summary>Whom it stands for.</summary>
    public TokenKind Kind => row.Kind;

    /// <summary>What it is for, as whoever made it said.</summary>
    public string Name => row.Name;

    /// <summary>What it was made for. A personal token may do of these what its member's role allows now.</summary>
    public IReadOnlyList<Scope> Scopes => CrmJson.Read<List<Scope>>(row.Scopes);

    /// <summary>The end of the secret, for telling tokens apart.</summary>
    public string LastFour => row.LastFour;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt => row.CreatedAt;

    /// <summary>When it ends by itself; null when never.</summary>
    public DateTimeOffset? ExpiresAt => row.ExpiresAt;

    /// <summary>When it was revoked; null when it was not.</summary>
    public DateTimeOffset? RevokedAt => row.RevokedAt;

    /// <summary>When it was last used, to the minute; null when it never was.</summary>
    public IDataLoaderResult<DateTimeOffset?> LastUsedAt(LastUseLoader uses) => uses.LoadAsync(row.Id);

    /// <summary>Whose personal token it is; null for a program's, and for those who may not see members.</summary>
    [AnyCaller]
    public IDataLoaderResult<Member?> Member(MemberLoader members) => members.LoadAsync(row.MemberId ?? "");
}

/// <summary>Tokens show to those who look after access, and one's own to everybody.</summary>
public sealed class AccessTokenLoader(WorkspaceQueries workspaces, Caller caller) : NodeLoader<AccessToken>
{
    protected override async Task<IReadOnlyDictionary<string, AccessToken>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await workspaces.TokensByIds(caller.Workspace, keys, cancellation)).Where(found => IsShown(found.Value))
            .ToDictionary(found => found.Key, found => new AccessToken(found.Value));

    private bool IsShown(AccessTokenRow row) =>
        caller.Has(Scope.Access) || (caller.Has(Scope.OwnTokens) && row.MemberId is not null && row.MemberId == CreatorCRM.Access.Member.IdOf(caller.Actor));
}

public sealed class LastUseLoader(WorkspaceQueries workspaces, Caller caller) : BatchLoader<string, DateTimeOffset?>
{
    protected override Task<IReadOnlyDictionary<string, DateTimeOffset?>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        workspaces.LastUses(caller.Workspace, keys, cancellation);
}
