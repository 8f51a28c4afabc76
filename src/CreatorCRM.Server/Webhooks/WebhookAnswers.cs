using System.Net;
using System.Net.Sockets;
using System.Text;
using CreatorCRM.Common;
using CreatorCRM.Webhooks;

namespace CreatorCRM.Server.Webhooks;

/// <summary>From what a receiver did to what is kept of it.</summary>
internal static class WebhookAnswers
{
    private const int MostRead = 4096;
    private const int MostKept = 500;

    public static async Task<WebhookAnswer> Read(HttpResponseMessage response, DateTimeOffset now, Func<TimeSpan> took, CancellationToken cancel)
    {
        // Read also after a success: a connection whose answer was read to its end can be used again.
        var text = await ReadText(response, cancel);
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode) return new WebhookAnswer(status, null, took());
        var error = status is >= 300 and < 400
            ? $"The receiver answered {status}, a redirect. Redirects are not followed: give the final address."
            : $"The receiver answered {status}{(text.Length > 0 ? $": {text}" : ".")}";
        return new WebhookAnswer(status, error, took(), RetryAfter(response, now));
    }

    public static string Explain(Exception e) => e switch
    {
        ForbiddenTargetException => e.Message,
        { InnerException: ForbiddenTargetException forbidden } => forbidden.Message,
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } =>
            "The host's name is not known.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            $"TLS failed: {Excerpt.Of(e.InnerException?.Message ?? e.Message, MostKept)}",
        { InnerException: SocketException socket } => $"The receiver could not be reached: {socket.SocketErrorCode}.",
        HttpRequestException { HttpRequestError: var error } => $"The receiver broke off: {error}.",
        _ => $"The receiver broke off: {e.GetType().Name}.",
    };

    private static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)) return null;
        var asked = response.Headers.RetryAfter;
        return asked?.Delta ?? (asked?.Date is { } date && date > now ? date - now : null);
    }

    private static async Task<string> ReadText(HttpResponseMessage response, CancellationToken cancel)
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancel);
            var bytes = new byte[MostRead];
            var length = await stream.ReadAtLeastAsync(bytes, MostRead, throwOnEndOfStream: false, cancel);
            var text = new string([.. Encoding.UTF8.GetString(bytes, 0, length).Select(c => char.IsControl(c) ? ' ' : c)]);
            return Excerpt.Of(text.Trim(), MostKept);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            // The status is the answer, whatever becomes of the body.
            return "";
        }
    }
}
