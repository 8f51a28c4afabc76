using CreatorCRM.Common;

namespace CreatorCRM.Server.Access;

/// <summary>Gives each request its identity: today the owner of the one workspace.</summary>
public sealed class CallerMiddleware(RequestDelegate next)
{
    private static readonly Actor Owner = new("owner", "Owner");

    public Task InvokeAsync(HttpContext http, Caller caller)
    {
        caller.Identify("default", Owner, http.Request.Headers["Idempotency-Key"].FirstOrDefault());
        return next(http);
    }
}
