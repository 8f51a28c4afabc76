using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Claims;
using System.Text.Json;
using CreatorCRM.Server.Access;
using GraphQL;
using GraphQL.Transport;

namespace CreatorCRM.Server.GraphQL;

/// <summary>What is under way on one WebSocket. Every operation has a scope of its own and takes its next event when the client has taken the last.</summary>
internal sealed class SocketOperations(
    SocketChannel channel, OperationRunner runner, RequestReader reader, RefusalToll toll, LivePlaces places, IServiceScopeFactory scopes,
    GraphQLHostOptions options, UnhandledExceptions unhandled)
    : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Operation> _running = new(StringComparer.Ordinal);

    /// <exception cref="SocketClosure">The id is in use, or the payload is no request.</exception>
    public async Task Start(string id, JsonElement? payload, ClaimsPrincipal user)
    {
        var request = Read(payload);
        if (_running.ContainsKey(id)) throw SocketClosure.DuplicateId(id);
        if (_running.Count >= options.MaxOperationsPerSocket)
        {
            await Error(id, new CodedError(ErrorCodes.TooManyOperations,
                $"At most {options.MaxOperationsPerSocket} operations may be under way on one connection."));
            return;
        }
        if (Identity.Of(user) is not { } identity) throw SocketClosure.Unauthorized();
        if (places.Enter(identity) is not { } place)
        {
            await Error(id, places.Objection);
            return;
        }
        var operation = new Operation(place);
        _running[id] = operation;
        operation.Work = Task.Run(() => Run(id, operation, request, user));
    }

    /// <summary>The client wants no more of it. An id that is not known any more is fine: it may have ended meanwhile.</summary>
    public void Complete(string id)
    {
        if (!_running.TryRemove(id, out var operation)) return;
        operation.Place.Dispose();
        operation.Stop.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        var left = _running.ToArray();
        foreach (var (id, _) in left) Complete(id);
        await Task.WhenAll(left.Select(running => running.Value.Work));
    }

    private async Task Run(string id, Operation operation, GraphQLRequest request, ClaimsPrincipal user)
    {
        var stop = operation.Stop.Token;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var caller = scope.ServiceProvider.GetRequiredService<Caller>();
            caller.Identify(user, headerKey: null);
            var result = await toll.SlowObjection(caller, stop) is { } objection
                ? new ExecutionResult(objection)
                : await runner.Run(request, OperationRule.Live(isGet: false), scope.ServiceProvider, user, id, stop);
            var isWhole = await Next(id, operation, result.Answers());
            // The id is free before the client can know that, for it may use it again at once.
            if (Forget(id, operation) && isWhole) await channel.Send(new OperationMessage { Type = "complete", Id = id }, stop);
        }
        catch (Exception e) when (stop.IsCancellationRequested || SocketChannel.IsGone(e))
        {
            // The client wants no more, or is gone.
        }
        catch (Exception e)
        {
            var fault = SocketClosure.Fault(unhandled.Report(e, "operation on a WebSocket", id).CorrelationId);
            await channel.Close(fault.Code, fault.Message);
        }
        finally
        {
            Forget(id, operation);
        }
    }

    /// <returns>False: an error was the operation's last word.</returns>
    private async Task<bool> Next(string id, Operation operation, IAsyncEnumerable<ExecutionResult> results)
    {
        await foreach (var result in results.WithCancellation(operation.Stop.Token))
        {
            if (result.Executed)
            {
                await channel.Send(new OperationMessage { Type = "next", Id = id, Payload = result }, operation.Stop.Token);
                continue;
            }
            if (Forget(id, operation)) await Error(id, [.. result.Errors!]);
            return false;
        }
        return true;
    }

    private Task Error(string id, params ExecutionError[] errors) =>
        channel.Send(new OperationMessage { Type = "error", Id = id, Payload = errors }, CancellationToken.None);

    private bool Forget(string id, Operation operation)
    {
        // The place, too, is free before the client can know of the end.
        operation.Place.Dispose();
        return _running.TryRemove(KeyValuePair.Create(id, operation));
    }

    private GraphQLRequest Read(JsonElement? payload)
    {
        try
        {
            return reader.Read(payload is { } given ? JsonMarshal.GetRawUtf8Value(given)
                .ToArray() : throw SocketClosure.BadMessage("'subscribe' needs a payload"));
        }
        catch (ProtocolException problem)
        {
            throw SocketClosure.BadMessage(problem.Message);
        }
    }

    private sealed class Operation(IDisposable place)
    {
        public IDisposable Place => place;

        public CancellationTokenSource Stop { get; } = new();

        public Task Work { get; set; } = Task.CompletedTask;
    }
}
