using System.Collections.Immutable;

namespace CreatorCRM.Access;

/// <summary>Whom a token stands for.</summary>
public enum TokenKind
{
    /// <summary>A member: it acts in their name and never may more than they.</summary>
    Personal,

    /// <summary>Another program.</summary>
    Integration,
}

/// <summary>A key to the workspace. The secret itself is nowhere kept.</summary>
/// <param name="MemberId">Of a personal token; null for an integration.</param>
/// <param name="Scopes">What was asked for; what a personal token may is also bounded by its member's role.</param>
/// <param name="Sha256">Of the secret, in hexadecimal.</param>
/// <param name="LastFour">The end of the secret, for telling tokens apart.</param>
/// <param name="ExpiresAt">Null: never.</param>
public sealed record AccessToken(
    string Id, TokenKind Kind, string? MemberId, string Name, ImmutableArray<Scope> Scopes, string Sha256, string LastFour,
    DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt)
{
    public bool WorksAt(DateTimeOffset now) => RevokedAt is null && !(ExpiresAt <= now);

    /// <summary>What a token may, given what its bearer may.</summary>
    public static IReadOnlySet<Scope> Effective(Role role, IEnumerable<Scope> scopes) => RoleScopes.Of(role).Intersect(scopes).ToHashSet();

    /// <summary>As events name a program that did something.</summary>
    public static Actor ActorOf(string id, string name) => new($"token:{id}", name);
}
