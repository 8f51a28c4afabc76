using System.Net.WebSockets;
using System.Security.Claims;
using System.Text.Json;
using CreatorCRM.Server.Access;
using GraphQL.Transport;
using Microsoft.AspNetCore.Authentication;

namespace CreatorCRM.Server.GraphQL;

/// <summary>One client's WebSocket from its connection_init to its end.</summary>
internal sealed class SocketConnection(
    HttpContext http, SocketChannel channel, SocketOperations operations, LivePlaces places, LiveAccess access, GraphQLHostOptions options,
    UnhandledExceptions unhandled, TimeProvider time)
{
    private bool _isInitialised;
    private ClaimsPrincipal? _user;
    private IDisposable? _place;
    private CancellationToken _gone;
    private Task _watch = Task.CompletedTask;

    /// <param name="objection">Why the socket is closed at once; null when it is welcome.</param>
    public async Task Run(SocketClosure? objection, CancellationToken stop)
    {
        using var gone = new CancellationTokenSource();
        _gone = gone.Token;
        using var patience = new CancellationTokenSource(options.ConnectionInitTimeout, time);
        await using var late = patience.Token.UnsafeRegister(_ => CloseLate(), null);
        await using var leaving = stop.UnsafeRegister(_ => CloseBeside(SocketClosure.ServerLeaves()), null);
        try
        {
            if (objection is not null) await Close(objection);
            while (await Next()) { }
            await channel.Close(WebSocketCloseStatus.NormalClosure, "");
        }
        catch (Exception e) when (SocketChannel.IsGone(e))
        {
            // Nobody is there to be told.
        }
        finally
        {
            _place?.Dispose();
            await gone.CancelAsync();
            await _watch;
        }
    }

    private async Task<bool> Next()
    {
        try
        {
            if (await channel.Receive() is not { } text) return false;
            // What comes while the socket closes is not looked at.
            if (!channel.IsClosing) await Answer(SocketMessage.Parse(text));
        }
        catch (SocketClosure closure)
        {
            await Close(closure);
        }
        catch (Exception e) when (!SocketChannel.IsGone(e))
        {
            await Close(SocketClosure.Fault(unhandled.Report(e, "WebSocket", http.TraceIdentifier).CorrelationId));
        }
        return true;
    }

    private async Task Answer(SocketMessage message)
    {
        try
        {
            await Handle(message);
        }
        catch (OperationCanceledException) when (channel.IsClosing)
        {
            // It came right before: nothing more is sent, but the client's answer to the closing is still waited for.
        }
    }

    private async Task Handle(SocketMessage message)
    {
        switch (message.Type)
        {
            case "connection_init":
                await Initialise(message.ObjectPayload());
                break;
            case "ping":
                await channel.Send(new OperationMessage { Type = "pong", Payload = message.ObjectPayload() }, CancellationToken.None);
                break;
            case "pong":
                message.ObjectPayload();
                break;
            case "subscribe":
                await operations.Start(message.RequiredId(), message.ObjectPayload(), _user ?? throw SocketClosure.Unauthorized());
                break;
            case "complete":
                operations.Complete(message.RequiredId());
                break;
            default:
                throw SocketClosure.BadMessage($"'{message.Type}' is no type of message");
        }
    }

    private async Task Initialise(JsonElement? payload)
    {
        if (_isInitialised) throw SocketClosure.TooManyInits();
        Volatile.Write(ref _isInitialised, true);
        // A browser cannot send headers with the handshake; what it says here is taken for one.
        foreach (var member in payload?.EnumerateObject() ?? default)
        {
            if (member.NameEquals("Authorization") || member.NameEquals("authorization")) http.Request.Headers.Authorization = member.Value.ToString();
            else if (member.Name.Equals(Gate.WorkspaceHeader, StringComparison.OrdinalIgnoreCase))
                http.Request.Headers[Gate.WorkspaceHeader] = member.Value.ToString();
        }
        var identity = await http.AuthenticateAsync();
        if (!identity.Succeeded) throw identity.Failure is null ? SocketClosure.Unauthorized() : SocketClosure.Forbidden();
        if (Identity.Of(identity.Principal) is not { } known) throw SocketClosure.Forbidden();
        _place = places.Enter(known) ?? throw SocketClosure.TooManyOpen();
        _user = identity.Principal;
        _watch = Watch(known);
        await channel.Send(new OperationMessage { Type = "connection_ack" }, CancellationToken.None);
    }

    /// <summary>
    /// Closes the socket when its client may stay no longer: 4401 when the token has expired or the session ended, 4403 when access was taken away or changed.
    /// </summary>
    private async Task Watch(Identity identity)
    {
        try
        {
            var problem = await access.Ended(identity, _gone);
            await Close(problem == AccessProblem.Expired || problem == AccessProblem.SessionEnded ? SocketClosure.Unauthorized() : SocketClosure.Forbidden());
        }
        catch (OperationCanceledException)
        {
            // The client went first.
        }
    }

    private Task Close(SocketClosure closure) => channel.Close(closure.Code, closure.Message);

    private void CloseLate()
    {
        if (!Volatile.Read(ref _isInitialised)) CloseBeside(SocketClosure.InitTimeout());
    }

    // The receiving side waits for a message meanwhile, and hears of the end by the client's answer.
    private void CloseBeside(SocketClosure closure) => _ = Close(closure);
}
