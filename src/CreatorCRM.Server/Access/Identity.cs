using System.Security.Claims;
using CreatorCRM.Access;
using CreatorCRM.Common;

namespace CreatorCRM.Server.Access;

/// <summary>Who a request comes from and what they may do, as authentication found out.</summary>
/// <param name="Workspace">The one workspace that the request sees.</param>
/// <param name="Role">What they are there.</param>
/// <param name="Scopes">What they may do there: their role's scopes, or those of them that the token names.</param>
/// <param name="ExpiresAt">When the token or session ends; null when it does not.</param>
public sealed record Identity(string Workspace, Actor Actor, Role Role, IReadOnlySet<Scope> Scopes, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>Who it comes from at a later moment; null when that cannot change.</summary>
    internal Func<CancellationToken, Task<Checked<Identity>>>? AskAgain { get; init; }

    internal bool HasSameRightsAs(Identity other) =>
        Workspace == other.Workspace && Actor == other.Actor && Role == other.Role && Scopes.SetEquals(other.Scopes);

    /// <summary>What ASP.NET Core carries with the request.</summary>
    /// <param name="scheme">The name of the authentication scheme that found out.</param>
    public ClaimsPrincipal ToPrincipal(string scheme) => new(new Carrier(this, scheme));

    /// <summary>Null for somebody who is not authenticated.</summary>
    public static Identity? Of(ClaimsPrincipal user) => user.Identities.OfType<Carrier>().SingleOrDefault()?.Identity;

    private sealed class Carrier(Identity identity, string scheme) : ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, identity.Actor.Id)], scheme)
    {
        public Identity Identity => identity;
    }
}
