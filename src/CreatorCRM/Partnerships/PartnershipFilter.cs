using CreatorCRM.Contracts;
using CreatorCRM.Storage.Queries;

namespace CreatorCRM.Partnerships;

/// <summary>Which partnerships. All tests that are set must hold.</summary>
public sealed class PartnershipFilter : Filter<PartnershipFilter>
{
    internal static FilterMap<PartnershipFilter, PartnershipRow> Map { get; } = new FilterMap<PartnershipFilter, PartnershipRow>()
        .Field(filter => filter.Stage, row => row.Stage, indexed: Indexed.NewestFirst)
        .Field(filter => filter.StageSince, row => row.StageSince, indexed: Indexed.ByValue)
        .Field(filter => filter.Owner, row => row.Owner, indexed: Indexed.NewestFirst)
        .Field(filter => filter.InfluencerId, row => row.InfluencerId, indexed: Indexed.ByValue)
        .Field(filter => filter.CampaignId, row => row.CampaignId, indexed: Indexed.NewestFirst)
        .Field(filter => filter.LastContactAt, row => row.LastContactAt, indexed: Indexed.ByValue)
        .Field(filter => filter.LastOutreachAt, row => row.LastOutreachAt)
        .Field(filter => filter.LastReplyAt, row => row.LastReplyAt)
        .Field(filter => filter.NextFollowUpAt, row => row.NextFollowUpAt, indexed: Indexed.ByValue)
        .Field(filter => filter.ContractStatus, row => row.ContractStatus, indexed: Indexed.NewestFirst)
        .Field(filter => filter.ContractEndsOn, row => row.ContractEndsOn, indexed: Indexed.ByValue)
        .Field(filter => filter.DeclinedBy, row => row.DeclinedBy, indexed: Indexed.NewestFirst)
        .Field(filter => filter.DeclineReason, row => row.DeclineReason, indexed: Indexed.NewestFirst)
        .Field(filter => filter.CreatedAt, row => row.CreatedAt, indexed: Indexed.NewestFirst)
        .Field(filter => filter.UpdatedAt, row => row.UpdatedAt, indexed: Indexed.ByValue);

    /// <summary>How far it has come.</summary>
    public EnumFilter<PartnershipStage>? Stage { get; set; }

    /// <summary>Since when it has been in its stage.</summary>
    public DateTimeFilter? StageSince { get; set; }

    /// <summary>Who is in charge of it.</summary>
    public StringFilter? Owner { get; set; }

    /// <summary>The influencer.</summary>
    public IdFilter? InfluencerId { get; set; }

    /// <summary>The campaign.</summary>
    public IdFilter? CampaignId { get; set; }

    /// <summary>When either side last spoke to the other.</summary>
    public DateTimeFilter? LastContactAt { get; set; }

    /// <summary>When the brand last wrote or called.</summary>
    public DateTimeFilter? LastOutreachAt { get; set; }

    /// <summary>When the influencer last wrote or called.</summary>
    public DateTimeFilter? LastReplyAt { get; set; }

    /// <summary>When the earliest open follow-up is due.</summary>
    public DateTimeFilter? NextFollowUpAt { get; set; }

    /// <summary>Where the latest version of the contract stands; absent without any contract.</summary>
    public EnumFilter<ContractStatus>? ContractStatus { get; set; }

    /// <summary>The last day of the contract in force, or the one to which notice was given; absent without one in force, and when it runs for ever.</summary>
    public DateFilter? ContractEndsOn { get; set; }

    /// <summary>Which side did not want to; absent when nobody said.</summary>
    public EnumFilter<Party>? DeclinedBy { get; set; }

    /// <summary>Why it is over; absent when nobody said.</summary>
    public EnumFilter<DeclineReason>? DeclineReason { get; set; }

    /// <summary>When it was shortlisted.</summary>
    public DateTimeFilter? CreatedAt { get; set; }

    /// <summary>When anything about it last changed.</summary>
    public DateTimeFilter? UpdatedAt { get; set; }
}

/// <summary>What a list of partnerships can be ordered by.</summary>
public enum PartnershipOrderField
{
    /// <summary>By when they were shortlisted.</summary>
    CreatedAt,
    /// <summary>By when anything about them last changed.</summary>
    UpdatedAt,
    /// <summary>By how long they have been in their stage.</summary>
    StageSince,
    /// <summary>By when either side last spoke to the other; those without any contact come last.</summary>
    LastContactAt,
    /// <summary>By when the earliest open follow-up is due; those without one come last.</summary>
    NextFollowUpAt,
    /// <summary>By the last day of the contract in force; those without one come last.</summary>
    ContractEndsOn,
}

/// <summary>The order of a list of partnerships.</summary>
/// <param name="Field">What to order by.</param>
/// <param name="Direction">Which end comes first.</param>
public sealed record PartnershipOrder(PartnershipOrderField Field, OrderDirection Direction = OrderDirection.Asc);
