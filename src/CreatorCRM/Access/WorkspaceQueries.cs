using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Access;

/// <summary>Reads what a workspace's settings show.</summary>
public sealed class WorkspaceQueries(IDbContextFactory<CrmDbContext> contexts)
{
    private static readonly KeysetOrder<WorkspaceName> ByKey = new("workspaces", row => row.Workspace);

    // The longest there first: newcomers and new tokens come at the end.
    private static readonly KeysetOrder<MemberRow> ByJoining = new KeysetOrder<MemberRow>("members", row => row.Id).By(row => row.AddedAt);
    private static readonly KeysetOrder<AccessTokenRow> NewestFirst = new KeysetOrder<AccessTokenRow>("tokens", row => row.Id)
        .By(row => row.CreatedAt, OrderDirection.Desc);

    /// <summary>The names of those that exist, by key.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Names(IReadOnlyCollection<string> workspaces, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<WorkspaceName>().Where(row => EF.Parameter(workspaces.ToArray()).Contains(row.Workspace))
            .ToDictionaryAsync(row => row.Workspace, row => row.Name, cancel);
    }

    /// <summary>All workspaces of the installation, or those of them that are named.</summary>
    /// <exception cref="InvalidCursorException">A cursor is altered or of another list.</exception>
    public Task<Page<WorkspaceName>> List(IReadOnlyCollection<string>? only, PageRequest page, CancellationToken cancel) => contexts.ReadPage(
        db => only is null
            ? db.Set<WorkspaceName>()
            : db.Set<WorkspaceName>().Where(row => EF.Parameter(only.ToArray()).Contains(row.Workspace)), ByKey, page, cancel);

    /// <summary>Who belongs to the workspace now.</summary>
    /// <inheritdoc cref="List" path="/exception"/>
    public Task<Page<MemberRow>> Members(string workspace, PageRequest page, CancellationToken cancel) =>
        contexts.ReadPage(db => db.Set<MemberRow>().Where(row => row.Workspace == workspace && row.RemovedAt == null), ByJoining, page, cancel);

    /// <summary>Members by their ids, also those who were removed.</summary>
    public async Task<IReadOnlyDictionary<string, MemberRow>> MembersByIds(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<MemberRow>().Where(row => row.Workspace == workspace && EF.Parameter(ids.ToArray()).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
    }

    /// <param name="memberId">Only the personal tokens of this member; null: all tokens of the workspace.</param>
    /// <inheritdoc cref="List" path="/exception"/>
    public Task<Page<AccessTokenRow>> Tokens(string workspace, string? memberId, PageRequest page, CancellationToken cancel) => contexts.ReadPage(
        db => db.Set<AccessTokenRow>().Where(row => row.Workspace == workspace && (memberId == null || row.MemberId == memberId)), NewestFirst, page, cancel);

    public async Task<IReadOnlyDictionary<string, AccessTokenRow>> TokensByIds(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<AccessTokenRow>().Where(row => row.Workspace == workspace && EF.Parameter(ids.ToArray()).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
    }

    /// <summary>When tokens were last used, to the minute; those never used are left out.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset?>> LastUses(string workspace, IReadOnlyCollection<string> tokens, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<TokenUseRow>().Where(row => row.Workspace == workspace && EF.Parameter(tokens.ToArray()).Contains(row.TokenId))
            .ToDictionaryAsync(row => row.TokenId, row => (DateTimeOffset?)row.LastUsedAt, cancel);
    }
}
