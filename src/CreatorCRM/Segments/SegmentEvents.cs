namespace CreatorCRM.Segments;

[EventType("segment.created")]
public sealed record SegmentCreated(string Name, string Filter, string? Query, SegmentVisibility Visibility) : IEvent
{
    public string Summary => $"The {Visibility.Words()} segment {Name} was created.";
}

/// <summary>The fields that changed, with their new values.</summary>
[EventType("segment.updated")]
public sealed record SegmentUpdated(string? Name, string? Filter, Change<string?>? Query, SegmentVisibility? Visibility) : IEvent
{
    public string Summary => $"The segment was updated: {string.Join(", ", Changed())}.";

    private IEnumerable<string> Changed()
    {
        if (Name is not null) yield return $"name {Name}";
        if (Filter is not null) yield return $"filter {Excerpt.Of(Filter)}";
        if (Query is { } query) yield return query.Value is { } words ? $"search for {words}" : "no search";
        if (Visibility is { } visibility) yield return visibility.Words();
    }
}

[EventType("segment.archived")]
public sealed record SegmentArchived : IEvent
{
    public string Summary => "The segment was archived.";
}

[EventType("segment.restored")]
public sealed record SegmentRestored : IEvent
{
    public string Summary => "The segment was taken back from the archive.";
}
