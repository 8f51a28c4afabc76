using CreatorCRM.Storage.Queries;

namespace CreatorCRM.Campaigns;

/// <summary>Which campaigns. All tests that are set must hold.</summary>
public sealed class CampaignFilter : Filter<CampaignFilter>
{
    internal static FilterMap<CampaignFilter, CampaignRow> Map { get; } = new FilterMap<CampaignFilter, CampaignRow>()
        .Field(filter => filter.Status, row => row.Status)
        .Field(filter => filter.Name, row => row.Name, folded: row => row.SortName)
        .Field(filter => filter.Brand, row => row.Brand)
        .Field(filter => filter.Product, row => row.Product)
        .Field(filter => filter.Owner, row => row.Owner)
        .Field(filter => filter.StartsOn, row => row.StartsOn)
        .Field(filter => filter.EndsOn, row => row.EndsOn)
        .Field(filter => filter.CreatedAt, row => row.CreatedAt);

    /// <summary>Where it stands.</summary>
    public EnumFilter<CampaignStatus>? Status { get; set; }

    /// <summary>Its name; `contains` and `startsWith` ignore case and accents.</summary>
    public StringFilter? Name { get; set; }

    /// <summary>The brand it is for.</summary>
    public StringFilter? Brand { get; set; }

    /// <summary>The product it is for.</summary>
    public StringFilter? Product { get; set; }

    /// <summary>Who is in charge of it.</summary>
    public StringFilter? Owner { get; set; }

    /// <summary>Its first day.</summary>
    public DateFilter? StartsOn { get; set; }

    /// <summary>Its last day.</summary>
    public DateFilter? EndsOn { get; set; }

    /// <summary>When it was entered.</summary>
    public DateTimeFilter? CreatedAt { get; set; }
}

/// <summary>What a list of campaigns can be ordered by.</summary>
public enum CampaignOrderField
{
    /// <summary>By name, ignoring case and accents.</summary>
    Name,
    /// <summary>By when they were entered.</summary>
    CreatedAt,
    /// <summary>By their first day; those without one come last.</summary>
    StartsOn,
}

/// <summary>The order of a list of campaigns.</summary>
/// <param name="Field">What to order by.</param>
/// <param name="Direction">Which end comes first.</param>
public sealed record CampaignOrder(CampaignOrderField Field, OrderDirection Direction = OrderDirection.Asc);
