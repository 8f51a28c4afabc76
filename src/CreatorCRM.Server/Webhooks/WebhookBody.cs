using System.Text.Json;
using CreatorCRM.Server.Api;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Webhooks;

namespace CreatorCRM.Server.Webhooks;

/// <summary>
/// What a receiver gets. Members are never renamed or removed, and null is written; new ones may come. Another shape would be another
/// <see cref="SchemaVersion"/>.
/// </summary>
/// <param name="Id">The event's, the same as in the API and as the header webhook-id: the same for every attempt, replay and webhook.</param>
/// <param name="Cursor">Its place in the log, for a replay and for the API's subscription to events.</param>
/// <param name="Entity">What it happened to, with the version that it gave it.</param>
/// <param name="Subjects">All whom it concerns, the entity itself first.</param>
/// <param name="Before">The entity before it, as the API shows it; null when the event made it.</param>
/// <param name="After">The entity after it.</param>
/// <param name="Recorded">The message, sale, refund, figures or check that it recorded, each with its type; empty when the entity itself says all.</param>
public sealed record WebhookBody(
    NodeId Id, string Kind, int SchemaVersion, string? Cursor, NodeId Workspace, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, Api.Actor Actor,
    string Summary,
    WebhookEntity? Entity, IReadOnlyList<WebhookSubject> Subjects, object? Before, object? After, IReadOnlyList<object> Recorded)
{
    public const int CurrentVersion = 1;
    public const string TestKind = "webhook.test";

    public static WebhookBody Of(EventStory story)
    {
        var (stored, entity) = (story.Event, story.Event.Stream);
        var subjects = story.Subjects.Select(WebhookEntities.NodeOf).Select(id => new WebhookSubject(id.Type, id)).ToArray();
        return new WebhookBody(
            TimelineEntry.IdOf(entity, stored.Version), stored.Type, CurrentVersion, EventCursor.Write(stored.Cursor), NodeId.Of<Workspace>(entity.Workspace),
            stored.OccurredAt, stored.RecordedAt,
            Api.Actor.Of(stored.Actor), story.Summary, new WebhookEntity(subjects[0].Type, subjects[0].Id, stored.Version), subjects,
            WebhookEntities.Of(story.Before), WebhookEntities.Of(story.After),
            [.. story.Recorded.Select(WebhookEntities.Recorded).OfType<object>()]);
    }

    /// <summary>An event that did not happen, to try a receiver with.</summary>
    public static WebhookBody Test(string id, string workspace, Common.Actor actor, DateTimeOffset now) => new(
        NodeId.Of<WebhookBody>(id), TestKind, CurrentVersion, null, NodeId.Of<Workspace>(workspace), now, now, Api.Actor.Of(actor), "A test: nothing happened.",
        null, [], null, null, []);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, WebhookJson.Options);
}

/// <param name="Type">Of the API, such as Influencer.</param>
public sealed record WebhookEntity(string Type, NodeId Id, long Version);

/// <param name="Type">Of the API, such as Campaign.</param>
public sealed record WebhookSubject(string Type, NodeId Id);
