namespace CreatorCRM.Segments;

/// <summary>A segment in lists.</summary>
[RowTable("segments", nameof(Id))]
public sealed record SegmentRow : IRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public long Version { get; init; }
    public required string Name { get; init; }
    public required string SortName { get; init; }
    /// <summary>What is unique: a private name within those of its owner.</summary>
    public required string NameKey { get; init; }
    /// <summary>JSON, see <see cref="SegmentFilter"/>.</summary>
    public required string Filter { get; init; }
    public string? Query { get; init; }
    public SegmentVisibility Visibility { get; init; }
    public required string OwnerId { get; init; }
    public required string OwnerName { get; init; }
    public DateTimeOffset? ArchivedAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    string IRow.RowKey => Id;
}

public partial record Segment
{
    public IEnumerable<IRow> Rows() =>
    [
        new SegmentRow
        {
            Workspace = Key.Workspace,
            Id = Key.Id,
            Version = Version,
            Name = Name,
            SortName = TextKey.Fold(Name),
            NameKey = $"{(Visibility == SegmentVisibility.Private ? Owner.Id : "")}/{TextKey.Fold(Name)}",
            Filter = Filter,
            Query = Query,
            Visibility = Visibility,
            OwnerId = Owner.Id,
            OwnerName = Owner.Name,
            ArchivedAt = ArchivedAt,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
        },
    ];
}
