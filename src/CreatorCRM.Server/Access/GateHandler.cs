using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CreatorCRM.Server.Access;

/// <summary>The gate as ASP.NET Core knows it. Who is not let in learns why in the shape of a GraphQL error.</summary>
internal sealed class GateHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Gate gate)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Gate";

    private AccessProblem _problem = AccessProblem.Nobody;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var entry = await gate.Enter(Request, Context.RequestAborted);
        if (entry.Value is { } identity) return AuthenticateResult.Success(new AuthenticationTicket(identity.ToPrincipal(Name), Name));
        _problem = entry.Problem!;
        return _problem == AccessProblem.Nobody ? AuthenticateResult.NoResult() : AuthenticateResult.Fail(_problem.Message);
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await HandleAuthenticateOnceSafeAsync();
        Response.StatusCode = _problem.Status;
        if (_problem.Challenge is not null) Response.Headers.WWWAuthenticate = _problem.Challenge;
        Response.Headers.CacheControl = "no-store";
        await Response.WriteAsJsonAsync(_problem.ToAnswer());
    }
}
