using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using GraphQL;

namespace CreatorCRM.Server.GraphQL;

/// <summary>The JSON of a request, read from the bytes as they came: a large one becomes text only where it is a string.</summary>
internal static class RequestJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads to the end.</summary>
    /// <param name="length">How many bytes there will be, if that is known.</param>
    public static async Task<ReadOnlyMemory<byte>> Receive(Stream stream, int maxBytes, Func<ProtocolException> tooLarge, CancellationToken cancel,
        long? length = null)
    {
        // One more, so that the end is found without growing.
        var buffer = new ArrayBufferWriter<byte>((int)Math.Clamp((length ?? 4095) + 1, 1, maxBytes + 1L));
        while (true)
        {
            var count = await stream.ReadAsync(buffer.GetMemory(1), cancel);
            if (count == 0) break;
            buffer.Advance(count);
            if (buffer.WrittenCount > maxBytes) throw tooLarge();
        }
        return buffer.WrittenSpan.StartsWith("\uFEFF"u8) ? buffer.WrittenMemory[3..] : buffer.WrittenMemory;
    }

    /// <exception cref="ProtocolException">It is not JSON in strict UTF-8, too much of it, or a member comes twice.</exception>
    public static JsonDocument Open(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span)) throw ProtocolException.BadRequest("The request is not valid UTF-8.");
        JsonBounds.Check(json.Span);
        try
        {
            // Of a member that comes twice the engine would take the last, and somebody on the way perhaps the first.
            return JsonDocument.Parse(json, Strict);
        }
        catch (Exception problem) when (IsUnreadable(problem))
        {
            throw NoRequest();
        }
    }

    public static T Read<T>(ReadOnlyMemory<byte> json, IGraphQLTextSerializer serializer)
        where T : class
    {
        using var document = Open(json);
        return Read<T>(document.RootElement, serializer);
    }

    public static T Read<T>(JsonElement json, IGraphQLTextSerializer serializer)
        where T : class
    {
        try
        {
            return serializer.ReadNode<T>(json) ?? throw ProtocolException.BadRequest("The request is empty.");
        }
        catch (Exception problem) when (IsUnreadable(problem))
        {
            throw NoRequest();
        }
    }

    // All that the JSON reader and GraphQL.NET's converters throw for wrong tokens, doubled members and lone surrogates.
    public static bool IsUnreadable(Exception problem) =>
        problem is JsonException or InvalidOperationException or ArgumentException or FormatException or NotImplementedException;

    private static ProtocolException NoRequest() =>
        ProtocolException.BadRequest("The request is not a JSON object with a string \"query\" and the optional members "
        + "\"operationName\" (a string), \"variables\" and \"extensions\" (objects).");
}
