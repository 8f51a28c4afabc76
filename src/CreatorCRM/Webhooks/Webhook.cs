using System.Collections.Immutable;

namespace CreatorCRM.Webhooks;

/// <summary>Whether events are sent.</summary>
public enum WebhookStatus
{
    /// <summary>Every event is sent.</summary>
    Active,
    /// <summary>Nothing is sent; events wait until it is resumed.</summary>
    Paused,
    /// <summary>The receiver said that it is gone (410); events wait until it is resumed.</summary>
    Disabled,
}

/// <summary>An address that gets every event of some kinds. The secret that signs them is not in the journal; only its number is.</summary>
public sealed partial record Webhook : IAggregate<Webhook>
{
    public static string Kind => "webhook";
    public static int Shape => 1;
    public static IReadOnlyList<UniqueRule> UniqueRules => [];

    public required EntityKey Key { get; init; }
    public long Version { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public string Name { get; init; } = "";
    public string Url { get; init; } = "";
    public ImmutableArray<string> Kinds { get; init; } = [];
    public WebhookStatus Status { get; init; }
    public string? StatusReason { get; init; }
    public DateTimeOffset StatusSince { get; init; }
    public int Secret { get; init; }
    /// <summary>Until then the secret before signs too; null when there is none.</summary>
    public DateTimeOffset? OldSecretUntil { get; init; }
    public bool IsDeleted { get; init; }

    public bool Exists => Version > 0 && !IsDeleted;

    public IEnumerable<Subject> RelatedSubjects => [];

    public static Webhook New(EntityKey key) => new() { Key = key };

    public Webhook Apply(IEvent @event, EventMeta meta) => (@event switch
    {
        WebhookCreated e =>
            With(WebhookStatus.Active, null, meta) with { Name = e.Name, Url = e.Url, Kinds = e.Kinds, Secret = 1, CreatedAt = meta.RecordedAt },
        WebhookChanged e => this with { Name = e.Changes.Name ?? Name, Url = e.Changes.Url ?? Url, Kinds = e.Changes.Kinds ?? Kinds },
        WebhookPaused e => With(WebhookStatus.Paused, e.Reason, meta),
        WebhookDisabled e => With(WebhookStatus.Disabled, e.Reason, meta),
        WebhookResumed => With(WebhookStatus.Active, null, meta),
        WebhookSecretRotated e => this with { Secret = e.Secret, OldSecretUntil = e.OldSecretUntil },
        WebhookDeleted => this with { IsDeleted = true },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a webhook."),
    }) with { Version = meta.Version, UpdatedAt = meta.RecordedAt };

    private Webhook With(WebhookStatus status, string? reason, EventMeta meta) =>
        this with { Status = status, StatusReason = reason, StatusSince = meta.RecordedAt };
}
