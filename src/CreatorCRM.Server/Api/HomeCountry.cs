using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>Where the influencer of a partnership lives, for whose audience disclosure is checked when nobody names another country.</summary>
public sealed class HomeCountry(PartnershipQueries partnerships, InfluencerQueries influencers, Caller caller) : ILoader
{
    /// <summary>An ISO 3166-1 code; null when there is no such partnership, or the country is unknown.</summary>
    public async Task<string?> Of(string partnership) =>
        (await partnerships.ByIds(caller.Workspace, [partnership], CancellationToken.None)).GetValueOrDefault(partnership) is { InfluencerId: var influencer }
        && await influencers.ByIds(caller.Workspace, [influencer], CancellationToken.None) is [var person] ? person.Country : null;
}
