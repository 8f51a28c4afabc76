namespace CreatorCRM.Segments;

/// <summary>Who sees a segment.</summary>
public enum SegmentVisibility
{
    /// <summary>Everybody in the workspace sees it, and who may write may change it.</summary>
    Shared,
    /// <summary>Only who made it sees it.</summary>
    Private,
}

/// <param name="Filter">JSON of an InfluencerFilter, as <see cref="SegmentFilter.Write"/> gives it.</param>
[GenerateSerializer, Immutable, Alias("create-segment")]
public sealed record CreateSegment(string Name, string Filter, string? Query, SegmentVisibility Visibility);

/// <summary>New values for a segment; what is null stays as it is.</summary>
[GenerateSerializer, Immutable, Alias("segment-changes")]
public sealed record SegmentChanges
{
    [Id(0)] public string? Name { get; init; }
    [Id(1)] public string? Filter { get; init; }
    [Id(2)] public Change<string?>? Query { get; init; }
    [Id(3)] public SegmentVisibility? Visibility { get; init; }
}

/// <param name="Archived">False takes it back from the archive.</param>
[GenerateSerializer, Immutable, Alias("archive-segment")]
public sealed record ArchiveSegment(bool Archived);
