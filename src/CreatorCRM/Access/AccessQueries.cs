using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Access;

/// <summary>Whom a token stands for at this moment, and what it may.</summary>
/// <param name="Scopes">Effective: for a personal token those that its member's role still allows.</param>
/// <param name="ExpiresAt">Null: never. It may have passed.</param>
/// <param name="RevokedAt">Null while it was not revoked.</param>
/// <param name="LastUsedAt">As <see cref="AccessQueries.Touch"/> noted it; null before the first use.</param>
public sealed record TokenHolder(
    string TokenId, string Workspace, Actor Actor, Role Role, IReadOnlySet<Scope> Scopes, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt,
    DateTimeOffset? LastUsedAt);

/// <summary>A person's place in a workspace.</summary>
/// <param name="Subject">What the identity provider calls them, as <c>issuer|sub</c>; null until they first sign in.</param>
public sealed record Membership(string Workspace, string MemberId, string Name, Role Role, string? Subject)
{
    public Actor Actor => Member.ActorOf(MemberId, Name);
}

/// <summary>What authentication asks, across all workspaces. Each is one statement by an index.</summary>
public sealed class AccessQueries(IDbContextFactory<CrmDbContext> contexts, DbDataSource source, ILogger<AccessQueries> log)
{
    /// <summary>How far apart the uses of a token are that are worth noting.</summary>
    public static readonly TimeSpan UsesApart = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, bool> _existing = new(StringComparer.Ordinal) { [WorkspaceKey.Default] = true };

    /// <summary>The bearer of a secret, by its hash. Null when there is no such token, and when its member was removed.</summary>
    public async Task<TokenHolder?> FindToken(string sha256Hex, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await (
            from token in db.Set<AccessTokenRow>().Where(token => token.Sha256 == sha256Hex)
            join one in db.Set<MemberRow>()
                .Where(one => one.RemovedAt == null) on new { token.Workspace, Id = token.MemberId! } equals new { one.Workspace, one.Id } into members
            from member in members.DefaultIfEmpty()
            join one in db.Set<TokenUseRow>() on new { token.Workspace, token.Id } equals new { one.Workspace, Id = one.TokenId } into uses
            from use in uses.DefaultIfEmpty()
            select new { Token = token, Member = member, LastUsedAt = (DateTimeOffset?)use!.LastUsedAt }).SingleOrDefaultAsync(cancel);
        if (found is null || (found.Token.MemberId is not null && found.Member is null)) return null;
        var role = found.Member?.Role ?? Role.Integration;
        return new TokenHolder(
            found.Token.Id, found.Token.Workspace, found.Member is { } holder
                ? Member.ActorOf(holder.Id, holder.Name)
                : AccessToken.ActorOf(found.Token.Id, found.Token.Name), role,
            AccessToken.Effective(role, CrmJson.Read<ImmutableArray<Scope>>(found.Token.Scopes)), found.Token.ExpiresAt, found.Token.RevokedAt,
            found.LastUsedAt);
    }

    /// <summary>
    /// Where somebody who signed in is a member: as whom they are linked, else as an address that nobody is linked to yet, in which case
    /// <see cref="IWorkspaceGrain.LinkMember"/> is due. One at most per workspace, in the order of their keys.
    /// </summary>
    /// <param name="subject"><c>issuer|sub</c>.</param>
    /// <param name="verifiedEmail">Only an address that the identity provider has verified; null without one.</param>
    /// <param name="cancel">Ends the query.</param>
    public async Task<IReadOnlyList<Membership>> FindMemberships(string subject, string? verifiedEmail, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var present = db.Set<MemberRow>().Where(row => row.RemovedAt == null);
        var linked = present.Where(row => row.Subject == subject);
        if (verifiedEmail is not null)
        {
            var email = Member.EmailKey(verifiedEmail);
            linked = linked.Concat(present.Where(row => row.Subject == null && row.EmailKey == email));
        }
        var found = await linked.Select(row => new Membership(row.Workspace, row.Id, row.Name, row.Role, row.Subject)).ToListAsync(cancel);
        return [.. found.GroupBy(one => one.Workspace).OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.OrderBy(one => one.Subject is null).First())];
    }

    /// <summary>All memberships of the person who is this member: those linked to the same subject, or this one alone while it is linked to none.</summary>
    public async Task<IReadOnlyList<Membership>> FindMembershipsOf(string workspace, string memberId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var present = db.Set<MemberRow>().Where(row => row.RemovedAt == null);
        var self = present.Where(row => row.Workspace == workspace && row.Id == memberId);
        var elsewhere = present.Where(row => row.Workspace != workspace && row.Subject != null && self.Any(one => one.Subject == row.Subject));
        return await self.Concat(elsewhere).Select(row => new Membership(row.Workspace, row.Id, row.Name, row.Role, row.Subject)).ToListAsync(cancel);
    }

    /// <summary>A workspace that was found once is not looked for again: there is no end of a workspace.</summary>
    public async Task<bool> WorkspaceExists(string workspace, CancellationToken cancel)
    {
        if (_existing.ContainsKey(workspace)) return true;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<WorkspaceName>().AnyAsync(row => row.Workspace == workspace, cancel) && (_existing[workspace] = true);
    }

    /// <summary>
    /// Notes that a token was used; once a minute is enough, so ask <see cref="TokenHolder.LastUsedAt"/> first. Never fails: what cannot be written is only
    /// said in the log. Not to be waited for by a request.
    /// </summary>
    public async Task Touch(string tokenId, string workspace, DateTimeOffset at)
    {
        try
        {
            await using var writing = await Writing.Begin(contexts, source, CancellationToken.None);
            var (now, before) = (Stored(writing.Db, at), Stored(writing.Db, at - UsesApart));
            await writing.Db.Database.ExecuteSqlAsync($"""
                INSERT INTO token_uses (workspace, token_id, last_used_at) VALUES ({workspace}, {tokenId}, {now})
                ON CONFLICT (workspace, token_id) DO UPDATE SET last_used_at = excluded.last_used_at WHERE token_uses.last_used_at <= {before}
                """);
        }
        catch (DbException e)
        {
            log.LogWarning(e, "The use of token {Token} could not be noted.", tokenId);
        }
    }

    private static object Stored(CrmDbContext db, DateTimeOffset at) => db.Engine == StorageEngine.Sqlite ? Microseconds.From(at) : Microseconds.Floor(at);
}
