using System.Security.Cryptography;
using CreatorCRM.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Access;

/// <summary>
/// The browser's side of a console session: a cookie with a random secret that scripts cannot read and that the browser sends to no other site. Since it does
/// send it with everything to this one, a request that relies on it must show that a page of ours made it: <see cref="IsOurs"/>.
/// </summary>
internal sealed class Sessions(ConsoleSessions sessions, TimeProvider time)
{
    private const int SecretBytes = 32;

    public static bool IsShown(HttpRequest request) => request.Cookies.ContainsKey(CookieName(request));

    /// <param name="request">Shows the session.</param>
    /// <param name="isUse">Whether the session lasts longer by it.</param>
    /// <param name="cancel">Ends the question.</param>
    public async Task<Checked<Credential>> Read(HttpRequest request, bool isUse, CancellationToken cancel)
    {
        if (!IsOurs(request)) return AccessProblem.CrossSite;
        return await sessions.Find(AccessTokens.Hash(request.Cookies[CookieName(request)]!), time.GetUtcNow(), isUse, cancel) switch
        {
            { Kind: SessionKind.Owner } session => new OwnerCredential(session.Reference),
            { Kind: SessionKind.Token } session => new TokenCredential(session.Reference),
            { Kind: SessionKind.Person } session => new PersonCredential(session.Reference, session.Email, session.EndsAt),
            _ => AccessProblem.SessionEnded,
        };
    }

    public async Task Begin(HttpContext http, Credential credential)
    {
        var (now, secret) = (time.GetUtcNow(), RandomNumberGenerator.GetHexString(2 * SecretBytes, lowercase: true));
        var session = credential switch
        {
            OwnerCredential owner => new ConsoleSession(AccessTokens.Hash(secret), SessionKind.Owner, owner.Sha256, null, now, now + ConsoleSessions.Longest),
            TokenCredential token => new ConsoleSession(AccessTokens.Hash(secret), SessionKind.Token, token.Sha256, null, now, now + ConsoleSessions.Longest),
            PersonCredential person =>
                new ConsoleSession(AccessTokens.Hash(secret), SessionKind.Person, person.Subject, person.VerifiedEmail, now,
                    Earlier(person.ExpiresAt, now + ConsoleSessions.Longest)),
            _ => throw new InvalidOperationException($"{credential.GetType()} is no known credential."),
        };
        await sessions.Begin(session, http.RequestAborted);
        http.Response.Cookies.Append(CookieName(http.Request), secret, Cookie(http.Request, session.EndsAt - now));
    }

    public async Task End(HttpContext http)
    {
        await sessions.End(AccessTokens.Hash(http.Request.Cookies[CookieName(http.Request)]!), http.RequestAborted);
        http.Response.Cookies.Delete(CookieName(http.Request), Cookie(http.Request, maxAge: null));
    }

    /// <summary>
    /// True when a page of this server made the request. It names its origin, which only GETs of the same site leave out, and it carries the header. With a
    /// WebSocket's handshake browsers send no headers of the page's choice, but always the origin; with EventSource and downloads, which are GETs and change
    /// nothing, it is enough that the browser itself says that they come from here.
    /// </summary>
    public static bool IsOurs(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin")) return false;
        if (origin.Length > 0 && !IsSameOrigin(origin, request)) return false;
        if (request.HttpContext.WebSockets.IsWebSocketRequest) return origin.Length > 0;
        // Another site's page cannot send the header without being allowed to, and nobody is.
        var isMarked = request.Headers[Preflight.Header].Count > 0;
        return HttpMethods.IsGet(request.Method) ? isMarked || site.Length > 0 : isMarked && origin.Length > 0;
    }

    // A proxy that ends TLS may hide the scheme, but not host and port; the cookie itself is bound to the scheme.
    private static bool IsSameOrigin(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Scheme is "http" or "https"
            && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);

    // The prefix makes browsers refuse a cookie of this name that another host or an insecure page has set.
    private static string CookieName(HttpRequest request) => request.IsHttps ? "__Host-creatorcrm" : "creatorcrm";

    private static CookieOptions Cookie(HttpRequest request, TimeSpan? maxAge) =>
        new() { HttpOnly = true, Secure = request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = maxAge, IsEssential = true };

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;
}
