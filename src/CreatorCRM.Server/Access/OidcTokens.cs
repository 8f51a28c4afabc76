using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CreatorCRM.Server.Access;

/// <summary>
/// Reads the identity provider's JWTs, checked by Microsoft.IdentityModel: signature by a key of the provider and an allowed algorithm, issuer, audience,
/// lifetime, type. Keys that a token brings along or points at (jwk, jku, x5c, x5u) are never looked at.
/// </summary>
internal sealed class OidcTokens(OidcOptions options, OidcKeys keys, TimeProvider time)
{
    private const int MaxCharacters = 16 * 1024;
    private const int MaxSubject = 255;
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxCharacters };

    private readonly TokenValidationParameters _rules = new()
    {
        ConfigurationManager = keys,
        ValidAudience = options.Audience,
        ValidAlgorithms = options.Algorithms,
        // The second and third as RFC 9068 writes access tokens. Other kinds, such as logout tokens, are for other purposes.
        ValidTypes = ["JWT", "at+jwt", "application/at+jwt"],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        TryAllIssuerSigningKeys = false,
        // By the injected clock.
        LifetimeValidator = (from, until, _, _) => IsInTime(from, until, time.GetUtcNow()),
        LogValidationExceptions = false,
    };

    public async Task<Checked<Credential>> Read(string token, CancellationToken cancel)
    {
        if (token.Length > MaxCharacters || token.AsSpan().Count('.') != 2) return AccessProblem.BadToken;
        try
        {
            await keys.GetBaseConfigurationAsync(cancel);
        }
        catch (OidcUnreachableException)
        {
            return AccessProblem.Unreachable;
        }
        var result = await _handler.ValidateTokenAsync(token, _rules);
        if (!result.IsValid) return result.Exception is SecurityTokenExpiredException ? AccessProblem.Expired : AccessProblem.BadToken;
        return Person((JsonWebToken)result.SecurityToken) is { } person ? person : AccessProblem.BadToken;
    }

    private static PersonCredential? Person(JsonWebToken token)
    {
        // RFC 7515: who does not know an extension that is marked critical refuses the token. None is known here, and the library does not look.
        if (token.TryGetHeaderValue<object>("crit", out _)) return null;
        if (token.Subject is not { Length: > 0 and <= MaxSubject }) return null;
        var email = token.TryGetPayloadValue<string>("email", out var address) && IsVerified(token) && !string.IsNullOrWhiteSpace(address) ? address : null;
        return new PersonCredential($"{token.Issuer}|{token.Subject}", email, new DateTimeOffset(token.ValidTo, TimeSpan.Zero) + Skew);
    }

    // A boolean by the standard, a string with some providers.
    private static bool IsVerified(JsonWebToken token) =>
        token.TryGetPayloadValue<object>("email_verified", out var verified)
            && (verified is true || (verified is string text && text.Equals("true", StringComparison.OrdinalIgnoreCase)));

    private static bool IsInTime(DateTime? from, DateTime? until, DateTimeOffset now)
    {
        if (until is null) return false;
        if (until + Skew <= now.UtcDateTime) throw new SecurityTokenExpiredException();
        return from is null || from - Skew <= now.UtcDateTime;
    }
}
