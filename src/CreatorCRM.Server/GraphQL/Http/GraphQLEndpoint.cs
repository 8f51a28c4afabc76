using GraphQL;

namespace CreatorCRM.Server.GraphQL;

/// <summary>GraphQL over HTTP: https://graphql.github.io/graphql-over-http/draft/</summary>
internal sealed class GraphQLEndpoint(OperationRunner runner, IGraphQLSerializer serializer, RequestReader reader, EventStreamWriter events)
{
    public async Task Handle(HttpContext http)
    {
        var mediaType = ResponseMediaType.Negotiate(http.Request);
        try
        {
            if (mediaType is null) throw ProtocolException.NotAcceptable();
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsPost(http.Request.Method)) throw ProtocolException.MethodNotAllowed();
            var request = await reader.Read(http);
            if (mediaType == ResponseMediaType.EventStream) await events.Write(http, cancel => Execute(OperationRule.Live(IsGet(http)), cancel));
            else await Answer(await Execute(OperationRule.Plain(IsGet(http)), http.RequestAborted));

            Task<ExecutionResult> Execute(OperationRule allowed, CancellationToken cancel) =>
                runner.Run(request, allowed, http.RequestServices, http.User, http.TraceIdentifier, cancel);
        }
        catch (ProtocolException problem)
        {
            await Refuse(http, mediaType, problem);
        }
        catch (BadHttpRequestException problem)
        {
            await Refuse(http, mediaType, ProtocolException.From(problem));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client is gone, and nobody waits for an answer.
        }

        Task Answer(ExecutionResult result) => Write(http, mediaType!, StatusOf(result, mediaType!), result);
    }

    private static bool IsGet(HttpContext http) => HttpMethods.IsGet(http.Request.Method);

    private static int StatusOf(ExecutionResult result, ResponseMediaType mediaType)
    {
        if (result.Executed) return StatusCodes.Status200OK;
        if (result.Errors?.OfType<InternalError>().Any() == true) return StatusCodes.Status500InternalServerError;
        // Plain JSON keeps its 200: only with the other type can a client be sure that a 403 is the server's answer.
        if (mediaType == ResponseMediaType.GraphQLResponse && result.Errors?.Any(error => error.Code == ErrorCodes.Forbidden) == true) return StatusCodes.Status403Forbidden;
        return result.Errors?.OfType<CodedError>().FirstOrDefault()?.Status
            ?? (mediaType == ResponseMediaType.GraphQLResponse ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private Task Refuse(HttpContext http, ResponseMediaType? mediaType, ProtocolException problem) => Write(
        http, mediaType is null || mediaType == ResponseMediaType.EventStream ? ResponseMediaType.Json : mediaType, problem.Status,
        new ExecutionResult(new CodedError(problem.Code, problem.Message)));

    private async Task Write(HttpContext http, ResponseMediaType mediaType, int status, ExecutionResult result)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = mediaType.ContentType;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (status == StatusCodes.Status405MethodNotAllowed) http.Response.Headers.Allow = IsGet(http) ? "POST" : "GET, POST";
        await serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
    }
}
