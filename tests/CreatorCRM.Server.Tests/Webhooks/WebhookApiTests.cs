using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;
using CreatorCRM.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Server.Tests.Webhooks;

public sealed class WebhookApiTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_secret_is_shown_once_stands_in_no_event_and_signs_beside_its_successor_for_a_while(StorageEngine engine)
    {
        await using var receiver = await WebhookReceiver.Start();
        var server = await servers.On(engine);
        var input = new { name = "Data team", url = receiver.Url, kinds = new[] { "influencer.created" }, idempotencyKey = receiver.Url };
        var created = await server.Change("createWebhook", input, "secret");
        var (id, first) = (created.Find("webhook.id").GetString()!, created.Find("secret").GetString()!);
        var repeated = await server.Change("createWebhook", input, "secret");
        (repeated.Find("webhook.id").GetString(), repeated.Find("secret").GetString()).ShouldBe((id, first));

        var rotated = await server.Change("rotateWebhookSecret", new { webhookId = id, overlapHours = 2 }, "secret");
        var second = rotated.Find("secret").GetString()!;
        rotated.Find("webhook.oldSecretUntil").GetString().ShouldNotBeNull();
        (await server.Change("createWebhook", input, "secret")).Find("secret").GetString().ShouldBeNull();
        await new Desk(server).Influencer();
        var both = await receiver.Next();
        both.Signature.ShouldBe($"v1,{both.SignedBy(second)} v1,{both.SignedBy(first)}");

        var third = (await server.Change("rotateWebhookSecret", new { webhookId = id, overlapHours = 0 }, "secret")).Find("secret").GetString()!;
        await new Desk(server).Influencer();
        var one = await receiver.Next();
        one.Signature.ShouldBe($"v1,{one.SignedBy(third)}");

        await using var db = server.Read();
        foreach (var secret in new[] { first, second, third })
            (await db.Set<EventRow>().CountAsync(row => row.Data.Contains(secret.Substring(6)))).ShouldBe(0);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task What_happens_during_a_pause_is_sent_after_it_and_anything_can_be_sent_again(StorageEngine engine)
    {
        await using var receiver = await WebhookReceiver.Start();
        var server = await servers.On(engine);
        var desk = new Desk(server);
        await using var witness = await WebhookReceiver.Start();
        var (id, _) = await server.CreateWebhook(receiver, "campaign.*");
        await server.CreateWebhook(witness, "campaign.*");
        (await server.Change("pauseWebhook", new { webhookId = id, reason = "We move house." })).Find("webhook.statusReason").GetString()
            .ShouldBe("We move house.");
        for (var i = 0; i < 3; i++) await desk.Campaign($"Campaign {i}", status: "DRAFT");
        await witness.Take(3);
        receiver.All.ShouldBeEmpty();
        (await server.Change("resumeWebhook", new { webhookId = id })).Find("webhook.status").GetString().ShouldBe("ACTIVE");
        var sent = await receiver.Take(3);
        sent.Select(one => one.Json.Find("after.name").GetString()).ShouldBe(["Campaign 0", "Campaign 1", "Campaign 2"]);

        await server.Settled(id, sent[^1], attempts: 1);
        await desk.Do("replayWebhook", new { webhookId = id, after = sent[0].Json.Find("cursor").GetString() }, "webhook { id }");
        var again = await receiver.Take(2);
        again.Select(one => one.Id).ShouldBe(sent.Skip(1).Select(one => one.Id));
        again.Select(one => one.Json.GetRawText()).ShouldBe(sent.Skip(1).Select(one => one.Json.GetRawText()));

        await server.Settled(id, sent[^1], attempts: 2);
        var deliveries = await server.Deliveries(id, new { status = new { eq = "SUCCEEDED" } });
        deliveries.Each("nodes", "kind").ShouldAllBe(kind => kind == "campaign.created");
        var delivery = deliveries.Find("nodes").EnumerateArray().Single(one => one.Find("eventId").GetString() == sent[0].Id);
        await desk.Do("retryDelivery", new { deliveryId = delivery.Find("id").GetString() }, "delivery { status }");
        (await receiver.Next()).Id.ShouldBe(sent[0].Id);

        (await desk.Refused("replayWebhook", new { webhookId = id, after = Cursor(long.MaxValue) })).ShouldBe("after INVALID");
        (await desk.BadInput("replayWebhook", new { webhookId = id, after = "yesterday" })).ShouldContain("not a cursor");
        (await desk.Refused("retryDelivery", new
        {
            deliveryId = CreatorCRM.Server.GraphQL.NodeId.Of<CreatorCRM.Server.Api.WebhookDelivery>("none.7")
            .ToString()
        })).ShouldBe("deliveryId NOT_FOUND");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_receiver_can_be_tried_and_a_deleted_webhook_leaves_nothing(StorageEngine engine)
    {
        await using var receiver = await WebhookReceiver.Start();
        var server = await servers.On(engine);
        var desk = new Desk(server);
        var (id, secret) = await server.CreateWebhook(receiver);
        await desk.Campaign(status: "DRAFT");
        await receiver.Next();
        (await desk.Do("sendTestEvent", new { webhookId = id }, "testDelivery { succeeded statusCode error }")).Find("testDelivery").ToString().ShouldBe("""{"succeeded":true,"statusCode":204,"error":null}""");
        var test = await receiver.Next();
        test.Kind.ShouldBe("webhook.test");
        test.Signature.ShouldBe($"v1,{test.SignedBy(secret)}");
        (await server.Query("query ($id: ID!) { webhook(id: $id) { timeline(first: 5) { nodes { summary } } } }", new { id }))
            .Each("webhook.timeline.nodes", "summary").ShouldBe(["The webhook Data team to 127.0.0.1 was created."]);

        (await desk.Do("deleteWebhook", new { webhookId = id }, "deletedWebhookId")).Find("deletedWebhookId").GetString().ShouldBe(id);
        (await server.Query("query ($id: ID!) { webhook(id: $id) { id } }", new { id }))
            .Find("webhook").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await desk.Refused("resumeWebhook", new { webhookId = id })).ShouldBe("webhookId NOT_FOUND");
        (await desk.Refused("sendTestEvent", new { webhookId = id })).ShouldBe("webhookId NOT_FOUND");
        await using var db = server.Read();
        var key = CreatorCRM.Server.GraphQL.NodeId.Parse(id).Key;
        await Poll.Until(async () => !await db.Set<WebhookDeliveryRow>().AnyAsync(row => row.WebhookId == key)
            && !await db.Set<WebhookSecretRow>().AnyAsync(row => row.WebhookId == key));
    }

    // Several nodes on one database are PostgreSQL's alone.
    [Fact]
    public async Task A_replay_is_refused_when_another_node_moves_the_webhook_meanwhile()
    {
        await using var receiver = await WebhookReceiver.Start();
        var server = await servers.On(StorageEngine.Postgres);
        var desk = new Desk(server);
        var (id, _) = await server.CreateWebhook(receiver, "campaign.*");
        await desk.Campaign(status: "DRAFT");
        var sent = await receiver.Next();
        await server.Settled(id, sent, attempts: 1);
        await server.Change("pauseWebhook", new { webhookId = id });

        await using var other = server.Read();
        await using var moving = await other.Database.BeginTransactionAsync();
        var key = CreatorCRM.Server.GraphQL.NodeId.Parse(id).Key;
        await other.Database.ExecuteSqlAsync($"UPDATE webhook_progress SET log_position = log_position + 1 WHERE webhook_id = {key}");
        var replay = desk.Refused("replayWebhook", new { webhookId = id, after = sent.Json.Find("cursor").GetString() });
        // It has read the place, and waits to write it.
        await using var watch = server.Read();
        await Poll.Until(async () => await watch.Database.SqlQuery<int>(
            $"""SELECT count(*)::int AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'UPDATE webhook_progress%'""").SingleAsync() == 1);
        await moving.CommitAsync();
        (await replay).ShouldBe("- VERSION_CONFLICT");
    }

    private static string Cursor(long position) =>
        System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.ASCII.GetBytes($"log:{position}:{position}"));
}
