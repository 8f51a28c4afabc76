using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Storage;
using CreatorCRM.Webhooks;

namespace CreatorCRM.Tests.Webhooks;

public abstract class RetryTests(StorageEngine engine, PostgresServer postgres) : IAsyncLifetime
{
    private CrmSilo _crm = null!;

    public async ValueTask InitializeAsync() => _crm = await CrmSilo.Start(engine, postgres);

    public ValueTask DisposeAsync() => _crm.DisposeAsync();

    [Fact]
    public async Task An_event_that_always_fails_holds_up_others_for_half_a_minute_and_is_given_up_after_a_day()
    {
        await using var webhook = await WebhookAtWork.Start(_crm);
        webhook.Answer = story => story.Event.Stream.Id == "bad" ? WebhookAtWork.Failed : WebhookAtWork.Taken;
        foreach (var id in new[] { "bad", "good", "better" }) await webhook.Add(id);

        var attempts = await webhook.Take(RetrySchedule.MaxTries + 2);

        attempts.Select(attempt => attempt.Id).Take(5).ShouldBe(["bad", "bad", "bad", "good", "better"]);
        (attempts[4].At - attempts[0].At).ShouldBeLessThan(TimeSpan.FromSeconds(40));
        var bad = attempts.Where(attempt => attempt.Id == "bad").ToArray();
        bad.Length.ShouldBe(RetrySchedule.MaxTries);
        (bad[^1].At - bad[0].At).ShouldBeInRange(TimeSpan.FromHours(21), TimeSpan.FromHours(27));
        bad.Zip(bad.Skip(1), (one, next) => next.At - one.At).ShouldBeInOrder();
        var rows = await Settled(webhook);
        rows.Select(row => row.Status).ShouldBe([WebhookDeliveryStatus.Dead, WebhookDeliveryStatus.Succeeded, WebhookDeliveryStatus.Succeeded]);
        rows[0].ShouldSatisfyAllConditions(row => row.Attempts.ShouldBe(RetrySchedule.MaxTries), row => row.StatusCode.ShouldBe(500),
            row => row.NextAttemptAt.ShouldBeNull());
    }

