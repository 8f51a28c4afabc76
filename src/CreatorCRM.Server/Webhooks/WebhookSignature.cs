using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CreatorCRM.Webhooks;

namespace CreatorCRM.Server.Webhooks;

/// <summary>Signs as Standard Webhooks 1.0 does: <c>v1,</c> and the base64 of HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
public static class WebhookSignature
{
    /// <summary>One signature for each secret, with blanks between.</summary>
    /// <param name="timestamp">Seconds since 1970.</param>
    public static string Of(IEnumerable<string> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")), .. body];
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[WebhookSecrets.Prefix.Length..]), content))}"));
    }
}
