using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using GraphQL;
using GraphQL.Transport;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Reads a request of the GraphQL multipart request specification: the parts operations, map and one per file, in this order.
/// Files stream through; none is held in memory beyond the threshold.
/// </summary>
internal sealed class UploadReader(IGraphQLTextSerializer serializer, GraphQLHostOptions options)
{
    private const int MaxNameLength = 255;

    public async Task<GraphQLRequest> Read(HttpContext http, MediaTypeHeaderValue type)
    {
        Preflight.Require(http.Request, "multipart/form-data");
        var limit = options.MaxFileBytes + (2L * options.MaxRequestBytes);
        if (http.Request.ContentLength > limit) throw FileTooLarge();
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limit;
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary)) throw ProtocolException.BadRequest("multipart/form-data needs a boundary.");
        try
        {
            return await Read(http, new MultipartReader(boundary, http.Request.Body));
        }
        catch (Exception problem) when (problem is InvalidDataException || problem.GetType() == typeof(IOException))
        {
            throw ProtocolException.BadRequest("The multipart body is malformed.");
        }
    }

    private async Task<GraphQLRequest> Read(HttpContext http, MultipartReader reader)
    {
        var request = RequestJson.Read<GraphQLRequest>(await Field(reader, "operations", http.RequestAborted), serializer);
        var map = new UploadMap(RequestJson.Read<Inputs>(await Field(reader, "map", http.RequestAborted), serializer), options.MaxFiles);
        var variables = request.Variables?.ToDictionary() ?? [];
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                throw ProtocolException.BadRequest("A part has no Content-Disposition.");
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value;
            map.Place(name, variables, await File(section, disposition, http));
        }
        map.CheckAllPlaced();
        request.Variables = variables.ToInputs();
        return request;
    }

    private async Task<ReadOnlyMemory<byte>> Field(MultipartReader reader, string name, CancellationToken cancellation)
    {
        var section = await reader.ReadNextSectionAsync(cancellation);
        if (!ContentDispositionHeaderValue.TryParse(section?.ContentDisposition, out var disposition) || HeaderUtilities.RemoveQuotes(disposition.Name) != name)
            throw ProtocolException.BadRequest($"The parts must come in the order operations, map, files; {name} is missing in its place.");
        return await RequestJson.Receive(section!.Body, options.MaxRequestBytes,
            () => ProtocolException.TooLarge($"The part {name} may have at most {options.MaxRequestBytes} bytes."), cancellation);
    }

    private async Task<UploadedFile> File(MultipartSection section, ContentDispositionHeaderValue disposition, HttpContext http)
    {
        var content = new FileBufferingReadStream(section.Body, options.UploadMemoryBytes, null, options.UploadFolder);
        http.Response.RegisterForDisposeAsync(content);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            int count;
            while ((count = await content.ReadAsync(buffer, http.RequestAborted)) > 0)
            {
                hash.AppendData(buffer, 0, count);
                if (content.Position > options.MaxFileBytes) throw FileTooLarge();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        var length = content.Position;
        content.Position = 0;
        var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
        return new UploadedFile(Tidy(name), section.ContentType ?? "application/octet-stream", length,
            Convert.ToHexStringLower(hash.GetHashAndReset()), content);
    }

    // The last part of a path, in characters that can be shown and kept.
    private static string Tidy(string name) =>
        string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes().Where(rune => !Rune.IsControl(rune)).Take(MaxNameLength));

    private ProtocolException FileTooLarge() => ProtocolException.TooLarge($"A file may have at most {options.MaxFileBytes} bytes.");
}
