using System.Collections.Immutable;

namespace CreatorCRM.Webhooks;

/// <summary>Where to send, and what signs it.</summary>
/// <param name="Webhook">Whose deliveries are counted together.</param>
/// <param name="Secrets">The one in use first; during a rotation the old one too.</param>
public sealed record WebhookTarget(EntityKey Webhook, string Url, ImmutableArray<string> Secrets);

/// <summary>An event as a receiver hears of it: with the entity's rows before and after it.</summary>
/// <param name="Subjects">All whom it concerns, the entity itself first.</param>
/// <param name="Before">Empty when the event made the entity.</param>
/// <param name="Recorded">What it recorded once and for all, such as a message, a sale or figures: these are not among the rows of the entity.</param>
public sealed record EventStory(
    StoredEvent Event, string Summary, ImmutableArray<Subject> Subjects, IReadOnlyList<IRow> Before, IReadOnlyList<IRow> After, IReadOnlyList<IRow> Recorded);

/// <summary>How an attempt ended.</summary>
/// <param name="StatusCode">Null when there was no answer.</param>
/// <param name="Error">What was wrong, for the one who runs the receiver; null when it took the event.</param>
/// <param name="RetryAfter">How long the receiver asked to be left alone; null when it did not.</param>
public sealed record WebhookAnswer(int? StatusCode, string? Error, TimeSpan Took, TimeSpan? RetryAfter = null)
{
    private const int Gone = 410;

    public bool IsSuccess => Error is null;

    public bool IsGone => StatusCode == Gone;
}

/// <summary>The way to the receivers.</summary>
public interface IWebhookSender
{
    /// <summary>
    /// One attempt, when it is its turn; the wait for that is no part of it. Whatever the receiver does is an answer; only cancellation throws.
    /// </summary>
    Task<WebhookAnswer> Send(WebhookTarget target, EventStory story, CancellationToken cancel);
}
