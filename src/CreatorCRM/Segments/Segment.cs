namespace CreatorCRM.Segments;

/// <summary>A filter of influencers that somebody keeps under a name. Who is in it is never stored: it is asked for anew each time.</summary>
public sealed partial record Segment : IAggregate<Segment>
{
    public static string Kind => "segment";
    public static int Shape => 1;
    public static IReadOnlyList<UniqueRule> UniqueRules { get; } =
        [new("segments", "ux_segments_name", ["workspace", "name_key"],
            new Refusal(RefusalCode.NameTaken, "There is a segment of this name already; it may be archived.", "name"))];

    public required EntityKey Key { get; init; }
    public long Version { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public string Name { get; init; } = "";
    public string Filter { get; init; } = "{}";
    public string? Query { get; init; }
    public SegmentVisibility Visibility { get; init; }
    /// <summary>Who made it.</summary>
    public Actor Owner { get; init; } = Actor.System;
    public DateTimeOffset? ArchivedAt { get; init; }

    public bool Exists => Version > 0;

    public IEnumerable<Subject> RelatedSubjects => [];

    public static Segment New(EntityKey key) => new() { Key = key };

    public Segment Apply(IEvent @event, EventMeta meta) => (@event switch
    {
        SegmentCreated e =>
            this with { Name = e.Name, Filter = e.Filter, Query = e.Query, Visibility = e.Visibility, Owner = meta.Actor, CreatedAt = meta.RecordedAt },
        SegmentUpdated e => this with
        {
            Name = e.Name ?? Name,
            Filter = e.Filter ?? Filter,
            Query = e.Query is { } query ? query.Value : Query,
            Visibility = e.Visibility ?? Visibility,
        },
        SegmentArchived => this with { ArchivedAt = meta.OccurredAt },
        SegmentRestored => this with { ArchivedAt = null },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a segment."),
    }) with { Version = meta.Version, UpdatedAt = meta.RecordedAt };
}
