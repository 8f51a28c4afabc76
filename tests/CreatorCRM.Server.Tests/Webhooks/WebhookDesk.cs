using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CreatorCRM.Journal;
using CreatorCRM.Server.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Server.Tests.Webhooks;

/// <summary>What the tests of webhooks ask the API again and again.</summary>
internal static class WebhookDesk
{
    private const string Fields = "webhook { id version status statusReason kinds url oldSecretUntil progress { cursor lastSuccessAt failingSince } }";

    /// <summary>Its id and its secret.</summary>
    public static async Task<(string Id, string Secret)> CreateWebhook(this CrmServer server, WebhookReceiver receiver, params string[] kinds)
    {
        var payload = await server.Change("createWebhook", new { name = "Data team", url = receiver.Url, kinds }, "secret");
        return (payload.Find("webhook.id").GetString()!, payload.Find("secret").GetString()!);
    }

    public static Task<JsonElement> Change(this CrmServer server, string mutation, object input, string more = "") =>
        new Desk(server).Do(mutation, input, $"{Fields} {more}");

    public static async Task<JsonElement> Webhook(this CrmServer server, string id) =>
        (await server.Query($"query ($id: ID!) {{ node(id: $id) {{ ... on Webhook {{ {Fields[9..^1]} }} }} }}", new { id })).Find("node");

    public static async Task<JsonElement> Deliveries(this CrmServer server, string id, object? filter = null) => (await server.Query("""
        query ($id: ID!, $filter: WebhookDeliveryFilter) { webhook(id: $id) { deliveries(first: 100, filter: $filter) {
          totalCount nodes { id eventId cursor kind status attempts lastAttemptAt nextAttemptAt statusCode error durationMs } } } }
        """, new { id, filter })).Find("webhook.deliveries");

    /// <summary>Completes when it is written that the receiver took the event: that is a moment after it did.</summary>
    public static Task Settled(this CrmServer server, string id, Received last, int attempts) =>
        Poll.Until(async () => (await server.Deliveries(id)).Find("nodes").EnumerateArray()
        .Any(delivery => delivery.Find("eventId").GetString() == last.Id && delivery.Find("status").GetString() == "SUCCEEDED"
            && delivery.Find("attempts").GetInt32() == attempts));

    /// <summary>Of every event of an influencer in the default workspace, in the order of the log.</summary>
    public static async Task<string[]> InfluencerCursors(this CrmServer server)
    {
        var log = await server.Services.GetRequiredService<IJournalStore>().ReadLog(LogCursor.Start, 100_000, CancellationToken.None, "default");
        return [.. log.Where(stored => stored.Stream.Kind == "influencer")
            .Select(stored => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"log:{stored.Cursor.Transaction}:{stored.Cursor.Position}")))];
    }
}
