namespace CreatorCRM.Sequences;

/// <summary>A sequence in lists.</summary>
[RowTable("sequences", nameof(Id))]
public sealed record SequenceRow : IRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public long Version { get; init; }
    public required string Name { get; init; }
    public required string SortName { get; init; }
    /// <summary>JSON array of <see cref="SequenceStep"/>.</summary>
    public required string Steps { get; init; }
    public DateTimeOffset? ArchivedAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    string IRow.RowKey => Id;
}

public partial record Sequence
{
    public IEnumerable<IRow> Rows() =>
    [
        new SequenceRow
        {
            Workspace = Key.Workspace,
            Id = Key.Id,
            Version = Version,
            Name = Name,
            SortName = TextKey.Fold(Name),
            Steps = CrmJson.Write(Steps),
            ArchivedAt = ArchivedAt,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
        },
    ];
}
