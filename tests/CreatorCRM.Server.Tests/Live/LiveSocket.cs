using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace CreatorCRM.Server.Tests.Live;

/// <summary>A client of graphql-transport-ws that says exactly what a test wants.</summary>
internal sealed class LiveSocket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _limit = new(Patience);

    public WebSocketCloseStatus? Closed => _socket.CloseStatus;

    public string? Reason => _socket.CloseStatusDescription;

    /// <summary>A socket on which nothing has been said yet.</summary>
    public static async Task<LiveSocket> Connect(CrmServer server, string subprotocol = "graphql-transport-ws", string? token = null,
        params (string Name, string Value)[] headers)
    {
        var client = new LiveSocket();
        client._socket.Options.AddSubProtocol(subprotocol);
        if (token is not null) client._socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        foreach (var (name, value) in headers) client._socket.Options.SetRequestHeader(name, value);
        await client._socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws" }.Uri, client._limit.Token);
        return client;
    }

    /// <summary>A socket whose client is known.</summary>
    public static async Task<LiveSocket> Open(CrmServer server, string token = CrmServer.Token)
    {
        var client = await Connect(server);
        await client.Init(token);
        (await client.Receive()).GetProperty("type").GetString().ShouldBe("connection_ack");
        return client;
    }

    public Task Init(string? token) =>
        Send(token is null ? new { type = "connection_init" } : new { type = "connection_init", payload = new { Authorization = $"Bearer {token}" } });

    public Task Subscribe(string id, string query, object? variables = null) => Send(new { id, type = "subscribe", payload = new { query, variables } });

    public Task Send(object message) => SendText(JsonSerializer.Serialize(message));

    public Task SendText(string text, WebSocketMessageType type = WebSocketMessageType.Text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text), type, true, _limit.Token);

    /// <summary>The next message.</summary>
    public async Task<JsonElement> Receive() =>
        await Read() is { } text ? JsonDocument.Parse(text).RootElement : throw new InvalidOperationException($"The server closed: {Closed} {Reason}");

    /// <summary>After <see cref="Init"/>: false when the server closes instead.</summary>
    public async Task<bool> IsWelcome() => await Read() is not null;

    /// <summary>The data of the next message, which is a result of the operation.</summary>
    public async Task<JsonElement> Next(string id)
    {
        var message = await Receive();
        message.GetProperty("type").GetString().ShouldBe("next", message.ToString());
        message.GetProperty("id").GetString().ShouldBe(id);
        return message.GetProperty("payload").GetProperty("data");
    }

    /// <summary>The code with which the server closes, whatever it says before.</summary>
    public async Task<int> Close()
    {
        while (await Read() is not null) { }
        return (int)Closed!.Value;
    }

    public void Cut() => _socket.Abort();

    public void Dispose()
    {
        _socket.Dispose();
        _limit.Dispose();
    }

    private async Task<string?> Read()
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var frame = await _socket.ReceiveAsync(buffer, _limit.Token);
            if (frame.MessageType == WebSocketMessageType.Close)
            {
                if (_socket.State == WebSocketState.CloseReceived) await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", _limit.Token);
                return null;
            }
            text.Write(buffer, 0, frame.Count);
            if (frame.EndOfMessage) return Encoding.UTF8.GetString(text.ToArray());
        }
    }
}
