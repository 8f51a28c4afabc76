namespace CreatorCRM.Journal;

/// <summary>Something that happened. Events are never changed once written; a new shape is a new version with an upcaster from the old.</summary>
public interface IEvent
{
    /// <summary>The sentence of the timeline, in the past tense. Not stored: it is told anew from the data.</summary>
    string Summary { get; }

    /// <summary>When it happened in the world, if that is not when it was recorded: yesterday's meeting, last month's figures.</summary>
    DateTimeOffset? OccurredAt => null;
}

/// <summary>The stored name of an event type. A contract: class names may change, this may not.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventTypeAttribute(string name, int version = 1) : Attribute
{
    public string Name { get; } = name;
    public int Version { get; } = version;
}

/// <summary>What the journal knows of an event besides its data.</summary>
public sealed record EventMeta(long Version, Actor Actor, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt);