    [Fact]
    public async Task After_an_outage_of_hours_few_events_are_out_of_order_and_none_is_lost()
    {
        const int events = 60, failures = 30;
        await using var webhook = await WebhookAtWork.Start(_crm);
        var asked = 0;
        webhook.Answer = _ => Interlocked.Increment(ref asked) <= failures ? WebhookAtWork.Failed : WebhookAtWork.Taken;
        for (var i = 0; i < events; i++) await webhook.Add($"i{i:00}");

        var begun = webhook.Time.GetUtcNow();
        (await webhook.Take(failures)).ShouldAllBe(attempt => !attempt.Succeeded);
        (webhook.Time.GetUtcNow() - begun).ShouldBeGreaterThan(TimeSpan.FromMinutes(30));
        var taken = await webhook.Take(events);

        taken.ShouldAllBe(attempt => attempt.Succeeded);
        taken.Select(attempt => attempt.Id).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, events).Select(i => $"i{i:00}"));
        // Those that were set aside are the first in the log; the rest is in order.
        var aside = (await webhook.Deliveries()).Count(row => row.Attempts > RetrySchedule.TriesInLine);
        aside.ShouldBeLessThanOrEqualTo(8);
        taken.Select(attempt => attempt.Id).Where(id => string.CompareOrdinal(id, $"i{aside + 1:00}") > 0).ShouldBeInOrder();
    }

    [Fact]
    public async Task What_failed_before_a_restart_goes_on_after_it()
    {
        await using var webhook = await WebhookAtWork.Start(_crm);
        webhook.Answer = _ => WebhookAtWork.Failed;
        foreach (var id in new[] { "a", "b", "c" }) await webhook.Add(id);
        // Somewhere between the first and what is set aside.
        await webhook.Take(5);
        await webhook.Stop();

        webhook.Answer = _ => WebhookAtWork.Taken;
        webhook.Begin();
        var taken = new List<Attempt>();
        while (taken.Count(attempt => attempt.Succeeded) < 3) taken.Add(await webhook.Next());

        taken.Where(attempt => attempt.Succeeded).Select(attempt => attempt.Id).Order(StringComparer.Ordinal).ShouldBe(["a", "b", "c"]);
        (await Settled(webhook)).ShouldAllBe(row => row.Status == WebhookDeliveryStatus.Succeeded);
    }

    [Fact]
    public async Task What_the_receiver_takes_as_the_work_ends_is_not_sent_again()
    {
        await using var webhook = await WebhookAtWork.Start(_crm);
        webhook.Answer = _ => WebhookAtWork.Failed;
        await webhook.Add("a");
        // It is set aside behind the third.
        await webhook.Take(3);
        var stopping = Task.CompletedTask;
        webhook.Answer = _ =>
        {
            stopping = webhook.Stop();
            return WebhookAtWork.Taken;
        };
        (await webhook.Next()).Succeeded.ShouldBeTrue();
        await stopping;
        (await webhook.Deliveries()).Single().Status.ShouldBe(WebhookDeliveryStatus.Succeeded);
    }

    [Fact]
    public async Task A_receiver_that_asks_for_time_gets_it()
    {
        await using var webhook = await WebhookAtWork.Start(_crm);
        webhook.Answer = _ => new WebhookAnswer(429, "The receiver answered 429.", TimeSpan.Zero, RetryAfter: TimeSpan.FromMinutes(20));
        await webhook.Add("a");
        var attempts = await webhook.Take(2);
        (attempts[1].At - attempts[0].At).ShouldBeInRange(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(21));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_disables_its_webhook_and_resuming_it_loses_nothing()
    {
        await using var webhook = await WebhookAtWork.Start(_crm);
        webhook.Answer = _ => new WebhookAnswer(410, "The receiver answered 410.", TimeSpan.Zero);
        foreach (var id in new[] { "a", "b" }) await webhook.Add(id);
        await webhook.Next();
        await webhook.Ended();
        (await webhook.Row())
            .ShouldSatisfyAllConditions(row => row.Status.ShouldBe(WebhookStatus.Disabled), row => row.StatusReason.ShouldNotBeNull().ShouldContain("410"));

        webhook.Answer = _ => WebhookAtWork.Taken;
        await webhook.Grain.Resume(new CommandContext(Actor.System));
        webhook.Begin();
        (await webhook.Take(2)).Select(attempt => attempt.Id).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_says_nothing_about_the_one_that_took_its_place_meanwhile()
    {
        await using var webhook = await WebhookAtWork.Start(_crm);
        await webhook.Add("a");
        await webhook.Next();
        webhook.Answer = _ => new WebhookAnswer(410, "The receiver answered 410.", TimeSpan.Zero);
        (await webhook.Grain.Change(new WebhookChanges { Url = "https://hooks.example.com/new" }, new CommandContext(Actor.System))).IsAccepted.ShouldBeTrue();
        // The work has not been told yet, and still knows the old address.
        await webhook.Add("b");
        await webhook.Next();
        await webhook.Ended();
        (await webhook.Row())
            .ShouldSatisfyAllConditions(row => row.Status.ShouldBe(WebhookStatus.Active), row => row.Url.ShouldBe("https://hooks.example.com/new"));

        webhook.Answer = _ => WebhookAtWork.Taken;
        webhook.Begin();
        (await webhook.Next()).Id.ShouldBe("b");
    }

    [Fact]
    public async Task A_webhook_without_any_success_for_long_is_paused_and_says_why()
    {
        await using var webhook = await WebhookAtWork.Start(_crm, options: new WebhookOptions { PauseAfter = TimeSpan.FromHours(2) });
        webhook.Answer = _ => WebhookAtWork.Failed;
        for (var i = 0; i < 40; i++) await webhook.Add($"i{i:00}");
        var begun = webhook.Time.GetUtcNow();
        var last = begun;
        while (await webhook.NextUnlessEnded() is { } attempt) last = attempt.At;
        await webhook.Ended();
        (last - begun).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromHours(2));
        (await webhook.Row()).ShouldSatisfyAllConditions(
            row => row.Status.ShouldBe(WebhookStatus.Paused), row => row.StatusReason.ShouldNotBeNull()
                .ShouldContain("No delivery has succeeded since 2100-04-01 12:00 UTC"));
    }

    [Fact]
    public async Task A_change_is_noticed_although_nobody_told_the_work_of_it()
    {
        await using var webhook = await WebhookAtWork.Start(_crm);
        await webhook.Add("a");
        (await webhook.Next()).Id.ShouldBe("a");
        (await webhook.Grain.Delete(new CommandContext(Actor.System))).IsAccepted.ShouldBeTrue();

        using var moments = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var ended = webhook.Ended(); !ended.IsCompleted; await moments.WaitForNextTickAsync()) webhook.Time.Advance(TimeSpan.FromSeconds(30));
        await webhook.Ended();
    }

    [Fact]
    public async Task What_failed_so_far_is_skipped_when_its_kind_is_no_longer_chosen_and_holds_up_nothing()
    {
        await using var webhook = await WebhookAtWork.Start(_crm);
        webhook.Answer = _ => WebhookAtWork.Failed;
        foreach (var id in new[] { "a", "b" }) await webhook.Add(id);
        // The first is set aside, the second in line.
        await webhook.Take(4);
        await webhook.Stop();
        (await webhook.Deliveries()).Select(row => row.Status).ShouldBe([WebhookDeliveryStatus.Retrying, WebhookDeliveryStatus.Pending]);

        webhook.Answer = _ => WebhookAtWork.Taken;
        await webhook.Grain.Change(new WebhookChanges { Kinds = ["influencer.profile-updated"] }, new CommandContext(Actor.System));
        webhook.Begin();
        await _crm.Grain<IInfluencerGrain>("a").Update(new() { IsCustomer = true }, new CommandContext(Actor.System));
        (await webhook.Next()).Kind.ShouldBe("influencer.profile-updated");
        var rows = await Settled(webhook);
        rows.Take(2).ShouldAllBe(row => row.Status == WebhookDeliveryStatus.Skipped && row.NextAttemptAt == null);
        rows[2].Status.ShouldBe(WebhookDeliveryStatus.Succeeded);
    }

    [Fact]
    public async Task Only_chosen_kinds_of_the_own_workspace_are_sent_and_never_what_happens_to_webhooks()
    {
        await using var webhook = await WebhookAtWork.Start(_crm, ["influencer.created"]);
        await webhook.Add("theirs", workspace: "other");
        await webhook.Add("a");
        await _crm.Grain<IInfluencerGrain>("a").Update(new() { IsCustomer = true }, new CommandContext(Actor.System));
        await webhook.Grain.Change(new WebhookChanges { Name = "Analysts" }, new CommandContext(Actor.System));
        await webhook.Add("b");
        (await webhook.Take(2)).Select(attempt => (attempt.Id, attempt.Kind)).ShouldBe([("a", "influencer.created"), ("b", "influencer.created")]);
    }

    // What the last attempt came to is written a moment after it.
    private static Task<IReadOnlyList<WebhookDeliveryRow>> Settled(WebhookAtWork webhook) => Poll.For<IReadOnlyList<WebhookDeliveryRow>>(async () =>
        await webhook.Deliveries() is { Count: 3 } rows
            && rows.All(row => row.Status is WebhookDeliveryStatus.Succeeded or WebhookDeliveryStatus.Dead or WebhookDeliveryStatus.Skipped)
            ? rows
            : null);
}

public sealed class SqliteRetryTests(PostgresServer postgres) : RetryTests(StorageEngine.Sqlite, postgres);

public sealed class PostgresRetryTests(PostgresServer postgres) : RetryTests(StorageEngine.Postgres, postgres);
