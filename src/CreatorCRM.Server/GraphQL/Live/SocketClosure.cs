using System.Net.WebSockets;

namespace CreatorCRM.Server.GraphQL;

/// <summary>The client broke the protocol, or may not go on: the socket is closed with this code. The message is for the client's developer.</summary>
internal sealed class SocketClosure(int code, string message) : Exception(message)
{
    public WebSocketCloseStatus Code { get; } = (WebSocketCloseStatus)code;

    public static SocketClosure BadMessage(string message) => new(4400, message);

    public static SocketClosure Unauthorized() => new(4401, "Unauthorized");

    public static SocketClosure Forbidden() => new(4403, "Forbidden");

    public static SocketClosure UnknownSubprotocol() => new(4406, "Subprotocol not acceptable");

    public static SocketClosure InitTimeout() => new(4408, "Connection initialisation timeout");

    public static SocketClosure DuplicateId(string id) => new(4409, $"Subscriber for {id} already exists");

    public static SocketClosure TooManyInits() => new(4429, "Too many initialisation requests");

    public static SocketClosure TooLarge(int bytes) => new((int)WebSocketCloseStatus.MessageTooBig, $"A message may have at most {bytes} bytes");

    public static SocketClosure ServerLeaves() => new((int)WebSocketCloseStatus.EndpointUnavailable, "The server is shutting down");

    public static SocketClosure Fault() => new(4500, "Internal server error");
}
