using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using GraphQL;
using GraphQL.Transport;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Whole messages over a WebSocket. Senders wait until the client has taken what was sent before, so nothing piles up; a client that takes nothing for too long
/// is cut off. Closing says why, then waits for the client's answer, but not for ever.
/// </summary>
internal sealed class SocketChannel(WebSocket socket, IGraphQLSerializer serializer, GraphQLHostOptions options, TimeProvider time) : IDisposable
{
    // The close frame has 125 bytes, two of which are the code.
    private const int MaxReasonBytes = 123;

    private readonly ArrayBufferWriter<byte> _message = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _cut = new(Timeout.InfiniteTimeSpan, time);
    private int _isClosing;

    public bool IsClosing => Volatile.Read(ref _isClosing) == 1;

    /// <summary>The next message; null when the client has closed.</summary>
    /// <exception cref="SocketClosure">It is too large, or not text.</exception>
    public async Task<string?> Receive()
    {
        _message.ResetWrittenCount();
        while (true)
        {
            var frame = await socket.ReceiveAsync(_message.GetMemory(4096), _cut.Token);
            if (frame.MessageType == WebSocketMessageType.Close) return null;
            _message.Advance(frame.Count);
            if (_message.WrittenCount > options.MaxRequestBytes) throw SocketClosure.TooLarge(options.MaxRequestBytes);
            if (!frame.EndOfMessage) continue;
            return frame.MessageType == WebSocketMessageType.Text
                ? Encoding.UTF8.GetString(_message.WrittenSpan)
                : throw SocketClosure.BadMessage("Messages are text");
        }
    }

    /// <summary>Answers when the client's side has taken the message.</summary>
    /// <exception cref="OperationCanceledException">The message is not wanted any more, the socket closes, or the client takes nothing.</exception>
    public async Task Send(OperationMessage message, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await serializer.WriteAsync(bytes, message, cancel);
        await _turn.WaitAsync(cancel);
        try
        {
            cancel.ThrowIfCancellationRequested();
            if (IsClosing) throw new OperationCanceledException("The socket closes.");
            // Not the caller's token: a message cut in the middle breaks the socket for all operations.
            using var limit = new CancellationTokenSource(options.SocketSendTimeout, time);
            await socket.SendAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), WebSocketMessageType.Text, true, limit.Token);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Closes once; a later reason is not told any more. Nothing is left to do when the client is gone.</summary>
    public async Task Close(WebSocketCloseStatus code, string reason)
    {
        if (Interlocked.Exchange(ref _isClosing, 1) == 1) return;
        try
        {
            _cut.CancelAfter(options.SocketCloseTimeout);
            await _turn.WaitAsync(_cut.Token);
            try
            {
                if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(code, Shorten(reason), _cut.Token);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Exception e) when (IsGone(e))
        {
            // The receiving side notices, too.
        }
    }

    /// <summary>The connection has ended, by whichever side, and that is no fault.</summary>
    public static bool IsGone(Exception exception) => exception is WebSocketException or OperationCanceledException or ObjectDisposedException;

    public void Dispose()
    {
        _turn.Dispose();
        _cut.Dispose();
    }

    private static string Shorten(string reason)
    {
        while (Encoding.UTF8.GetByteCount(reason) > MaxReasonBytes) reason = reason[..^1];
        return reason;
    }
}
