using System.Collections.Immutable;
using System.Threading.Channels;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Storage;
using CreatorCRM.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CreatorCRM.Tests.Webhooks;

/// <summary>A webhook whose receiver answers as the test says, on a real silo and database, with a clock that goes on only when nothing else can.</summary>
internal sealed class WebhookAtWork(CrmSilo crm, EntityKey key, WebhookOptions options) : IWebhookSender, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));

    private readonly Channel<Attempt> _attempts = Channel.CreateUnbounded<Attempt>();
    private CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;

    public static WebhookAnswer Taken { get; } = new(204, null, TimeSpan.Zero);

    public static WebhookAnswer Failed { get; } = new(500, "The receiver answered 500.", TimeSpan.Zero);

    /// <summary>Ahead of the silo's own, by which the webhook was made.</summary>
    public WaitingTime Time { get; } = new();

    /// <summary>What the receiver does with an event.</summary>
    public Func<EventStory, WebhookAnswer> Answer { get; set; } = _ => Taken;

    /// <summary>The events that the node which carries the work knows, from the next time it begins.</summary>
    public EventCatalog Catalog { get; set; } = EventCatalog.Default;

    public IWebhookGrain Grain => crm.Grains.GetGrain<IWebhookGrain>(key.ToString());

    /// <param name="kinds">Of the events that it wants; none for all.</param>
    public static async Task<WebhookAtWork> Start(CrmSilo crm, string[]? kinds = null, WebhookOptions? options = null)
    {
        var webhook = new WebhookAtWork(crm, new EntityKey("default", "hook"), options ?? new WebhookOptions());
        (await webhook.Grain.Create(new CreateWebhook("Data team", "https://hooks.example.com/crm", [.. kinds ?? []]), Manager)).IsAccepted.ShouldBeTrue();
        webhook.Begin();
        return webhook;
    }

    public Task<WebhookAnswer> Send(WebhookTarget target, EventStory story, CancellationToken cancel)
    {
        var answer = Answer(story);
        _attempts.Writer.TryWrite(new Attempt(story.Event.Stream.Id, story.Event.Type, answer.IsSuccess, Time.GetUtcNow()));
        return Task.FromResult(answer);
    }

    public void Begin()
    {
        T Get<T>() where T : notnull => crm.Services.GetRequiredService<T>();
        _stop = new CancellationTokenSource();
        var works = new WebhookWorks(Get<LiveLog>(), Get<IJournalStore>(), Catalog, Get<WebhookQueries>(), Get<WebhookDeliveries>(),
            Get<WebhookSecrets>(), this,
            new RetrySchedule(new Random(1)), options, crm.Grains, Time, NullLogger<WebhookWorks>.Instance);
        _work = Task.Run(() => works.Run(key, _stop.Token));
    }

    public async Task Stop()
    {
        await _stop.CancelAsync();
        await _work;
    }

    /// <summary>Completes when the work ends by itself.</summary>
    public Task Ended() => _work.WaitAsync(Patience);

    public Task Add(string id, string workspace = "default") =>
        crm.Grain<IInfluencerGrain>(id, workspace).Create(new CreateInfluencer(id, ImmutableArray<NewAccount>.Empty, new InfluencerChanges()), Manager);

    /// <summary>The next attempt. When none can be made before it is time, the clock goes on to when it is.</summary>
    public async Task<Attempt> Next() => await NextUnlessEnded() ?? throw new InvalidOperationException("The work has ended.");

    /// <summary>The same; null when the work has ended by itself.</summary>
    public async Task<Attempt?> NextUnlessEnded()
    {
        Attempt? next = null;
        await Poll.Until(async () =>
        {
            var ended = _work.IsCompleted;
            if (_attempts.Reader.TryRead(out next) || ended) return true;
            if (await WaitedFor() is { } instant) Time.SetUtcNow(instant);
            return false;
        }, "an attempt, or the end of the work");
        return next;
    }

    public async Task<IReadOnlyList<Attempt>> Take(int count)
    {
        var taken = new List<Attempt>(count);
        while (taken.Count < count) taken.Add(await Next());
        return taken;
    }

    /// <summary>When it goes on, if all that is at work for the webhook waits for the time to pass.</summary>
    private async Task<DateTimeOffset?> WaitedFor()
    {
        var waits = Time.Waits;
        if (waits.Count == 0) return null;
        var others = waits.ToList();
        // Of those set aside one is waited for; and the line waits unless it is at the end of the log.
        var aside = (await Deliveries()).Where(delivery => delivery.Status == WebhookDeliveryStatus.Retrying).Min(delivery => delivery.NextAttemptAt);
        var asideWaits = aside is not { } next || others.Remove(others.Find(until => until >= next && until < next.AddMilliseconds(2)));
        var lineWaits = others.Count > 0 || await IsAtTheEnd();
        // What began or ended to wait meanwhile was not seen as it is.
        return asideWaits && lineWaits && waits.SequenceEqual(Time.Waits) ? waits[0] : null;
    }

    private async Task<bool> IsAtTheEnd()
    {
        await using var db = crm.Read();
        var choices = (await db.Set<WebhookRow>().SingleAsync()).Choices;
        var events = await db.Set<EventRow>().Where(row => row.Workspace == key.Workspace).Select(row => new { row.Position, row.Type }).ToListAsync();
        var last = events.Where(one => EventKinds.Includes(choices, one.Type)).Max(one => (long?)one.Position);
        return (await db.Set<WebhookProgressRow>().SingleOrDefaultAsync())?.LogPosition >= last;
    }

    public async Task<IReadOnlyList<WebhookDeliveryRow>> Deliveries()
    {
        await using var db = crm.Read();
        return await db.Set<WebhookDeliveryRow>().OrderBy(row => row.Position).ToListAsync();
    }

    public async Task<WebhookRow> Row()
    {
        await using var db = crm.Read();
        return await db.Set<WebhookRow>().SingleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _stop.Dispose();
    }
}

/// <param name="Id">The entity's.</param>
internal sealed record Attempt(string Id, string Kind, bool Succeeded, DateTimeOffset At);
