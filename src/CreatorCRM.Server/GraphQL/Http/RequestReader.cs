using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.Transport;
using Microsoft.Net.Http.Headers;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Makes a GraphQL request of an HTTP request, as GraphQL over HTTP says.</summary>
internal sealed class RequestReader(IGraphQLTextSerializer serializer, UploadReader uploads, GraphQLHostOptions options)
{
    public async Task<IncomingRequest> Read(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) ? IncomingRequest.Single(ReadQuery(http.Request.Query)) : await ReadBody(http);

    private GraphQLRequest ReadQuery(IQueryCollection query) => Complete(new GraphQLRequest
    {
        Query = Parameter(query, "query"),
        DocumentId = Parameter(query, "documentId"),
        OperationName = Parameter(query, "operationName"),
        Variables = Inputs(Parameter(query, "variables"), "variables"),
        Extensions = Inputs(Parameter(query, "extensions"), "extensions"),
    });

    private static string? Parameter(IQueryCollection query, string name) => query[name] switch
    {
        { Count: > 1 } => throw ProtocolException.BadRequest($"The parameter {name} came twice."),
        [{ Length: > 0 } value] => value,
        _ => null,
    };

    private async Task<IncomingRequest> ReadBody(HttpContext http)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)) throw Unsupported();
        if (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)) throw Unsupported();
        if (http.Request.Headers.ContentEncoding.Count > 0) throw Unsupported();
        if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return IncomingRequest.Single(Complete(await uploads.Read(http, type)));
        if (!type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)) throw Unsupported();
        if (http.Request.ContentLength > options.MaxRequestBytes) throw BodyTooLarge();
        using var json = RequestJson.Open(await RequestJson.Receive(http.Request.Body, options.MaxRequestBytes, BodyTooLarge, http.RequestAborted,
            http.Request.ContentLength));
        return json.RootElement.ValueKind == JsonValueKind.Array ? ReadBatch(json.RootElement) : IncomingRequest.Single(Read(json.RootElement));
    }

    private IncomingRequest ReadBatch(JsonElement batch)
    {
        var entries = batch.EnumerateArray().ToArray();
        if (entries.Length == 0) throw ProtocolException.BadBatch("A batch holds at least one request.");
        if (entries.Length > options.MaxBatch) throw ProtocolException.BadBatch($"A batch may hold at most {options.MaxBatch} requests.");
        if (Array.FindIndex(entries, entry => entry.ValueKind != JsonValueKind.Object) is var at and >= 0)
            throw ProtocolException.BadBatch($"Entry {at} of the batch is no request: each is a JSON object.");
        return new IncomingRequest([.. entries.Select(Read)], IsBatch: true);
    }

    /// <summary>The request of a message.</summary>
    public GraphQLRequest Read(ReadOnlyMemory<byte> json) => Complete(RequestJson.Read<GraphQLRequest>(json, serializer));

    private GraphQLRequest Read(JsonElement json) => Complete(RequestJson.Read<GraphQLRequest>(json, serializer));

    private Inputs? Inputs(string? json, string parameter)
    {
        if (string.IsNullOrEmpty(json)) return null;
        JsonBounds.Check(Encoding.UTF8.GetBytes(json));
        try
        {
            return serializer.Deserialize<Inputs>(json);
        }
        catch (Exception problem) when (RequestJson.IsUnreadable(problem))
        {
            throw ProtocolException.BadRequest($"The parameter {parameter} is not a JSON object.");
        }
    }

    private static GraphQLRequest Complete(GraphQLRequest request)
    {
        if (string.IsNullOrEmpty(request.Query)) request.Query = null;
        if (string.IsNullOrEmpty(request.DocumentId)) request.DocumentId = null;
        return request.Query is not null || request.DocumentId is not null || request.Extensions?.ContainsKey(AutomaticPersistedQueries.Extension) == true
            ? request
            : throw ProtocolException.BadRequest("The request has no query. Send a JSON object with the member \"query\", or a \"documentId\".");
    }

    private ProtocolException BodyTooLarge() =>
        ProtocolException.TooLarge($"A request may have at most {options.MaxRequestBytes} bytes. Send large content as a file.");

    private static ProtocolException Unsupported() => new(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.UnsupportedMediaType,
        "Send application/json in UTF-8, not compressed, or multipart/form-data for files.");
}
