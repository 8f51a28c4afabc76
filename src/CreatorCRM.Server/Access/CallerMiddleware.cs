using System.Security.Claims;
using CreatorCRM.Common;

namespace CreatorCRM.Server.Access;

/// <summary>Tells the request on whose behalf it runs. There is one workspace; who is not authenticated stays nobody and can ask nothing.</summary>
public sealed class CallerMiddleware(RequestDelegate next)
{
    public const string Workspace = "default";

    public Task InvokeAsync(HttpContext http, Caller caller)
    {
        if (http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id)
            caller.Identify(Workspace, new Actor(id, http.User.FindFirstValue(ClaimTypes.Name) ?? id), http.Request.Headers["Idempotency-Key"].FirstOrDefault());
        return next(http);
    }
}
