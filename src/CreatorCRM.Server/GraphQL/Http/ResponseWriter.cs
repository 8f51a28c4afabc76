using System.Text;
using CreatorCRM.Storage;
using GraphQL;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Writes single answers. They are for their caller alone, so nobody on the way may keep them.</summary>
internal sealed class ResponseWriter(IGraphQLSerializer serializer)
{
    public static int StatusOf(ExecutionResult result, ResponseMediaType mediaType)
    {
        if (result.Executed) return StatusCodes.Status200OK;
        if (result.Errors?.OfType<InternalError>().Any() == true) return StatusCodes.Status500InternalServerError;
        var own = result.Errors?.OfType<CodedError>().FirstOrDefault()?.Status;
        if (mediaType == ResponseMediaType.GraphQLResponse) return own ?? StatusCodes.Status400BadRequest;
        // Clients that accept only application/json take another status for a broken connection or a proxy's answer: they would not send the document that we
        // do not know, and not see which field is forbidden.
        return own is null or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound ? StatusCodes.Status200OK : own.Value;
    }

    public Task Write(HttpContext http, ResponseMediaType mediaType, ExecutionResult result) => Write(http, mediaType, StatusOf(result, mediaType), result);

    public Task Write(HttpContext http, ResponseMediaType mediaType, IReadOnlyList<ExecutionResult> batch) =>
        Write<object>(http, mediaType, StatusCodes.Status200OK, batch);

    public Task Refuse(HttpContext http, ResponseMediaType? mediaType, ProtocolException problem) => Write(
        http, mediaType is null || mediaType == ResponseMediaType.EventStream ? ResponseMediaType.Json : mediaType, problem.Status,
        new ExecutionResult(problem.Error));

    /// <summary>As it would be written.</summary>
    public async Task<StoredAnswer> Render(ExecutionResult result, ResponseMediaType mediaType)
    {
        using var bytes = new MemoryStream();
        await serializer.WriteAsync(bytes, result, CancellationToken.None);
        return new StoredAnswer(StatusOf(result, mediaType), Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    public static Task Write(HttpContext http, ResponseMediaType mediaType, StoredAnswer answer)
    {
        Begin(http.Response, mediaType, answer.Status);
        return http.Response.WriteAsync(answer.Body, http.RequestAborted);
    }

    private Task Write(HttpContext http, ResponseMediaType mediaType, int status, ExecutionResult result)
    {
        if (result.Errors?.OfType<CodedError>().FirstOrDefault()?.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = $"{seconds}";
        return Write<ExecutionResult>(http, mediaType, status, result);
    }

    private Task Write<T>(HttpContext http, ResponseMediaType mediaType, int status, T result)
    {
        Begin(http.Response, mediaType, status);
        return serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
    }

    private static void Begin(HttpResponse response, ResponseMediaType mediaType, int status)
    {
        response.StatusCode = status;
        response.ContentType = mediaType.ContentType;
        response.Headers.XContentTypeOptions = "nosniff";
        if (status == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = HttpMethods.IsGet(response.HttpContext.Request.Method) ? "POST" : GraphQLEndpoint.Methods;
        if (status == StatusCodes.Status409Conflict) response.Headers.RetryAfter = "1";
    }
}
