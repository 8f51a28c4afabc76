using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Merges;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>What a merge of two influencers would come to.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class InfluencerMergePreview(string survivor, string merged, MergePreview preview)
{
    /// <summary>What stands against it; empty when it can be done.</summary>
    public IReadOnlyList<UserError> Problems => [.. preview.Problems.Select(UserError.From)];

    /// <summary>The fields of the profiles that differ.</summary>
    public IReadOnlyList<InfluencerMergeField> Fields =>
        [.. preview.Fields.Select(one => new InfluencerMergeField(one.Field, one.Survivor, one.Merged, one.Result, one.Outcome))];

    /// <summary>How many partnerships would go to the survivor.</summary>
    public int PartnershipCount => preview.Partnerships;

    /// <summary>How many tasks would be about the survivor, apart from the follow-ups of partnerships.</summary>
    public int TaskCount => preview.Tasks;

    /// <summary>In how many campaigns both are: two partnerships would stand beside each other in each.</summary>
    public int SharedCampaignCount => preview.SharedCampaigns.Length;

    /// <summary>The one who would stay; null when there is no such influencer.</summary>
    public IDataLoaderResult<Influencer?> Survivor(InfluencerLoader loader) => loader.LoadAsync(survivor);

    /// <summary>The one who would become part of the other; null when there is no such influencer.</summary>
    public IDataLoaderResult<Influencer?> Merged(InfluencerLoader loader) => loader.LoadAsync(merged);

    /// <summary>The accounts that would come along with their figures, at most 50.</summary>
    public IDataLoaderResult<IReadOnlyList<Account>> Accounts(AccountsOfInfluencer loader) => loader.LoadAsync(merged);

    /// <summary>The partnerships that would go to the survivor, the newest first.</summary>
    public IDataLoaderResult<Page<Partnership>> Partnerships(PageRequest page, PartnershipsOfInfluencers loader) =>
        loader.LoadAsync(merged, PartnershipLists.Of(null, null, null), page);

    /// <summary>The campaigns where both are, at most 100 of them.</summary>
    public IDataLoaderResult<IReadOnlyList<Campaign>> SharedCampaigns(CampaignLoader loader) =>
        new LoaderResult<IReadOnlyList<Campaign>>(async cancel => [.. (await Task.WhenAll(preview.SharedCampaigns.Take(100)
            .Select(id => loader.LoadExisting(id).GetResultAsync(cancel))))]);
}

/// <summary>A field in which two influencers differ.</summary>
/// <param name="Field">Which.</param>
/// <param name="Survivor">The survivor's value as text; null without one. Likewise the others.</param>
/// <param name="Merged">The other's value.</param>
/// <param name="Result">What the survivor would have.</param>
/// <param name="Outcome">Which value that is.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record InfluencerMergeField(MergeFieldKind Field, string? Survivor, string? Merged, string? Result, MergeFieldOutcome Outcome);
