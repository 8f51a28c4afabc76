using CreatorCRM.Storage.Queries;

namespace CreatorCRM.Contracts;

/// <summary>Which usage rights. All tests that are set must hold.</summary>
public sealed class UsageRightFilter : Filter<UsageRightFilter>
{
    internal static FilterMap<UsageRightFilter, UsageRightRow> Map { get; } = new FilterMap<UsageRightFilter, UsageRightRow>()
        .At(filter => filter.Status, UsageRightStatuses.Is)
        .Field(filter => filter.Channel, row => row.Channel)
        .Field(filter => filter.Territory, row => row.Territory, row => row.TerritoryKey)
        .Field(filter => filter.Asset, row => row.Asset)
        .Field(filter => filter.BeginsOn, row => (DateOnly?)row.FromOn)
        .Field(filter => filter.EndsOn, row => row.UntilOn)
        .Field(filter => filter.InfluencerId, row => row.InfluencerId)
        .Field(filter => filter.CampaignId, row => row.CampaignId)
        .Field(filter => filter.PartnershipId, row => row.PartnershipId)
        .Field(filter => filter.ContractId, row => row.ContractId);

    /// <summary>Whether the content may be used today, in UTC.</summary>
    public EnumFilter<UsageRightStatus>? Status { get; set; }

    /// <summary>Where the content may be used.</summary>
    public EnumFilter<UsageChannel>? Channel { get; set; }

    /// <summary>
    /// Where in the world, as the contract says it; absent is worldwide, so ask for both with `or`. `contains` and `startsWith` ignore case and accents.
    /// </summary>
    public StringFilter? Territory { get; set; }

    /// <summary>Which content, as the contract says it.</summary>
    public StringFilter? Asset { get; set; }

    /// <summary>The first day.</summary>
    public DateFilter? BeginsOn { get; set; }

    /// <summary>The last day; absent is without end. `gte` today and `lte` a day to come finds what ends within that time.</summary>
    public DateFilter? EndsOn { get; set; }

    /// <summary>Who made the content.</summary>
    public IdFilter? InfluencerId { get; set; }

    /// <summary>The campaign it was made for.</summary>
    public IdFilter? CampaignId { get; set; }

    /// <summary>The partnership.</summary>
    public IdFilter? PartnershipId { get; set; }

    /// <summary>The version of the contract that gives the right.</summary>
    public IdFilter? ContractId { get; set; }
}

/// <summary>What a list of usage rights can be ordered by.</summary>
public enum UsageRightOrderField
{
    /// <summary>By the last day; those without end come last.</summary>
    EndsOn,
    /// <summary>By the first day.</summary>
    BeginsOn,
}

/// <summary>The order of a list of usage rights.</summary>
/// <param name="Field">What to order by.</param>
/// <param name="Direction">Which end comes first.</param>
public sealed record UsageRightOrder(UsageRightOrderField Field, OrderDirection Direction = OrderDirection.Asc);

/// <summary>Which usage rights a list shows, and in which order.</summary>
/// <param name="Order">Null is what ends first.</param>
public sealed record UsageRightList(UsageRightFilter? Filter, UsageRightOrder? Order);
