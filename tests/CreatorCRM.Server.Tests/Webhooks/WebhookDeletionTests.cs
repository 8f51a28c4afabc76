using CreatorCRM.Common;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Live;
using CreatorCRM.Storage;
using CreatorCRM.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CreatorCRM.Server.Tests.Webhooks;

public sealed class WebhookDeletionTests(PostgresServer postgres)
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task What_an_interrupted_deletion_left_is_forgotten_within_half_a_minute(StorageEngine engine)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero));
        await using var receiver = await WebhookReceiver.Start();
        await using var server = await CrmServer.Start(engine, postgres, time, WebhookReceiver.Allowed);
        var (id, secret) = await server.CreateWebhook(receiver);
        await new Desk(server).Influencer();
        // That of the webhook and that of the influencer.
        await server.Logged(2);
        time.Advance(TimeSpan.FromSeconds(1));
        await server.Settled(id, await receiver.Next(), attempts: 1);
        await server.Change("pauseWebhook", new { webhookId = id });

        // As if the node had ended right after the commit: nobody tells the work of it, and the secret is there yet.
        var key = new EntityKey("default", NodeId.Parse(id).Key);
        await server.Grains.GetGrain<IWebhookGrain>(key.ToString()).Delete(new CommandContext(Actor.System));
        await using var db = server.Read();
        await db.Database.ExecuteSqlAsync($"INSERT INTO webhook_secrets (workspace, webhook_id, number, secret) VALUES ({key.Workspace}, {key.Id}, 1, {secret})");
        (await Left(db)).ShouldBe((1, 1, 1));
        time.Advance(TimeSpan.FromSeconds(30));
        await Poll.Until(async () => await Left(db) == (0, 0, 0));
    }

    private static async Task<(int Deliveries, int Places, int Secrets)> Left(CrmDbContext db) =>
        (await db.Set<WebhookDeliveryRow>().CountAsync(), await db.Set<WebhookProgressRow>().CountAsync(), await db.Set<WebhookSecretRow>().CountAsync());
}
