using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CreatorCRM.Server.Tests.Limits;

/// <summary>A request that means harm, and what it gets.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="Status">Of the answer, in the media type <c>application/graphql-response+json</c>.</param>
/// <param name="Code">Of the first error; null: it is carried out, for it harms nobody.</param>
internal sealed record HostileRequest(string Name, HttpStatusCode Status, string? Code)
{
    /// <summary>It is carried out and takes the server some time, which its caller pays for.</summary>
    public bool IsDear { get; private init; }

    private HttpMethod Method { get; init; } = HttpMethod.Post;

    private string Url { get; init; } = "";

    private byte[] Body { get; init; } = [];

    /// <summary>In bytes.</summary>
    public int Size => Body.Length;

    private string ContentType { get; init; } = "application/json";

    /// <summary>Refused before it runs, or for the operation's first error.</summary>
    public static HostileRequest Document(string name, string code, string document, string variables = "{}", HttpStatusCode status = HttpStatusCode.BadRequest) =>
        Raw(name, code, $$"""{ "query": {{JsonSerializer.Serialize(document)}}, "variables": {{variables}} }""", status);

    /// <summary>What harms nobody is carried out.</summary>
    public static HostileRequest Harmless(string name, string document) => Document(name, null!, document, status: HttpStatusCode.OK);

    /// <summary>What is dear is carried out, too, and paid for by its cost.</summary>
    public static HostileRequest Dear(string name, string document) => Harmless(name, document) with { IsDear = true };

    public static HostileRequest Raw(string name, string code, string body, HttpStatusCode status = HttpStatusCode.BadRequest) =>
        Bytes(name, code, Encoding.UTF8.GetBytes(body), status);

    public static HostileRequest Bytes(string name, string code, byte[] body, HttpStatusCode status = HttpStatusCode.BadRequest,
        string contentType = "application/json") =>
        new(name, status, code) { Body = body, ContentType = contentType };

    public static HostileRequest Get(string name, string code, HttpStatusCode status, string query) =>
        new(name, status, code) { Method = HttpMethod.Get, Url = query };

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Url);
        message.Headers.Accept.Add(new("application/graphql-response+json"));
        // Otherwise a refused body of megabytes breaks the connection before its answer is read.
        message.Headers.ExpectContinue = Body.Length > 1_000_000;
        if (Method == HttpMethod.Post) message.Content = new ByteArrayContent(Body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(ContentType) } };
        return message;
    }

    public override string ToString() => Name;
}
