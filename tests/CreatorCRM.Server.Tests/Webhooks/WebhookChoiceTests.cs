using System.Text.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;
using Microsoft.AspNetCore.Http;

namespace CreatorCRM.Server.Tests.Webhooks;

public sealed class WebhookChoiceTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task What_waits_and_is_no_longer_chosen_is_skipped_and_retrying_it_says_what_will_become_of_it(StorageEngine engine)
    {
        await using var receiver = await WebhookReceiver.Start();
        var (server, isOpen) = (await servers.On(engine), false);
        receiver.Answer = (received, http) =>
        {
            http.Response.StatusCode = isOpen || received.Kind == "campaign.created"
                ? StatusCodes.Status204NoContent
                : StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        };
        var desk = new Desk(server);
        var (id, _) = await server.CreateWebhook(receiver, "influencer.created", "campaign.created");
        await desk.Influencer();
        var failed = await receiver.Next();
        var waiting = await Delivery(server, id, failed, "PENDING");
        waiting.Find("nextAttemptAt").ValueKind.ShouldNotBe(JsonValueKind.Null);
        var retry = new { deliveryId = waiting.Find("id").GetString() };

        await server.Change("pauseWebhook", new { webhookId = id });
        (await desk.Refused("retryDelivery", retry)).ShouldBe("- ILLEGAL_WEBHOOK_STATUS");
        await server.Change("resumeWebhook", new { webhookId = id });
        (await receiver.Next()).Id.ShouldBe(failed.Id);

        await server.Change("updateWebhook", new { webhookId = id, kinds = new[] { "campaign.*" } });
        (await Delivery(server, id, failed, "SKIPPED")).Find("nextAttemptAt").ValueKind.ShouldBe(JsonValueKind.Null);
        (await desk.Refused("retryDelivery", retry)).ShouldBe("deliveryId INVALID");
        await desk.Campaign(status: "DRAFT");
        while ((await receiver.Next()).Kind != "campaign.created")
        {
            // What was under way when the kind went.
        }

        isOpen = true;
        await server.Change("updateWebhook", new { webhookId = id, kinds = new[] { "influencer.created" } });
        (await desk.Do("retryDelivery", retry, "delivery { attempts nextAttemptAt }")).Find("delivery.nextAttemptAt").ValueKind.ShouldNotBe(JsonValueKind.Null);
        (await receiver.Next()).Id.ShouldBe(failed.Id);
        await Delivery(server, id, failed, "SUCCEEDED");
    }

    private static async Task<JsonElement> Delivery(CrmServer server, string webhook, Received received, string status)
    {
        var found = default(JsonElement);
        await Poll.Until(async () => (await server.Deliveries(webhook, new { status = new { eq = status } })).Find("nodes").EnumerateArray().Any(delivery =>
        {
            found = delivery;
            return delivery.Find("eventId").GetString() == received.Id;
        }));
        return found;
    }
}
