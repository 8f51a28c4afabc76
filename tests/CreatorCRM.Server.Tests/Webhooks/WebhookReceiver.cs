using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Server.Tests.Webhooks;

/// <summary>Somebody's receiver: a real HTTP server on the loopback that remembers what it got.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    /// <summary>What lets a server of the tests send to a receiver.</summary>
    public static readonly string[] Allowed = ["--Webhooks:AllowHttp", "true", "--Webhooks:AllowedNetworks", "127.0.0.0/8"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly WebApplication _app;
    private readonly Channel<Received> _fresh = Channel.CreateUnbounded<Received>();

    private WebhookReceiver(WebApplication app) => _app = app;

    public ConcurrentQueue<Received> All { get; } = [];

    /// <summary>The answer; 204 unless a test wants something else.</summary>
    public Func<Received, HttpContext, Task> Answer { get; set; } = (_, http) =>
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    };

    public string Url => $"{_app.Urls.First()}/hooks?key=of-the-receiver";

    public static async Task<WebhookReceiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        receiver._app.Run(receiver.Take);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>The next one that nobody asked for yet.</summary>
    public async Task<Received> Next()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await _fresh.Reader.ReadAsync(limit.Token);
    }

    public async Task<IReadOnlyList<Received>> Take(int count)
    {
        var taken = new List<Received>(count);
        while (taken.Count < count) taken.Add(await Next());
        return taken;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers;
        var received = new Received(
            http.Request.Path + http.Request.QueryString, headers["webhook-id"].ToString(),
            long.Parse(headers["webhook-timestamp"].ToString(), CultureInfo.InvariantCulture),
            headers["webhook-signature"].ToString(), body.ToArray());
        All.Enqueue(received);
        await Answer(received, http);
        await _fresh.Writer.WriteAsync(received);
    }
}

/// <param name="Timestamp">Seconds since 1970.</param>
internal sealed record Received(string Target, string Id, long Timestamp, string Signature, byte[] Body)
{
    public JsonElement Json { get; } = JsonDocument.Parse(Body).RootElement;

    public string Kind => Json.GetProperty("kind").GetString()!;

    /// <summary>What a secret's signature of it must be, as Standard Webhooks defines it.</summary>
    public string SignedBy(string secret) => Convert.ToBase64String(
        HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Encoding.UTF8.GetString(Body)}")));
}
