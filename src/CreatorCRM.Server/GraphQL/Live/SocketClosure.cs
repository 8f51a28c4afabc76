using System.Net.WebSockets;

namespace CreatorCRM.Server.GraphQL;

/// <summary>The client broke the protocol, or may not go on: the socket is closed with this code. The message is for the client's developer.</summary>
internal sealed class SocketClosure(SocketCloseCode code, string message) : Exception(message)
{
    public WebSocketCloseStatus Code { get; } = (WebSocketCloseStatus)code;

    public static SocketClosure BadMessage(string message) => new(SocketCloseCode.BadMessage, message);

    public static SocketClosure Unauthorized() => new(SocketCloseCode.Unauthorized, "Unauthorized");

    public static SocketClosure Forbidden() => new(SocketCloseCode.Forbidden, "Forbidden");

    public static SocketClosure UnknownSubprotocol() => new(SocketCloseCode.UnknownSubprotocol, "Subprotocol not acceptable");

    public static SocketClosure InitTimeout() => new(SocketCloseCode.InitTimeout, "Connection initialisation timeout");

    public static SocketClosure DuplicateId(string id) => new(SocketCloseCode.DuplicateId, $"Subscriber for {id} already exists");

    public static SocketClosure TooManyOpen() => new(SocketCloseCode.TooManyInits, "Too many connections and operations are open");

    public static SocketClosure TooManyInits() => new(SocketCloseCode.TooManyInits, "Too many initialisation requests");

    public static SocketClosure TooLarge(int bytes) => new(SocketCloseCode.TooLarge, $"A message may have at most {bytes} bytes");

    public static SocketClosure ServerLeaves() => new(SocketCloseCode.ServerLeaves, "The server is shutting down");

    public static SocketClosure Fault(string correlationId) => new(SocketCloseCode.Fault, $"Internal server error, correlation id {correlationId}");
}
