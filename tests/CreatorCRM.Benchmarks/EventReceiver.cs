using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Benchmarks;

/// <summary>Takes whatever is sent to it at once, and counts.</summary>
internal sealed class EventReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private TaskCompletionSource _enough = new();
    private int _left;

    private EventReceiver(WebApplication app) => _app = app;

    public string Url => $"{_app.Urls.First()}/hooks";

    public static async Task<EventReceiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new EventReceiver(builder.Build());
        receiver._app.Run(receiver.Take);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Completes when so many more have come. To be called before the first of them does.</summary>
    public Task Expect(int events)
    {
        _enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _left = events;
        return _enough.Task;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null);
        if (Interlocked.Decrement(ref _left) == 0) _enough.SetResult();
    }
}
