using System.Collections.Frozen;
using System.Text.Encodings.Web;
using CreatorCRM.Access;
using CreatorCRM.Common;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CreatorCRM.Server.Access;

/// <summary>Lets the bearer of the owner token in, and answers everybody else with 401 in the shape of a GraphQL error.</summary>
public static class OwnerAccess
{
    private const string SchemeName = "Bearer";

    private static readonly FrozenSet<Scope> Scopes = RoleScopes.Of(Role.Owner).Append(Scope.Installation).ToFrozenSet();

    public static void AddOwnerAccess(this IServiceCollection services, OwnerToken token)
    {
        services.AddSingleton(token).AddTransient<Handler>().AddAuthorization();
        // Not AddAuthentication: that brings data protection, which writes keys to the user's home although nothing here is encrypted.
        services.AddWebEncoders();
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = SchemeName;
            options.AddScheme<Handler>(SchemeName, null);
        });
    }

    private sealed class Handler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, OwnerToken token)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var header = Request.Headers.Authorization.ToString();
            if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return Task.FromResult(AuthenticateResult.NoResult());
            if (!token.Matches(header["Bearer ".Length..].Trim())) return Task.FromResult(AuthenticateResult.Fail("The token is not the owner's."));
            var owner = new Identity(CallerMiddleware.Workspace, new Actor("owner", "Owner"), Role.Owner, Scopes);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(owner.ToPrincipal(SchemeName), SchemeName)));
        }

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers.WWWAuthenticate = SchemeName;
            return Response.WriteAsJsonAsync(new
            {
                errors = new[] { new { message = "Send the owner token: Authorization: Bearer TOKEN.", extensions = new { code = "UNAUTHENTICATED" } } },
            });
        }
    }
}
