using CreatorCRM.Storage.Queries;

namespace CreatorCRM.Tasks;

/// <summary>Which tasks. All tests that are set must hold.</summary>
public sealed class TaskFilter : Filter<TaskFilter>
{
    internal static FilterMap<TaskFilter, TaskRow> Map { get; } = new FilterMap<TaskFilter, TaskRow>()
        .Field(filter => filter.Kind, row => row.Kind)
        .Field(filter => filter.Status, row => row.Status)
        .Field(filter => filter.DueAt, row => row.DueAt)
        .Field(filter => filter.Assignee, row => row.Assignee)
        .Field(filter => filter.InfluencerId, row => row.InfluencerId)
        .Field(filter => filter.CampaignId, row => row.CampaignId)
        .Field(filter => filter.PartnershipId, row => row.PartnershipId);

    /// <summary>Where it comes from.</summary>
    public EnumFilter<TaskKind>? Kind { get; set; }

    /// <summary>Where it stands.</summary>
    public EnumFilter<TaskState>? Status { get; set; }

    /// <summary>When it is due; `lt` for what is due before.</summary>
    public DateTimeFilter? DueAt { get; set; }

    /// <summary>Who is to do it.</summary>
    public StringFilter? Assignee { get; set; }

    /// <summary>The influencer it is about.</summary>
    public IdFilter? InfluencerId { get; set; }

    /// <summary>The campaign it is about.</summary>
    public IdFilter? CampaignId { get; set; }

    /// <summary>The partnership it is about.</summary>
    public IdFilter? PartnershipId { get; set; }
}

/// <summary>What a list of tasks can be ordered by.</summary>
public enum TaskOrderField
{
    /// <summary>By when they are due.</summary>
    DueAt,
    /// <summary>By when they were done or dismissed; those that are open come last.</summary>
    ClosedAt,
}

/// <summary>The order of a list of tasks.</summary>
/// <param name="Field">What to order by.</param>
/// <param name="Direction">Which end comes first.</param>
public sealed record TaskOrder(TaskOrderField Field, OrderDirection Direction = OrderDirection.Asc);
