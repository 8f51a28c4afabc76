using System.Linq.Expressions;
using CreatorCRM.Partnerships;
using CreatorCRM.Relationships;
using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Influencers;

/// <summary>Which influencers a list shows.</summary>
public sealed class InfluencerFilter : Filter<InfluencerFilter>
{
    // Stands before the map, which is made of it.
    private static readonly Expression<Func<DbContext, InfluencerRow, IEnumerable<PartnershipRow>>> PartnershipsOf = (db, row) =>
        db.Set<PartnershipRow>().Where(partnership => partnership.Workspace == row.Workspace && partnership.InfluencerId == row.Id);

    internal static readonly FilterMap<InfluencerFilter, InfluencerRow> Map = new FilterMap<InfluencerFilter, InfluencerRow>()
        .Field(filter => filter.DisplayName, row => row.DisplayName, folded: row => row.SortName, indexed: Indexed.ByValue)
        .Field(filter => filter.Tier, row => row.Tier, indexed: Indexed.NewestFirst)
        .Field<long>(filter => filter.Followers, row => row.Followers, indexed: Indexed.ByValue)
        .Field(filter => filter.EngagementRate, row => row.EngagementRate, indexed: Indexed.ByValue)
        .Field(filter => filter.Country, row => row.Country, indexed: Indexed.NewestFirst)
        .Field(filter => filter.Owner, row => row.Owner, indexed: Indexed.NewestFirst)
        .Field(filter => filter.IsCustomer, row => row.IsCustomer)
        .Field(filter => filter.IsMinor, row => row.IsMinor)
        .Field(filter => filter.DoNotContact, row => row.DoNotContact)
        .At<RelationshipStage>(filter => filter.RelationshipStage, RelationshipFilters.Stage, indexed: true)
        .At<int>(filter => filter.Health, RelationshipFilters.Health, indexed: true)
        .Field(filter => filter.LastContactAt, row => row.LastContactAt, indexed: Indexed.ByValue)
        .Field(filter => filter.CreatedAt, row => row.CreatedAt, indexed: Indexed.NewestFirst)
        .Field(filter => filter.UpdatedAt, row => row.UpdatedAt, indexed: Indexed.ByValue)
        .Any(filter => filter.Platform,
            (db, row) => db.Set<AccountRow>()
                .Where(account => account.Workspace == row.Workspace && account.InfluencerId == row.Id), account => account.Platform,
            account => account.InfluencerId)
        .Any(filter => filter.CampaignId, PartnershipsOf, partnership => partnership.CampaignId, partnership => partnership.InfluencerId)
        .Any(filter => filter.PartnershipStage, PartnershipsOf, partnership => partnership.Stage, partnership => partnership.InfluencerId)
        .Any(filter => filter.ContractEndsOn, PartnershipsOf, partnership => partnership.ContractEndsOn, partnership => partnership.InfluencerId)
        .List(filter => filter.Niches,
            (db, row) => db.Set<InfluencerNicheRow>()
                .Where(niche => niche.Workspace == row.Workspace && niche.InfluencerId == row.Id), niche => niche.Name, Influencer.Label,
            niche => niche.InfluencerId)
        .List(filter => filter.Tags,
            (db, row) => db.Set<InfluencerTagRow>()
                .Where(tag => tag.Workspace == row.Workspace && tag.InfluencerId == row.Id), tag => tag.Name, Influencer.Label,
            tag => tag.InfluencerId);

    /// <summary>The name. `contains` and `startsWith` ignore case and accents.</summary>
    public StringFilter? DisplayName { get; set; }

    /// <summary>The size class by the followers of the largest account.</summary>
    public EnumFilter<Tier>? Tier { get; set; }

    /// <summary>Followers of the largest account.</summary>
    public IntFilter? Followers { get; set; }

    /// <summary>Engagement rate of the largest account as a ratio: 0.035 is 3.5 %.</summary>
    public DecimalFilter? EngagementRate { get; set; }

    /// <summary>What they are about. Case does not matter.</summary>
    public ListFilter? Niches { get; set; }

    /// <summary>Your own labels. Case does not matter.</summary>
    public ListFilter? Tags { get; set; }

    /// <summary>ISO 3166-1 alpha-2 code such as `DE`.</summary>
    public StringFilter? Country { get; set; }

    /// <summary>Who on your side keeps the relationship.</summary>
    public StringFilter? Owner { get; set; }

    /// <summary>They buy from you.</summary>
    public BooleanFilter? IsCustomer { get; set; }

    /// <summary>They need a guardian's signature.</summary>
    public BooleanFilter? IsMinor { get; set; }

    /// <summary>They must not be contacted.</summary>
    public BooleanFilter? DoNotContact { get; set; }

    /// <summary>One of their accounts passes all these tests. For "no account there" put it into `not`.</summary>
    public EnumFilter<Platform>? Platform { get; set; }

    /// <summary>They have a partnership in this campaign. For "not in this campaign" put it into `not`.</summary>
    public IdFilter? CampaignId { get; set; }

    /// <summary>One of their partnerships is in such a stage.</summary>
    public EnumFilter<PartnershipStage>? PartnershipStage { get; set; }

    /// <summary>One of their contracts in force ends on such a day; those without an end do not.</summary>
    public DateFilter? ContractEndsOn { get; set; }

    /// <summary>How close you are, over all campaigns.</summary>
    public EnumFilter<RelationshipStage>? RelationshipStage { get; set; }

    /// <summary>The health of the relationship now, 0 to 100; absent before the first contact.</summary>
    public IntFilter? Health { get; set; }

    /// <summary>When either side last spoke to the other, in any campaign; absent before the first contact.</summary>
    public DateTimeFilter? LastContactAt { get; set; }

    /// <summary>When they were added.</summary>
    public DateTimeFilter? CreatedAt { get; set; }

    /// <summary>When they were changed last.</summary>
    public DateTimeFilter? UpdatedAt { get; set; }
}
