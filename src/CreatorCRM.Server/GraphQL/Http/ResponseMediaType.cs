using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// In which media type to answer. The two of GraphQL over HTTP differ in one thing: with application/json every well-formed request gets status 200, with
/// application/graphql-response+json a request that did not run gets 400. With text/event-stream the answers come as they happen.
/// </summary>
internal sealed class ResponseMediaType
{
    public static readonly ResponseMediaType Json = new("application/json");
    public static readonly ResponseMediaType GraphQLResponse = new("application/graphql-response+json");
    public static readonly ResponseMediaType EventStream = new("text/event-stream");

    // Between those that the client likes the same the first one wins.
    private static readonly ResponseMediaType[] All = [Json, GraphQLResponse, EventStream];

    private readonly MediaTypeHeaderValue _type;

    private ResponseMediaType(string type) => (_type, ContentType) = (new MediaTypeHeaderValue(type), $"{type}; charset=utf-8");

    public string ContentType { get; }

    /// <summary>The client's favourite; JSON when it says nothing or likes both the same. Null when it accepts none.</summary>
    public static ResponseMediaType? Negotiate(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0) return Json;
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)) return null;
        var favourite = All.MaxBy(type => type.Preference(accepted))!;
        return favourite.Preference(accepted).Quality > 0 ? favourite : null;
    }

    // The most specific range that covers the type decides its quality. Between equals the one named outright wins, then the one named first.
    private (double Quality, int Specificity, int Position) Preference(IList<MediaTypeHeaderValue> accepted) => accepted
        .Select((range, index) => (Range: range, Rank: (range.Quality ?? 1, Specificity: range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2, -index)))
        .Where(candidate => Covers(candidate.Range))
        .OrderByDescending(candidate => candidate.Rank.Specificity)
        .Select(candidate => candidate.Rank)
        .FirstOrDefault();

    private bool Covers(MediaTypeHeaderValue range) =>
        (range.MatchesAllTypes || (Same(range.Type, _type.Type) && (range.MatchesAllSubTypes || Same(range.SubType, _type.SubType))))
        && (!range.Charset.HasValue || Same(range.Charset, "utf-8"));

    private static bool Same(StringSegment left, StringSegment right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
