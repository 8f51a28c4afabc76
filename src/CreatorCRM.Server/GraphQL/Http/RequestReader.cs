using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using GraphQL;
using GraphQL.Transport;
using Microsoft.Net.Http.Headers;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Makes a GraphQL request of an HTTP request, as GraphQL over HTTP says.</summary>
internal sealed class RequestReader(IGraphQLTextSerializer serializer, UploadReader uploads, GraphQLHostOptions options)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

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
        if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) return IncomingRequest.Single(Complete(await uploads.Read(http, type)));
        if (!type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)) throw Unsupported();
        if (http.Request.ContentLength > options.MaxRequestBytes) throw BodyTooLarge();
        var json = await ReadText(http.Request.Body, options.MaxRequestBytes, BodyTooLarge, http.RequestAborted);
        return json.AsSpan().TrimStart().StartsWith('[') ? ReadBatch(json) : IncomingRequest.Single(Read(json));
    }

    private IncomingRequest ReadBatch(string json)
    {
        using var batch = Json<JsonDocument>(json, serializer);
        var entries = batch.RootElement.EnumerateArray().ToArray();
        if (entries.Length == 0) throw ProtocolException.BadBatch("A batch holds at least one request.");
        if (entries.Length > options.MaxBatch) throw ProtocolException.BadBatch($"A batch may hold at most {options.MaxBatch} requests.");
        if (Array.FindIndex(entries, entry => entry.ValueKind != JsonValueKind.Object) is var at and >= 0)
            throw ProtocolException.BadBatch($"Entry {at} of the batch is no request: each is a JSON object.");
        return new IncomingRequest([.. entries.Select(entry => Read(entry.GetRawText()))], IsBatch: true);
    }

    /// <summary>The request of a message.</summary>
    public GraphQLRequest Read(string json) => Complete(Json<GraphQLRequest>(json, serializer));

    private Inputs? Inputs(string? json, string parameter)
    {
        if (string.IsNullOrEmpty(json)) return null;
        JsonBounds.Check(json);
        try
        {
            return serializer.Deserialize<Inputs>(json);
        }
        catch (Exception problem) when (IsUnreadable(problem))
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

    private ProtocolException BodyTooLarge() => ProtocolException.TooLarge($"A request may have at most {options.MaxRequestBytes} bytes. Send large content as a file.");

    private static ProtocolException Unsupported() => new(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.UnsupportedMediaType,
        "Send application/json in UTF-8, not compressed, or multipart/form-data for files.");

    internal static T Json<T>(string json, IGraphQLTextSerializer serializer)
        where T : class
    {
        JsonBounds.Check(json);
        try
        {
            // Of a member that comes twice the engine would take the last, and somebody on the way perhaps the first.
            using var strict = JsonDocument.Parse(json, Strict);
            return serializer.Deserialize<T>(json) ?? throw ProtocolException.BadRequest("The request is empty.");
        }
        catch (Exception problem) when (IsUnreadable(problem))
        {
            throw ProtocolException.BadRequest("The request is not a JSON object with a string \"query\" and the optional members "
                + "\"operationName\" (a string), \"variables\" and \"extensions\" (objects).");
        }
    }

    // All that the JSON reader and GraphQL.NET's converters throw for wrong tokens, doubled members and lone surrogates.
    private static bool IsUnreadable(Exception problem) =>
        problem is JsonException or InvalidOperationException or ArgumentException or FormatException or NotImplementedException;

    /// <summary>Reads to the end as strict UTF-8.</summary>
    internal static async Task<string> ReadText(Stream stream, int maxBytes, Func<ProtocolException> tooLarge, CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        while (true)
        {
            var count = await stream.ReadAsync(buffer.GetMemory(4096), cancellation);
            if (count == 0) break;
            buffer.Advance(count);
            if (buffer.WrittenCount > maxBytes) throw tooLarge();
        }
        var bytes = buffer.WrittenSpan.StartsWith("\uFEFF"u8) ? buffer.WrittenSpan[3..] : buffer.WrittenSpan;
        return Utf8.IsValid(bytes) ? System.Text.Encoding.UTF8.GetString(bytes) : throw ProtocolException.BadRequest("The request is not valid UTF-8.");
    }
}
