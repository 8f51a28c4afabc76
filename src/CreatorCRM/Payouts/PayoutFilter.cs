using CreatorCRM.Storage.Queries;

namespace CreatorCRM.Payouts;

/// <summary>Which payouts. All tests that are set must hold.</summary>
public sealed class PayoutFilter : Filter<PayoutFilter>
{
    internal static FilterMap<PayoutFilter, PayoutRow> Map { get; } = new FilterMap<PayoutFilter, PayoutRow>()
        .Field(filter => filter.Status, row => row.Status)
        .Field(filter => filter.InfluencerId, row => row.InfluencerId)
        .Field(filter => filter.CampaignId, row => row.CampaignId)
        .Field(filter => filter.InvoiceNumber, row => row.InvoiceNumber)
        .Field(filter => filter.DueOn, row => row.DueOn)
        .Field(filter => filter.PaidOn, row => row.PaidOn)
        .Field(filter => filter.ProposedAt, row => row.ProposedAt);

    /// <summary>Where it stands.</summary>
    public EnumFilter<PayoutStatus>? Status { get; set; }

    /// <summary>Who is paid.</summary>
    public IdFilter? InfluencerId { get; set; }

    /// <summary>The campaign it is for.</summary>
    public IdFilter? CampaignId { get; set; }

    /// <summary>The number of the influencer's invoice.</summary>
    public StringFilter? InvoiceNumber { get; set; }

    /// <summary>The day by which it is to be paid.</summary>
    public DateFilter? DueOn { get; set; }

    /// <summary>The day on which it was paid.</summary>
    public DateFilter? PaidOn { get; set; }

    /// <summary>When it was proposed.</summary>
    public DateTimeFilter? ProposedAt { get; set; }
}

/// <summary>What a list of payouts can be ordered by.</summary>
public enum PayoutOrderField
{
    /// <summary>By when they were proposed.</summary>
    ProposedAt,
    /// <summary>By the day by which they are to be paid; those without one come last.</summary>
    DueOn,
    /// <summary>By the day on which they were paid; those that were not come last.</summary>
    PaidOn,
}

/// <summary>The order of a list of payouts.</summary>
/// <param name="Field">What to order by.</param>
/// <param name="Direction">Which end comes first.</param>
public sealed record PayoutOrder(PayoutOrderField Field, OrderDirection Direction = OrderDirection.Asc);
