using CreatorCRM.Common;
using CreatorCRM.Storage;
using CreatorCRM.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CreatorCRM.Tests.Webhooks;

public sealed class WebhookRetentionTests(PostgresServer postgres)
{
    private static readonly EntityKey Key = new("default", "hook");
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2100, 4, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Old_deliveries_are_forgotten_each_status_in_its_time_and_what_waits_never_is(StorageEngine engine)
    {
        await using var crm = await CrmSilo.Start(engine, postgres);
        var webhook = crm.Grains.GetGrain<IWebhookGrain>(Key.ToString());
        await webhook.Create(new CreateWebhook("Data team", "https://hooks.example.com/crm", []), Manager);
        await webhook.Pause(null, Manager);
        (WebhookDeliveryStatus Status, int Days, int Count)[] kept =
        [
            (WebhookDeliveryStatus.Succeeded, 31, 2_500), (WebhookDeliveryStatus.Succeeded, 29, 3), (WebhookDeliveryStatus.Dead, 91, 1),
            (WebhookDeliveryStatus.Dead, 89, 2),
            (WebhookDeliveryStatus.Skipped, 91, 1), (WebhookDeliveryStatus.Skipped, 89, 4), (WebhookDeliveryStatus.Pending, 400, 5),
            (WebhookDeliveryStatus.Retrying, 400, 6),
        ];
        var deliveries = crm.Services.GetRequiredService<WebhookDeliveries>();
        await deliveries.Keep(await deliveries.Progress(Key, CancellationToken.None), [.. kept.SelectMany(Rows)], CancellationToken.None);

        using var caretaker = new WebhookCaretaker(
            crm.Services.GetRequiredService<WebhookQueries>(), deliveries, new WebhookOptions(), crm.Grains,
            crm.Services.GetRequiredService<IHostApplicationLifetime>(), _time, NullLogger<WebhookCaretaker>.Instance);
        await caretaker.StartAsync(CancellationToken.None);
        await Poll.Until(async () => await Left(crm) == "PENDING 5, RETRYING 6, SUCCEEDED 3, DEAD 2, SKIPPED 4");
        _time.Advance(TimeSpan.FromDays(2));
        await Poll.Until(async () => await Left(crm) == "PENDING 5, RETRYING 6");
        await caretaker.StopAsync(CancellationToken.None);
    }

    private IEnumerable<WebhookDeliveryRow> Rows((WebhookDeliveryStatus Status, int Days, int Count) kept) =>
        Enumerable.Range(0, kept.Count).Select(i => new WebhookDeliveryRow
        {
            Workspace = Key.Workspace,
            WebhookId = Key.Id,
            Position = ((int)kept.Status * 1_000_000) + (kept.Days * 10_000) + i,
            Stream = "default/influencer/a",
            Kind = "influencer.created",
            Status = kept.Status,
            RecordedAt = _time.GetUtcNow().AddDays(-kept.Days),
            LastAttemptAt = _time.GetUtcNow().AddDays(-kept.Days),
        });

    private static async Task<string> Left(CrmSilo crm)
    {
        await using var db = crm.Read();
        var counts = await db.Set<WebhookDeliveryRow>().GroupBy(row => row.Status).Select(group => new { group.Key, Count = group.Count() }).ToListAsync();
        return string.Join(", ", counts.OrderBy(count => count.Key).Select(count => $"{count.Key.ToString().ToUpperInvariant()} {count.Count}"));
    }
}
