namespace CreatorCRM.Storage;

/// <summary>An event, for reading timelines.</summary>
public sealed class EventRow
{
    public long Position { get; init; }
    public required string Workspace { get; init; }
    public required string Stream { get; init; }
    public long Version { get; init; }
    public required string Type { get; init; }
    public int SchemaVersion { get; init; }
    public required string Data { get; init; }
    public required string ActorId { get; init; }
    public required string ActorName { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
}

/// <summary>On whose timeline an event shows.</summary>
public sealed class EventSubjectRow
{
    public required string Workspace { get; init; }
    public required string Subject { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public long Position { get; init; }
}
