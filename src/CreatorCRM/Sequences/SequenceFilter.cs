using CreatorCRM.Storage.Queries;

namespace CreatorCRM.Sequences;

/// <summary>Which sequences. All tests that are set must hold.</summary>
public sealed class SequenceFilter : Filter<SequenceFilter>
{
    internal static FilterMap<SequenceFilter, SequenceRow> Map { get; } = new FilterMap<SequenceFilter, SequenceRow>()
        .Field(filter => filter.Name, row => row.Name, folded: row => row.SortName)
        .Field(filter => filter.ArchivedAt, row => row.ArchivedAt)
        .Field(filter => filter.UpdatedAt, row => row.UpdatedAt);

    /// <summary>Its name; `contains` and `startsWith` ignore case and accents.</summary>
    public StringFilter? Name { get; set; }

    /// <summary>When it was archived; absent while it is in use.</summary>
    public DateTimeFilter? ArchivedAt { get; set; }

    /// <summary>When it was changed last.</summary>
    public DateTimeFilter? UpdatedAt { get; set; }
}

/// <summary>What a list of sequences can be ordered by.</summary>
public enum SequenceOrderField
{
    /// <summary>By name, ignoring case and accents.</summary>
    Name,
    /// <summary>By when they were changed last.</summary>
    UpdatedAt,
}

/// <summary>The order of a list of sequences.</summary>
/// <param name="Field">What to order by.</param>
/// <param name="Direction">Which end comes first.</param>
public sealed record SequenceOrder(SequenceOrderField Field, OrderDirection Direction = OrderDirection.Asc);
