using CreatorCRM.Server.Access;
using GraphQL;
using Microsoft.AspNetCore.Http.Features;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// GraphQL over Server-Sent Events, distinct connections mode: https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
/// A slow client is waited for; when it is gone the operation ends.
/// </summary>
internal sealed class EventStreamWriter(IGraphQLSerializer serializer, LiveAccess access, GraphQLHostOptions options, TimeProvider time,
    IHostApplicationLifetime host)
{
    public async Task Write(HttpContext http, Func<CancellationToken, Task<ExecutionResult>> execute)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        // Ends the operation, while what is being written is still written to its end.
        using var operation = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
        var watch = Watch(http.RequestServices.GetRequiredService<Caller>().Identity, operation);
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store, no-transform";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        // Otherwise nginx keeps the events to itself.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            // Says that the connection stands, however long the first event takes.
            await Comment(http.Response, end.Token);
            try
            {
                var result = await execute(operation.Token);
                await Next(http.Response, result.Answers(), operation.Token, end.Token);
            }
            catch (OperationCanceledException) when (operation.IsCancellationRequested && !end.IsCancellationRequested)
            {
                var problem = (await watch)!;
                await Next(http.Response, new ExecutionResult(new CodedError(problem.Code, problem.Message)), end.Token);
            }
            // EventSource gives an event to its listeners only when it has data.
            await http.Response.WriteAsync("event: complete\ndata: \n\n", end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client has gone, or the server leaves and the client will connect to another.
        }
        finally
        {
            await operation.CancelAsync();
            await watch;
        }
    }

    /// <returns>Why the operation was ended; null when it ended by itself.</returns>
    private async Task<AccessProblem?> Watch(Identity identity, CancellationTokenSource operation)
    {
        try
        {
            var problem = await access.Ended(identity, operation.Token);
            await operation.CancelAsync();
            return problem;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task Next(HttpResponse response, IAsyncEnumerable<ExecutionResult> results, CancellationToken operation, CancellationToken cancel)
    {
        await using var source = results.GetAsyncEnumerator(operation);
        while (await KeepAlive(response, source.MoveNextAsync().AsTask(), cancel)) await Next(response, source.Current, cancel);
        operation.ThrowIfCancellationRequested();
    }

    private async Task Next(HttpResponse response, ExecutionResult result, CancellationToken cancel)
    {
        await response.WriteAsync("event: next\ndata: ", cancel);
        await serializer.WriteAsync(response.Body, result, cancel);
        await response.WriteAsync("\n\n", cancel);
        await response.Body.FlushAsync(cancel);
    }

    /// <summary>Writes a comment now and then while nothing happens, so that nobody on the way takes the connection for dead.</summary>
    private async Task<bool> KeepAlive(HttpResponse response, Task<bool> next, CancellationToken cancel)
    {
        // What has arrived counts, not how the waiting ended: an event may come while the time for it runs out.
        while (!next.IsCompleted)
        {
            Task patience = next.WaitAsync(options.EventStreamKeepAlive, time, CancellationToken.None);
            await patience.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!next.IsCompleted) await Comment(response, next, cancel);
        }
        return await next;
    }

    private static async Task Comment(HttpResponse response, Task next, CancellationToken cancel)
    {
        try
        {
            await Comment(response, cancel);
        }
        catch
        {
            // The stream hears of the end, too, and must have stopped before it is disposed of.
            await next.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private static async Task Comment(HttpResponse response, CancellationToken cancel)
    {
        await response.WriteAsync(":\n\n", cancel);
        await response.Body.FlushAsync(cancel);
    }
}
