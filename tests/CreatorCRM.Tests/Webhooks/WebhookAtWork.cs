using System.Collections.Immutable;
using System.Threading.Channels;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CreatorCRM.Tests.Webhooks;

/// <summary>A webhook whose receiver answers as the test says, on a real silo and database, with a clock that goes on only when nothing else can.</summary>
internal sealed class WebhookAtWork(CrmSilo crm, EntityKey key, WebhookOptions options) : IWebhookSender, IAsyncDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100), Patience = TimeSpan.FromMinutes(2);
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));

    private readonly Channel<Attempt> _attempts = Channel.CreateUnbounded<Attempt>();
    private CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;

    public static WebhookAnswer Taken { get; } = new(204, null, TimeSpan.Zero);

    public static WebhookAnswer Failed { get; } = new(500, "The receiver answered 500.", TimeSpan.Zero);

    /// <summary>Ahead of the silo's own, by which the webhook was made.</summary>
    public FakeTimeProvider Time { get; } = new(DateTimeOffset.Parse("2100-04-01T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What the receiver does with an event.</summary>
    public Func<EventStory, WebhookAnswer> Answer { get; set; } = _ => Taken;

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
        var works = new WebhookWorks(Get<LiveLog>(), Get<IJournalStore>(), Get<EventCatalog>(), Get<WebhookQueries>(), Get<WebhookDeliveries>(), Get<WebhookSecrets>(), this,
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

    public Task Add(string id, string workspace = "default") => crm.Grain<IInfluencerGrain>(id, workspace).Create(new CreateInfluencer(id, ImmutableArray<NewAccount>.Empty, new InfluencerChanges()), Manager);

    /// <summary>The next attempt. When there is none for a moment, the clock goes on to when the next one is due.</summary>
    public async Task<Attempt> Next()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            using var moment = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
            moment.CancelAfter(Moment);
            try
            {
                return await _attempts.Reader.ReadAsync(moment.Token);
            }
            catch (OperationCanceledException) when (!limit.IsCancellationRequested)
            {
                // None is due before the last attempt's outcome is written.
                if ((await Deliveries()).Min(delivery => delivery.NextAttemptAt) is { } due) Time.SetUtcNow(due > Time.GetUtcNow() ? due : Time.GetUtcNow().AddSeconds(1));
            }
        }
    }

    public async Task<IReadOnlyList<Attempt>> Take(int count)
    {
        var taken = new List<Attempt>(count);
        while (taken.Count < count) taken.Add(await Next());
        return taken;
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
