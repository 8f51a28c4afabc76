using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Storage;
using CreatorCRM.Webhooks;

namespace CreatorCRM.Tests.Webhooks;

/// <summary>While nodes are upgraded: the one that carries a webhook does not know what a newer one writes.</summary>
public abstract class OlderNodeTests(StorageEngine engine, PostgresServer postgres) : IAsyncLifetime
{
    private const string Newer = "influencer.do-not-contact-set";
    private static readonly EventCatalog Old = new(EventCatalog.Default.All.Where(type => type.Name != Newer).Select(type => type.Class), []);

    private CrmSilo _crm = null!;

    public async ValueTask InitializeAsync() => _crm = await CrmSilo.Start(engine, postgres);

    public ValueTask DisposeAsync() => _crm.DisposeAsync();

    [Fact]
    public async Task What_stands_before_an_event_of_a_newer_node_is_sent_once_however_often_the_line_comes_to_it()
    {
        await using var webhook = await WebhookAtWork.Start(_crm);
        await webhook.Stop();
        foreach (var id in new[] { "a", "b", "c" }) await webhook.Add(id);
        await Block("a");

        webhook.Catalog = Old;
        webhook.Begin();
        (await webhook.Take(3)).Select(attempt => attempt.Id).ShouldBe(["a", "b", "c"]);
        for (var round = 0; round < 3; round++) await PauseEnds(webhook);
        await webhook.Stop();

        webhook.Catalog = EventCatalog.Default;
        webhook.Begin();
        (await webhook.Next()).Kind.ShouldBe(Newer);
    }

    [Fact]
    public async Task An_event_of_a_newer_node_that_was_set_aside_waits_alone_and_loses_no_attempt()
    {
        await using var webhook = await WebhookAtWork.Start(_crm);
        await webhook.Add("a");
        await webhook.Next();
        webhook.Answer = _ => WebhookAtWork.Failed;
        await Block("a");
        await webhook.Take(RetrySchedule.TriesInLine);
        await webhook.Stop();
        var aside = (await webhook.Deliveries())[^1];
        aside.Status.ShouldBe(WebhookDeliveryStatus.Retrying);

        webhook.Answer = _ => WebhookAtWork.Taken;
        webhook.Catalog = Old;
        webhook.Time.SetUtcNow(aside.NextAttemptAt!.Value);
        webhook.Begin();
        await Poll.Until(async () => (await webhook.Deliveries())[^1] == aside with { NextAttemptAt = aside.NextAttemptAt!.Value.AddMinutes(1) });
        await webhook.Add("b");
        (await webhook.Next()).Id.ShouldBe("b");
        await webhook.Stop();

        webhook.Catalog = EventCatalog.Default;
        webhook.Begin();
        (await webhook.Next()).Kind.ShouldBe(Newer);
    }

    private async Task Block(string id)
    {
        var manager = new CommandContext(new Actor("m", "Manager"));
        (await _crm.Grain<IInfluencerGrain>(id).SetDoNotContact(new SetDoNotContact("asked"), manager)).IsAccepted.ShouldBeTrue();
    }

    // The work waits for nothing else once the receiver has what it can get.
    private static async Task PauseEnds(WebhookAtWork webhook)
    {
        await Poll.Until(() => webhook.Time.Waits.Count > 0);
        webhook.Time.SetUtcNow(webhook.Time.Waits[0]);
        await Poll.Until(() => webhook.Time.Waits.All(until => until > webhook.Time.GetUtcNow()));
    }
}

public sealed class SqliteOlderNodeTests(PostgresServer postgres) : OlderNodeTests(StorageEngine.Sqlite, postgres);

public sealed class PostgresOlderNodeTests(PostgresServer postgres) : OlderNodeTests(StorageEngine.Postgres, postgres);
