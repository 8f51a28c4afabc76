using System.Globalization;
using System.Net.Http.Headers;
using CreatorCRM.Webhooks;

namespace CreatorCRM.Server.Webhooks;

/// <summary>
/// Sends over HTTP, one connection pool per node. It follows no redirect, uses no proxy and keeps no cookies: a delivery goes to the address that was given and
/// nowhere else.
/// </summary>
public sealed class HttpWebhookSender : IWebhookSender, IDisposable
{
    private readonly DeliverySlots _slots;
    private readonly WebhookOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;

    public HttpWebhookSender(GuardedConnections connections, DeliverySlots slots, WebhookOptions options, TimeProvider time)
    {
        (_slots, _options, _time) = (slots, options, time);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = connections.Connect,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            // How many there may be is for the slots to say: many webhooks may share a host, and none shall wait for another's connections.
            MaxConnectionsPerServer = int.MaxValue,
            // An attempt that gave up leaves its connection in the making behind.
            ConnectTimeout = Timeout,
            MaxResponseHeadersLength = 16,
            // What is not read of an answer is not waited for: the connection goes instead.
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        });
    }

    /// <summary>For all of an attempt: name, connection, TLS, request and answer. Not for the wait until it is its turn.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(10);

    public Task<WebhookAnswer> Send(WebhookTarget target, EventStory story, CancellationToken cancel) => Send(target, WebhookBody.Of(story), cancel);

    public async Task<WebhookAnswer> Send(WebhookTarget target, WebhookBody body, CancellationToken cancel)
    {
        var url = new Uri(target.Url);
        if (url.Scheme != Uri.UriSchemeHttps && !_options.AllowHttp) return new WebhookAnswer(null, "The address is not https.", TimeSpan.Zero);
        using var slot = await _slots.Take(target.Webhook, cancel);
        var begun = _time.GetTimestamp();
        using var request = Request(url, target, body);
        using var limit = new CancellationTokenSource(Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            return await WebhookAnswers.Read(response, _time.GetUtcNow(), () => _time.GetElapsedTime(begun), either.Token);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            return new WebhookAnswer(null, limit.IsCancellationRequested ? $"No answer within {Timeout.TotalSeconds:0} seconds." : WebhookAnswers.Explain(e),
                _time.GetElapsedTime(begun));
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(Uri url, WebhookTarget target, WebhookBody body)
    {
        var content = body.ToJson();
        var (id, timestamp) = (body.Id.ToString(), _time.GetUtcNow().ToUnixTimeSeconds());
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(target.Secrets, id, timestamp, content));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("CreatorCRM-Webhooks", "1"));
        return request;
    }
}
