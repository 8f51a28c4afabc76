using CreatorCRM.Common;
using CreatorCRM.Storage;
using CreatorCRM.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Webhooks;

/// <summary>On silos that deliver nothing, so that no work is there to tidy up.</summary>
public sealed class WebhookDeletionTests(PostgresServer postgres)
{
    private static readonly EntityKey Key = new("default", "hook");
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_deleted_webhook_has_no_secret_left_and_gets_no_new_one(StorageEngine engine)
    {
        await using var crm = await CrmSilo.Start(engine, postgres);
        var (webhook, secrets) = (crm.Grains.GetGrain<IWebhookGrain>(Key.ToString()), crm.Services.GetRequiredService<WebhookSecrets>());
        await webhook.Create(new CreateWebhook("Data team", "https://hooks.example.com/crm", []), Manager);
        await webhook.RotateSecret(TimeSpan.FromHours(1), Manager);
        foreach (var number in new[] { 1, 2 }) await secrets.Get(Key, number, CancellationToken.None);
        (await Stored(crm)).Length.ShouldBe(2);

        (await webhook.Delete(Manager)).IsAccepted.ShouldBeTrue();
        (await Stored(crm)).ShouldBeEmpty();
        await Should.ThrowAsync<InvalidOperationException>(() => secrets.Get(Key, 2, CancellationToken.None));
        (await Stored(crm)).ShouldBeEmpty();
    }

    private static async Task<string[]> Stored(CrmSilo crm)
    {
        await using var db = crm.Read();
        return await db.Database.SqlQuery<string>($"SELECT secret AS \"Value\" FROM webhook_secrets").ToArrayAsync();
    }
}
