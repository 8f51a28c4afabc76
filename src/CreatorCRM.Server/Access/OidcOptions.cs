using CreatorCRM.Server.Hosting;

namespace CreatorCRM.Server.Access;

/// <summary>Whose JWTs are taken for signing in.</summary>
/// <param name="Authority">The issuer, under whose <c>.well-known/openid-configuration</c> its keys are found.</param>
/// <param name="Audience">What the tokens must be meant for.</param>
/// <param name="Algorithms">How they may be signed; never by a shared secret.</param>
internal sealed record OidcOptions(Uri Authority, string Audience, IReadOnlyList<string> Algorithms)
{
    private static readonly string[] Asymmetric = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>Null when no identity provider is configured.</summary>
    /// <exception cref="StartupException">A setting is wrong.</exception>
    public static OidcOptions? Read(IConfiguration configuration)
    {
        var oidc = configuration.GetSection("Oidc");
        if (oidc["Authority"] is not { Length: > 0 } authority) return null;
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var issuer)
            || !(issuer.Scheme == Uri.UriSchemeHttps || (issuer.Scheme == Uri.UriSchemeHttp && issuer.IsLoopback)))
            throw new StartupException($"Oidc__Authority must be the https address of an identity provider, and is '{authority}'.");
        if (oidc["Audience"] is not { Length: > 0 } audience)
            throw new StartupException("Set Oidc__Audience to what the identity provider's tokens for this server are meant for.");
        var algorithms = oidc["Algorithms"]?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } given
            ? given
            : ["RS256", "PS256", "ES256"];
        if (algorithms.Except(Asymmetric).ToList() is { Count: > 0 } unknown)
            throw new StartupException($"Oidc__Algorithms cannot hold {string.Join(", ", unknown)}: choose among {string.Join(", ", Asymmetric)}.");
        return new OidcOptions(issuer, audience, algorithms);
    }

    public string MetadataAddress => $"{Authority.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration";
}
