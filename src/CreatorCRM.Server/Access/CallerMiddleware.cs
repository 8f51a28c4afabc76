using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Access;

/// <summary>Tells the request on whose behalf it runs.</summary>
public sealed class CallerMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, Caller caller)
    {
        caller.Identify(http.User, IdempotencyKey.Of(http.Request));
        return next(http);
    }
}
