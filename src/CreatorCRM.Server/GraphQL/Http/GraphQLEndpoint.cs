using CreatorCRM.Server.Access;
using CreatorCRM.Storage;
using GraphQL;
using GraphQL.Transport;

namespace CreatorCRM.Server.GraphQL;

/// <summary>GraphQL over HTTP: https://graphql.github.io/graphql-over-http/draft/</summary>
internal sealed class GraphQLEndpoint(
    OperationRunner runner, BatchRunner batches, RequestReader reader, ResponseWriter answers, EventStreamWriter events, RequestStore requests,
    RefusalToll toll, LivePlaces places, GraphQLHostOptions limits, ILogger<GraphQLEndpoint> log)
{
    public const string Methods = "GET, POST, OPTIONS";

    public async Task Handle(HttpContext http)
    {
        var mediaType = ResponseMediaType.Negotiate(http.Request);
        http.Response.Headers.Vary = "Accept";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            if (HttpMethods.IsOptions(http.Request.Method)) Describe(http.Response);
            else await Answer(http, mediaType ?? throw ProtocolException.NotAcceptable());
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

    private async Task Answer(HttpContext http, ResponseMediaType mediaType)
    {
        if (await toll.SlowObjection(CallerOf(http), http.RequestAborted) is { } objection) throw ProtocolException.RateLimited(objection);
        if (!IsGet(http) && !HttpMethods.IsPost(http.Request.Method)) throw ProtocolException.MethodNotAllowed();
        if (IsGet(http)) Preflight.Require(http.Request, "a GET");
        // Reading the header before the body spares the sender of a wrong one the upload.
        var key = IsGet(http) ? null : IdempotencyKey.TryRead(http.Request, out var given) ? given : throw ProtocolException.BadIdempotencyKey();
        var request = await reader.Read(http);
        if (request.IsBatch)
        {
            if (mediaType == ResponseMediaType.EventStream) throw ProtocolException.BadBatch("A batch cannot be answered by text/event-stream.");
            if (key is not null)
                throw ProtocolException.BadBatch("An Idempotency-Key is for one request. In a batch give each mutation an idempotencyKey in its input.");
            await answers.Write(http, mediaType, await batches.Run(request.Operations, http.User, http.TraceIdentifier, http.RequestAborted));
        }
        else if (mediaType == ResponseMediaType.EventStream) await Stream(http, request.Operations[0]);
        else if (key is null)
            await answers.Write(http, mediaType, await Execute(http, request.Operations[0], OperationRule.Plain(IsGet(http)), null, http.RequestAborted));
        else await AnswerOnce(http, mediaType, request.Operations[0], key);
    }

    private async Task Stream(HttpContext http, GraphQLRequest request)
    {
        using var place = places.Enter(CallerOf(http).Identity);
        if (place is null)
        {
            toll.Take(CallerOf(http), http.Request.ContentLength ?? 0);
            throw ProtocolException.RateLimited(places.Objection);
        }
        await events.Write(http, cancel => Execute(http, request, OperationRule.Live(IsGet(http)), null, cancel));
    }

    private async Task AnswerOnce(HttpContext http, ResponseMediaType mediaType, GraphQLRequest request, string key)
    {
        await using var keyed = new KeyedRequest(requests, key, RequestStore.LeaseFor(limits.ExecutionTimeout), CallerOf(http), log);
        var result = await Execute(http, request, OperationRule.Plain(isGet: false), keyed, http.RequestAborted);
        if (keyed.Earlier is { } earlier)
        {
            http.Response.Headers["Idempotency-Replayed"] = "true";
            await ResponseWriter.Write(http, mediaType, earlier);
        }
        else if (keyed.Keeps(result))
        {
            var answer = await answers.Render(result, mediaType);
            await keyed.Keep(answer);
            await ResponseWriter.Write(http, mediaType, answer);
        }
        else await answers.Write(http, mediaType, result);
    }

    private Task<ExecutionResult> Execute(HttpContext http, GraphQLRequest request, OperationRule allowed, KeyedRequest? keyed, CancellationToken cancel) =>
        runner.Run(request, allowed, http.RequestServices, http.User, http.TraceIdentifier, cancel, keyed);

    private Task Refuse(HttpContext http, ResponseMediaType? mediaType, ProtocolException problem)
    {
        if (problem.Status != StatusCodes.Status429TooManyRequests) toll.Take(CallerOf(http), http.Request.ContentLength ?? 0);
        return answers.Refuse(http, mediaType, problem);
    }

    private static void Describe(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.Allow = Methods;
    }

    private static Caller CallerOf(HttpContext http) => http.RequestServices.GetRequiredService<Caller>();

    private static bool IsGet(HttpContext http) => HttpMethods.IsGet(http.Request.Method);
}
