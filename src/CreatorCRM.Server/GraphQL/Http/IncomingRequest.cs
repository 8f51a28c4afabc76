using GraphQL.Transport;

namespace CreatorCRM.Server.GraphQL;

/// <summary>What an HTTP request asks for: one operation, or a batch of them.</summary>
internal sealed record IncomingRequest(IReadOnlyList<GraphQLRequest> Operations, bool IsBatch)
{
    public static IncomingRequest Single(GraphQLRequest request) => new([request], IsBatch: false);
}
