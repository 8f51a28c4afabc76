using System.Text.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Live;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Webhooks;

public sealed class DeliveryTests(PostgresServer postgres)
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task An_event_arrives_signed_with_the_entity_before_and_after_it(StorageEngine engine)
    {
        await using var receiver = await WebhookReceiver.Start();
        await using var server = await CrmServer.Start(engine, postgres, settings: WebhookReceiver.Allowed);
        var (_, secret) = await server.CreateWebhook(receiver);
        var desk = new Desk(server);

        var influencer = await desk.Influencer("Mia Brot");
        var created = await receiver.Next();
        await desk.Do("updateInfluencer", new { influencerId = influencer, niches = new[] { "gluten-free", "bread" }, country = "DE" }, "influencer { id }");
        var updated = await receiver.Next();

        foreach (var received in new[] { created, updated })
        {
            received.Target.ShouldBe("/hooks?key=of-the-receiver");
            received.Signature.ShouldBe($"v1,{received.SignedBy(secret)}");
            received.Json.Find("id").GetString().ShouldBe(received.Id);
        }
        created.Json.Find("before").ValueKind.ShouldBe(JsonValueKind.Null);
        created.Json.Find("after.displayName").GetString().ShouldBe("Mia Brot");
        updated.Kind.ShouldBe("influencer.profile-updated");
        updated.Json.Find("schemaVersion").GetInt32().ShouldBe(1);
        updated.Json.Find("entity.id").GetString().ShouldBe(influencer);
        updated.Json.Find("entity.version").GetInt32().ShouldBe(2);
        updated.Json.Find("actor.name").GetString().ShouldBe("Owner");
        updated.Json.Find("before.niches").GetArrayLength().ShouldBe(0);
        updated.Json.Find("after.niches").EnumerateArray().Select(niche => niche.GetString()).ShouldBe(["gluten-free", "bread"]);
        updated.Json.Find("after.country").GetString().ShouldBe("DE");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Ten_thousand_events_arrive_each_once_and_in_the_order_of_the_log(StorageEngine engine)
    {
        const int people = 100, rounds = 100;
        await using var receiver = await WebhookReceiver.Start();
        await using var server = await CrmServer.Start(engine, postgres, new PatientTime(), WebhookReceiver.Allowed);
        var (id, _) = await server.CreateWebhook(receiver);

        var writing = server.Write("p", people, rounds);
        await server.Write("q", people, 1, workspace: "other");
        var received = await receiver.Take(people * rounds);
        await writing;

        received.Select(one => one.Id).ShouldBeUnique();
        received.Select(one => one.Json.Find("cursor").GetString()).ShouldBe(await server.InfluencerCursors());
        // The first of a person has nothing before it, and each other begins with what the one before ended with.
        foreach (var person in received.GroupBy(one => one.Json.Find("entity.id").GetString()))
        {
            person.First().Json.Find("before").ValueKind.ShouldBe(JsonValueKind.Null);
            person.Select(one => one.Json.Find("after").GetRawText()).SkipLast(1).ShouldBe(person.Skip(1).Select(one => one.Json.Find("before").GetRawText()));
        }
        (await server.Deliveries(id)).Find("totalCount").GetInt32().ShouldBeInRange((people * rounds) - 50, people * rounds);
        server.Log.ShouldBeEmpty();
    }
}
