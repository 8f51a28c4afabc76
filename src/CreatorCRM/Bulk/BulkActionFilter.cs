using CreatorCRM.Storage.Queries;

namespace CreatorCRM.Bulk;

/// <summary>Which bulk actions. All tests that are set must hold.</summary>
public sealed class BulkActionFilter : Filter<BulkActionFilter>
{
    internal static FilterMap<BulkActionFilter, BulkActionRow> Map { get; } = new FilterMap<BulkActionFilter, BulkActionRow>()
        .Field(filter => filter.Kind, row => row.Kind)
        .Field(filter => filter.Status, row => row.Status)
        .Field(filter => filter.DryRun, row => row.DryRun)
        .Field(filter => filter.StartedAt, row => row.StartedAt);

    /// <summary>What is done.</summary>
    public EnumFilter<BulkKind>? Kind { get; set; }

    /// <summary>Where it stands.</summary>
    public EnumFilter<BulkStatus>? Status { get; set; }

    /// <summary>Whether it changes nothing.</summary>
    public BooleanFilter? DryRun { get; set; }

    /// <summary>When it was started.</summary>
    public DateTimeFilter? StartedAt { get; set; }
}
