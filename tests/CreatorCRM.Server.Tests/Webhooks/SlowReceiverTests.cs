using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Live;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Webhooks;

public sealed class SlowReceiverTests(PostgresServer postgres)
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Twenty_webhooks_to_a_host_that_never_answers_hold_up_none_to_the_same_host_in_either_workspace(StorageEngine engine)
    {
        const int slowOnes = 20, people = 20, rounds = 10;
        await using var receiver = await WebhookReceiver.Start();
        receiver.Answer = async (received, http) =>
        {
            if (received.Target.Contains("slow", StringComparison.Ordinal))
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        await using var server = await CrmServer.Start(engine, postgres, new PatientTime(),
            [.. WebhookReceiver.Allowed, "--Webhooks:MaxPerWorkspace", $"{slowOnes + 1}"]);
        await new Desk(server).Do("createWorkspace", new { key = "north", name = "North" });
        for (var i = 0; i < slowOnes; i++) await server.Change("createWebhook",
            new { name = $"Slow {i}", url = receiver.Url.Replace("hooks", "slow", StringComparison.Ordinal) });
        var fast = await server.Change("createWebhook", new { name = "Fast", url = receiver.Url });
        var (other, _) = await server.As(workspace: "north").CreateWebhook(receiver);
        await server.Write("slow", 1, 1);
        await Poll.Until(() => receiver.All.Count(received => received.Target.StartsWith("/slow", StringComparison.Ordinal)) == slowOnes);

        await Task.WhenAll(server.Write("p", people, rounds), server.Write("q", people, rounds, workspace: "north"));
        await Poll.Until(() => receiver.All.Count(received => received.Target.StartsWith("/hooks", StringComparison.Ordinal)) == 1 + (2 * people * rounds));
        foreach (var (view, id) in new[] { (server, fast.Find("webhook.id").GetString()!), (server.As(workspace: "north"), other) })
        {
            (await view.Webhook(id)).Find("progress.failingSince").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
            (await view.Deliveries(id, new { status = new { ne = "SUCCEEDED" } })).Find("totalCount").GetInt32().ShouldBe(0);
        }
    }
}
