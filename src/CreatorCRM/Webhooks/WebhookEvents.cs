using System.Collections.Immutable;

namespace CreatorCRM.Webhooks;

// An address may hold a key of the receiver's, so sentences name its host alone.

[EventType("webhook.created")]
public sealed record WebhookCreated(string Name, string Url, ImmutableArray<string> Kinds) : IEvent
{
    public string Summary => $"The webhook {Name} to {new Uri(Url).Host} was created.";
}

/// <summary>The fields that changed, with their new values.</summary>
[EventType("webhook.changed")]
public sealed record WebhookChanged(WebhookChanges Changes) : IEvent
{
    public string Summary => $"The webhook was changed: {string.Join(", ", Changed())}.";

    private IEnumerable<string> Changed()
    {
        if (Changes.Name is { } name) yield return $"name {name}";
        if (Changes.Url is { } url) yield return $"address on {new Uri(url).Host}";
        if (Changes.Kinds is not null) yield return "kinds of events";
    }
}

/// <param name="Reason">Null when somebody paused it without giving one.</param>
[EventType("webhook.paused")]
public sealed record WebhookPaused(string? Reason) : IEvent
{
    public string Summary => Reason is null ? "The webhook was paused." : $"The webhook was paused: {Reason}";
}

[EventType("webhook.disabled")]
public sealed record WebhookDisabled(string Reason) : IEvent
{
    public string Summary => $"The webhook was disabled: {Reason}";
}

[EventType("webhook.resumed")]
public sealed record WebhookResumed : IEvent
{
    public string Summary => "The webhook was resumed.";
}

/// <param name="Secret">The number of the new one.</param>
/// <param name="OldSecretUntil">Until then the one before signs too.</param>
[EventType("webhook.secret-rotated")]
public sealed record WebhookSecretRotated(int Secret, DateTimeOffset OldSecretUntil) : IEvent
{
    public string Summary => $"The webhook got a new signing secret; the old one signs until {OldSecretUntil:yyyy-MM-dd HH:mm} UTC.";
}

[EventType("webhook.deleted")]
public sealed record WebhookDeleted : IEvent
{
    public string Summary => "The webhook was deleted.";
}
