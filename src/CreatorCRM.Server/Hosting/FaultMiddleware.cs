using CreatorCRM.Server.GraphQL;
using GraphQL;

namespace CreatorCRM.Server.Hosting;

/// <summary>
/// Catches what goes wrong outside the fields of a request, as when the database is lost while the caller is looked up: the client learns a correlation id in
/// the shape of a GraphQL error, and nothing else. Stands before all that answers.
/// </summary>
internal sealed class FaultMiddleware(RequestDelegate next, UnhandledExceptions unhandled, ResponseWriter answers)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception fault) when (fault is not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested)
        {
            var error = unhandled.Report(fault, http.Request.Path, http.TraceIdentifier);
            // What was sent looks whole to nobody when the connection breaks.
            if (http.Response.HasStarted) http.Abort();
            else await Answer(http, error);
        }
    }

    private Task Answer(HttpContext http, InternalError error)
    {
        http.Response.Clear();
        http.Response.Headers.CacheControl = "no-store";
        return answers.Write(http, ResponseMediaType.Json, new ExecutionResult(error));
    }
}
