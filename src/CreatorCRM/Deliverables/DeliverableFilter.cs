using System.Linq.Expressions;
using CreatorCRM.Disclosure;
using CreatorCRM.Storage.Queries;

namespace CreatorCRM.Deliverables;

/// <summary>Which deliverables. All tests that are set must hold.</summary>
public sealed class DeliverableFilter : Filter<DeliverableFilter>
{
    internal static FilterMap<DeliverableFilter, DeliverableRow> Map { get; } = new FilterMap<DeliverableFilter, DeliverableRow>()
        .Field(filter => filter.Status, row => row.Status)
        .Field(filter => filter.Kind, row => row.Kind)
        .Field(filter => filter.DueOn, row => row.DueOn)
        .At(filter => filter.Overdue, IsOverdue)
        .Field(filter => filter.PublishedAt, row => row.PublishedAt)
        .Field(filter => filter.DisclosureOutcome, row => row.DisclosureOutcome)
        .Field(filter => filter.PartnershipId, row => row.PartnershipId)
        .Field(filter => filter.InfluencerId, row => row.InfluencerId)
        .Field(filter => filter.CampaignId, row => row.CampaignId);

    /// <summary>Where it stands.</summary>
    public EnumFilter<DeliverableStatus>? Status { get; set; }

    /// <summary>Its format.</summary>
    public EnumFilter<DeliverableKind>? Kind { get; set; }

    /// <summary>The day by which it is to be published.</summary>
    public DateFilter? DueOn { get; set; }

    /// <summary>Its due day has passed in UTC, it is neither online nor cancelled, and the partnership was not given up.</summary>
    public BooleanFilter? Overdue { get; set; }

    /// <summary>When it went online; absent before.</summary>
    public DateTimeFilter? PublishedAt { get; set; }

    /// <summary>What a manager decided about its disclosure, else the verdict of the latest check; absent before publication.</summary>
    public EnumFilter<DisclosureOutcome>? DisclosureOutcome { get; set; }

    /// <summary>The partnership.</summary>
    public IdFilter? PartnershipId { get; set; }

    /// <summary>Who publishes it.</summary>
    public IdFilter? InfluencerId { get; set; }

    /// <summary>The campaign it is for.</summary>
    public IdFilter? CampaignId { get; set; }

    private static Expression<Func<DeliverableRow, bool>> IsOverdue(FilterTest<bool> test, DateTimeOffset now)
    {
        var today = DueDays.Today(now);
        DeliverableStatus[] open = [.. DueDays.Open];
        return test switch
        {
            { Operator: FilterOperator.Eq } when test.Operands[0] => row => row.DueOn != null && row.DueOn < today && !row.GivenUp && open.Contains(row.Status),
            { Operator: FilterOperator.Eq } => row => row.DueOn == null || row.DueOn >= today || row.GivenUp || !open.Contains(row.Status),
            // It always is or is not.
            { Operator: FilterOperator.IsNull } => test.Wanted ? row => false : row => true,
            _ => throw new NotSupportedException($"{test.Operator} is no test of yes or no."),
        };
    }
}

/// <summary>When a deliverable is late.</summary>
public static class DueDays
{
    /// <summary>Those that are still to be published.</summary>
    public static IReadOnlyList<DeliverableStatus> Open { get; } =
        [DeliverableStatus.Planned, DeliverableStatus.DraftSubmitted, DeliverableStatus.ChangesRequested, DeliverableStatus.Approved];

    /// <summary>Days end in UTC.</summary>
    public static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    public static bool IsOverdue(this DeliverableRow row, DateTimeOffset now) => row.DueOn < Today(now) && !row.GivenUp && Open.Contains(row.Status);
}

/// <summary>What a list of deliverables can be ordered by.</summary>
public enum DeliverableOrderField
{
    /// <summary>By the day by which they are to be published; those without one come last.</summary>
    DueOn,
    /// <summary>By when they went online; those that are not come last.</summary>
    PublishedAt,
}

/// <summary>The order of a list of deliverables.</summary>
/// <param name="Field">What to order by.</param>
/// <param name="Direction">Which end comes first.</param>
public sealed record DeliverableOrder(DeliverableOrderField Field, OrderDirection Direction = OrderDirection.Asc);
