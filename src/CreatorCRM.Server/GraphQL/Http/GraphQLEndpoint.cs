using GraphQL;
using GraphQL.Transport;
using GraphQL.Validation;

namespace CreatorCRM.Server.GraphQL;

/// <summary>GraphQL over HTTP: https://graphql.github.io/graphql-over-http/draft/</summary>
internal sealed class GraphQLEndpoint(
    IDocumentExecuter executer, IGraphQLSerializer serializer, RequestReader reader, CrmSchema schema, UnhandledExceptions unhandled)
{
    public async Task Handle(HttpContext http)
    {
        var mediaType = ResponseMediaType.Negotiate(http.Request);
        try
        {
            if (mediaType is null) throw ProtocolException.NotAcceptable();
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsPost(http.Request.Method)) throw ProtocolException.MethodNotAllowed();
            var result = await Execute(http, await reader.Read(http));
            await Write(http, mediaType, StatusOf(result, mediaType), result);
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
    }

    private Task<ExecutionResult> Execute(HttpContext http, GraphQLRequest request)
    {
        var operations = HttpMethods.IsGet(http.Request.Method) ? OperationRule.Get : OperationRule.Post;
        return executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Query = request.Query,
            DocumentId = request.DocumentId,
            OperationName = request.OperationName,
            Variables = request.Variables,
            Extensions = request.Extensions,
            RequestServices = http.RequestServices,
            User = http.User,
            CancellationToken = http.RequestAborted,
            ValidationRules = DocumentValidator.CoreRules.Append(operations),
            CachedDocumentValidationRules = [operations],
            UnhandledExceptionDelegate = exception => unhandled.Handle(exception, http.TraceIdentifier),
        });
    }

    private static int StatusOf(ExecutionResult result, ResponseMediaType mediaType)
    {
        if (result.Executed) return StatusCodes.Status200OK;
        if (result.Errors?.OfType<InternalError>().Any() == true) return StatusCodes.Status500InternalServerError;
        return result.Errors?.OfType<CodedError>().FirstOrDefault()?.Status
            ?? (mediaType == ResponseMediaType.GraphQLResponse ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private Task Refuse(HttpContext http, ResponseMediaType? mediaType, ProtocolException problem) =>
        Write(http, mediaType ?? ResponseMediaType.Json, problem.Status, new ExecutionResult(new CodedError(problem.Code, problem.Message)));

    private async Task Write(HttpContext http, ResponseMediaType mediaType, int status, ExecutionResult result)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = mediaType.ContentType;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (status == StatusCodes.Status405MethodNotAllowed) http.Response.Headers.Allow = HttpMethods.IsGet(http.Request.Method) ? "POST" : "GET, POST";
        await serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
    }
}
