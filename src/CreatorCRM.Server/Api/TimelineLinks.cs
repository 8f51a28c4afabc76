using CreatorCRM.Access;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

[Extends(typeof(TimelineEntry))]
[Requires(Scope.RelationshipsRead)]
public static class TimelineLinks
{
    /// <summary>The campaign it concerns, if any.</summary>
    public static IDataLoaderResult<Campaign?> Campaign(TimelineEntry entry, TimelineSubjects subjects, CampaignLoader campaigns) =>
        subjects.Load(entry, Campaigns.Campaign.Kind, campaigns);

    /// <summary>The partnership it concerns, if any.</summary>
    public static IDataLoaderResult<Partnership?> Partnership(TimelineEntry entry, TimelineSubjects subjects, PartnershipLoader partnerships) =>
        subjects.Load(entry, Partnerships.Partnership.Kind, partnerships);
}
