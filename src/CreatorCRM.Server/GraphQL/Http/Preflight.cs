namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// A page of another site can make a browser send a GET or a form, but not with a header of these unless the server allows it beforehand. JSON by POST needs
/// none: its content type is such a header already.
/// </summary>
internal static class Preflight
{
    /// <summary>Ours; any value will do.</summary>
    public const string Header = "GraphQL-Preflight";

    private static readonly string[] Headers = [Header, "GraphQL-Require-Preflight", "X-Requested-With", "Apollo-Require-Preflight", "X-Apollo-Operation-Name",
        "Authorization"];

    /// <param name="what">Of the request, such as "a GET".</param>
    /// <exception cref="ProtocolException">There is none.</exception>
    public static void Require(HttpRequest request, string what)
    {
        // A browser tells itself where a request comes from, and pages cannot change that. EventSource, which can send no header, works by it on our own pages
        // with a session.
        if (request.Headers["Sec-Fetch-Site"] == "same-origin" || Array.Exists(Headers, header => !string.IsNullOrEmpty(request.Headers[header]))) return;
        throw new ProtocolException(StatusCodes.Status400BadRequest, ErrorCodes.PreflightRequired, $"Send the header {Header}: 1 with {what}.");
    }
}
