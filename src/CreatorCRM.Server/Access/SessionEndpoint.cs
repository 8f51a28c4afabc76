using Microsoft.AspNetCore.Mvc;

namespace CreatorCRM.Server.Access;

/// <summary>Signing in and out at the console.</summary>
internal static class SessionEndpoint
{
    private const int MaxBodyBytes = 20 * 1024;

    public static void MapConsoleSession(this IEndpointRouteBuilder routes, string path)
    {
        routes.MapPost(path, Begin).WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes));
        routes.MapDelete(path, End);
    }

    private static async Task<IResult> Begin(SignInRequest request, HttpContext http, Bearers bearers, Admission admission, Sessions sessions)
    {
        // Nobody shall be signed in as somebody else by another site.
        if (!Sessions.IsOurs(http.Request)) return AccessProblem.CrossSite.ToResult();
        if (http.Request.ContentLength is null or > MaxBodyBytes) return AccessProblem.BadToken.ToResult();
        if (request.Token is not { Length: > 0 } token) return AccessProblem.BadToken.ToResult();
        var credential = await bearers.Read(token, http.RequestAborted);
        if (credential.Value is not { } shown) return credential.Problem!.ToResult();
        // To belong to several workspaces is no obstacle: each request chooses.
        var identity = await admission.Admit(shown, workspace: null, isUse: true, http.RequestAborted);
        if (identity.Problem is { } problem && problem.Code != GraphQL.ErrorCodes.WorkspaceRequired) return problem.ToResult();
        await sessions.Begin(http, shown);
        return Results.NoContent();
    }

    private static async Task<IResult> End(HttpContext http, Sessions sessions)
    {
        if (!Sessions.IsOurs(http.Request)) return AccessProblem.CrossSite.ToResult();
        if (Sessions.IsShown(http.Request)) await sessions.End(http);
        return Results.NoContent();
    }
}

/// <param name="Token">An owner, personal or integration token, or a JWT of the identity provider.</param>
internal sealed record SignInRequest(string? Token);
