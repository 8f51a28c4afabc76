using System.Net.WebSockets;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Why the server closes a WebSocket: codes of RFC 6455, and from 4400 those of graphql-transport-ws.</summary>
internal enum SocketCloseCode
{
    /// <summary>The server is shutting down. Connect again; another node may answer.</summary>
    ServerLeaves = WebSocketCloseStatus.EndpointUnavailable,

    /// <summary>A message is larger than a request may be.</summary>
    TooLarge = WebSocketCloseStatus.MessageTooBig,

    /// <summary>What came is no message of the protocol, or no request; the reason says what is wrong.</summary>
    BadMessage = 4400,

    /// <summary>An operation came before connection_init, that gave no token, or the token expired or the session ended while connected.</summary>
    Unauthorized = 4401,

    /// <summary>The token is not accepted, or what the caller may do was taken away or changed: connect again.</summary>
    Forbidden = 4403,

    /// <summary>The client does not speak graphql-transport-ws.</summary>
    UnknownSubprotocol = 4406,

    /// <summary>connection_init did not come in time.</summary>
    InitTimeout = 4408,

    /// <summary>An operation has the id of one that is still running.</summary>
    DuplicateId = 4409,

    /// <summary>connection_init came twice, or its caller has as much open on this node as they may; the reason says which.</summary>
    TooManyInits = 4429,

    /// <summary>Our fault. The log has the reason under the correlation id that the close reason names.</summary>
    Fault = 4500,
}
