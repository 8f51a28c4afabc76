namespace CreatorCRM.Server.Access;

/// <summary>Tells the request on whose behalf it runs.</summary>
public sealed class CallerMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, Caller caller)
    {
        caller.Identify(http.User, http.Request.Headers["Idempotency-Key"].FirstOrDefault());
        return next(http);
    }
}
