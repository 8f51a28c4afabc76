using CreatorCRM.Server.Access;
using GraphQL;

namespace CreatorCRM.Server.GraphQL;

/// <summary>GraphQL over WebSocket: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md</summary>
internal sealed class SocketEndpoint(
    OperationRunner runner, RequestReader reader, RefusalToll toll, LivePlaces places, IGraphQLSerializer serializer, LiveAccess access,
    GraphQLHostOptions options, TimeProvider time, IServiceScopeFactory scopes, IHostApplicationLifetime host, UnhandledExceptions unhandled)
{
    private const string Subprotocol = "graphql-transport-ws";

    public async Task Handle(HttpContext http)
    {
        var isKnown = http.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(isKnown ? Subprotocol : null);
        using var channel = new SocketChannel(socket, serializer, options, time);
        await using var operations = new SocketOperations(channel, runner, reader, toll, places, scopes, options, unhandled);
        var connection = new SocketConnection(http, channel, operations, places, access, options, unhandled, time);
        await connection.Run(isKnown ? null : SocketClosure.UnknownSubprotocol(), host.ApplicationStopping);
    }
}
