using CreatorCRM.Storage.Queries;

namespace CreatorCRM.Merges;

/// <summary>Which merges. All tests that are set must hold.</summary>
public sealed class InfluencerMergeFilter : Filter<InfluencerMergeFilter>
{
    internal static FilterMap<InfluencerMergeFilter, InfluencerMergeRow> Map { get; } = new FilterMap<InfluencerMergeFilter, InfluencerMergeRow>()
        .Field(filter => filter.Status, row => row.Status)
        .Field(filter => filter.SurvivorId, row => row.SurvivorId)
        .Field(filter => filter.MergedId, row => row.MergedId)
        .Field(filter => filter.StartedAt, row => row.StartedAt);

    /// <summary>How far it has come.</summary>
    public EnumFilter<MergeStatus>? Status { get; set; }

    /// <summary>The one who stayed.</summary>
    public IdFilter? SurvivorId { get; set; }

    /// <summary>The one who became part of the other.</summary>
    public IdFilter? MergedId { get; set; }

    /// <summary>When it was started.</summary>
    public DateTimeFilter? StartedAt { get; set; }
}
