using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Access;

/// <summary>What somebody signed in with at the console.</summary>
public enum SessionKind
{
    /// <summary>The installation's owner token, by its hash.</summary>
    Owner,

    /// <summary>An access token, by its hash.</summary>
    Token,

    /// <summary>A person whom the identity provider vouches for, by <c>issuer|sub</c>.</summary>
    Person,
}

/// <param name="Sha256">Of the secret that the browser holds, in hexadecimal.</param>
/// <param name="Reference">A hash or a subject, as the kind says.</param>
/// <param name="Email">Of a person, when the provider has verified it.</param>
/// <param name="SeenAt">To the minute.</param>
/// <param name="EndsAt">In any case.</param>
public sealed record ConsoleSession(string Sha256, SessionKind Kind, string Reference, string? Email, DateTimeOffset SeenAt, DateTimeOffset EndsAt);

/// <summary>
/// The console's sessions, shared by all nodes. One ends after two hours without a request and after twelve in any case. It never keeps what it was begun with
/// alive: a session of a revoked token opens nothing.
/// </summary>
public sealed class ConsoleSessions(IDbContextFactory<CrmDbContext> contexts, DbDataSource source)
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);
    private static readonly TimeSpan SightsApart = TimeSpan.FromMinutes(1);

    /// <summary>Keeps the session, and forgets those that have ended.</summary>
    public async Task Begin(ConsoleSession session, CancellationToken cancel)
    {
        await using var writing = await Writing.Begin(contexts, source, cancel);
        var idleSince = session.SeenAt - Idle;
        await writing.Db.Set<ConsoleSession>().Where(old => old.EndsAt <= session.SeenAt || old.SeenAt <= idleSince).ExecuteDeleteAsync(cancel);
        writing.Db.Add(session);
        await writing.Db.SaveChangesAsync(cancel);
    }

    /// <summary>Null when there is no such session, or it has ended.</summary>
    /// <param name="sha256">Of its secret.</param>
    /// <param name="now">The time.</param>
    /// <param name="isUse">True for a request, which keeps the session from ending.</param>
    /// <param name="cancel">Ends the search.</param>
    public async Task<ConsoleSession?> Find(string sha256, DateTimeOffset now, bool isUse, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var idleSince = now - Idle;
        var found = await At(db, sha256).SingleOrDefaultAsync(session => session.EndsAt > now && session.SeenAt > idleSince, cancel);
        if (found is null || !isUse || found.SeenAt > now - SightsApart) return found;
        await using var writing = await Writing.Begin(contexts, source, cancel);
        await At(writing.Db, sha256).ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now), cancel);
        return found;
    }

    public async Task End(string sha256, CancellationToken cancel)
    {
        await using var writing = await Writing.Begin(contexts, source, cancel);
        await At(writing.Db, sha256).ExecuteDeleteAsync(cancel);
    }

    private static IQueryable<ConsoleSession> At(CrmDbContext db, string sha256) => db.Set<ConsoleSession>().Where(session => session.Sha256 == sha256);
}
