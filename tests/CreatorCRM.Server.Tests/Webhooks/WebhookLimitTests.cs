using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Webhooks;

public sealed class WebhookLimitTests(PostgresServer postgres)
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_workspace_has_so_many_webhooks_and_no_more_however_many_ask_at_once(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, settings: "--Webhooks:MaxPerWorkspace=3");
        var desk = new Desk(server);
        var inputs = Enumerable.Range(0, 8).Select(i => new { name = $"Team {i}", url = "https://hooks.example.com/crm", idempotencyKey = $"webhook {i}" })
            .ToArray();
        var answers = await Task.WhenAll(inputs.Select(async input => (Input: input, Webhook: await Create(server, input))));
        answers.Count(answer => answer.Webhook.StartsWith("TOO_MANY_WEBHOOKS", StringComparison.Ordinal)).ShouldBe(5);

        // Who repeats what was done gets the same answer, and one that goes makes room for another.
        var made = answers.First(answer => !answer.Webhook.StartsWith("TOO_MANY", StringComparison.Ordinal));
        (await Create(server, made.Input)).ShouldBe(made.Webhook);
        (await Create(server, inputs[0] with { idempotencyKey = "one more" }))
            .ShouldBe("TOO_MANY_WEBHOOKS: The workspace has 3 webhooks, and 3 are allowed. Delete one that is not needed any more.");
        await desk.Do("deleteWebhook", new { webhookId = made.Webhook });
        (await Create(server, inputs[0] with { idempotencyKey = "another" })).ShouldNotStartWith("TOO_MANY");

        await desk.Do("createWorkspace", new { key = "north", name = "North" });
        (await Create(server.As(workspace: "north"), inputs[0])).ShouldNotStartWith("TOO_MANY");
    }

    // The id, or the refusal.
    private static async Task<string> Create(CrmServer server, object input)
    {
        var payload = (await server.Query(
            "mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } userErrors { code message } } }",
            new { input })).Find("createWebhook");
        return payload.Find("userErrors").EnumerateArray().Select(error => $"{error.Find("code")}: {error.Find("message")}").FirstOrDefault()
            ?? payload.Find("webhook.id").GetString()!;
    }
}
