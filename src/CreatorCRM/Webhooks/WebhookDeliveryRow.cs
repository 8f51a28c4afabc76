namespace CreatorCRM.Webhooks;

/// <summary>Where the delivery of an event stands.</summary>
public enum WebhookDeliveryStatus
{
    /// <summary>Failed so far, and newer events wait behind it.</summary>
    Pending,
    /// <summary>Failed too often for others to wait; it is tried again beside newer ones.</summary>
    Retrying,
    /// <summary>The receiver has it.</summary>
    Succeeded,
    /// <summary>Given up. It can be retried by hand.</summary>
    Dead,
    /// <summary>Failed so far, and not tried again because its kind of event is no longer chosen. Once it is again, it can be retried by hand.</summary>
    Skipped,
}

/// <summary>An event that was sent, or tried to be, to one webhook. Not part of the journal: it is about the world outside.</summary>
public sealed record WebhookDeliveryRow
{
    public required string Workspace { get; init; }
    public required string WebhookId { get; init; }
    /// <summary>The event's in the journal.</summary>
    public long Position { get; init; }
    /// <summary>The other half of the event's place in the log.</summary>
    public long LogTransaction { get; init; }
    public required string Stream { get; init; }
    /// <summary>The event's in its stream.</summary>
    public long Version { get; init; }
    public required string Kind { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    public WebhookDeliveryStatus Status { get; init; }
    /// <summary>All that were ever made.</summary>
    public int Attempts { get; init; }
    /// <summary>Those of the present schedule, which begins anew when somebody asks for it.</summary>
    public int Tries { get; init; }
    public DateTimeOffset LastAttemptAt { get; init; }
    public DateTimeOffset? NextAttemptAt { get; init; }
    /// <summary>The last answer's; null when there was none.</summary>
    public int? StatusCode { get; init; }
    /// <summary>What went wrong at last; null after a success.</summary>
    public string? Error { get; init; }
    public long DurationMs { get; init; }

    public LogCursor Cursor => new(LogTransaction, Position);

    public static WebhookDeliveryRow Of(EntityKey webhook, LoggedEvent logged) => new()
    {
        Workspace = webhook.Workspace,
        WebhookId = webhook.Id,
        Position = logged.Cursor.Position,
        LogTransaction = logged.Cursor.Transaction,
        Stream = logged.Event.Stream.ToString(),
        Version = logged.Event.Version,
        Kind = logged.Event.Kind,
        RecordedAt = logged.Event.RecordedAt,
    };

    /// <summary>Why it cannot be tried again now; null when it can.</summary>
    public Refusal? MayBeRetried(WebhookRow webhook) =>
        webhook.Status != WebhookStatus.Active ? new Refusal(RefusalCode.IllegalWebhookStatus,
            "The webhook is not active, so nothing is sent. Resume it first.")
        : !EventKinds.Includes(webhook.Choices, Kind) ? Refusal.Invalid("deliveryId",
            $"The webhook does not choose {Kind} any more. Choose it with updateWebhook first.")
        : null;

    /// <summary>At the beginning of the schedule, and due. What is still in line stays there: it is next, or behind what a replay sends.</summary>
    public WebhookDeliveryRow Again(LogCursor place, DateTimeOffset now) =>
        this with
        {
            Status = Status == WebhookDeliveryStatus.Pending && Cursor > place ? Status : WebhookDeliveryStatus.Retrying,
            Tries = 0,
            NextAttemptAt = now
        };

    /// <summary>With the outcome of one more attempt; what is to come of a failure is for the caller to say.</summary>
    public WebhookDeliveryRow After(WebhookAnswer answer, DateTimeOffset now) => this with
    {
        Attempts = Attempts + 1,
        Tries = Tries + 1,
        LastAttemptAt = now,
        NextAttemptAt = null,
        StatusCode = answer.StatusCode,
        Error = answer.Error,
        DurationMs = (long)answer.Took.TotalMilliseconds,
        Status = answer.IsSuccess ? WebhookDeliveryStatus.Succeeded : Status,
    };
}

/// <summary>How far a webhook has come in the log.</summary>
public sealed record WebhookProgressRow
{
    public required string Workspace { get; init; }
    public required string WebhookId { get; init; }
    public long LogTransaction { get; init; }
    public long LogPosition { get; init; }
    public DateTimeOffset? LastSuccessAt { get; init; }
    /// <summary>Of the first failure since the last success.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    public LogCursor Place => new(LogTransaction, LogPosition);
}

/// <summary>
/// What signs a webhook's deliveries. In clear, since a signature needs it so, and therefore apart from the journal, which is told and exported.
/// </summary>
public sealed class WebhookSecretRow
{
    public required string Workspace { get; init; }
    public required string WebhookId { get; init; }
    public int Number { get; init; }
    public required string Secret { get; init; }
}
