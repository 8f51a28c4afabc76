using CreatorCRM.Access;
using CreatorCRM.Campaigns;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>A version of a brief. None is ever changed.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class BriefVersion(BriefVersionRow row)
{
    /// <summary>Counts the versions, from 1.</summary>
    public int Version => row.Version;

    /// <summary>What it says.</summary>
    public Brief Brief => new(row.Version, Content);

    /// <summary>Who wrote it.</summary>
    public string WrittenBy => row.WrittenBy;

    /// <summary>When.</summary>
    public DateTimeOffset WrittenAt => row.WrittenAt;

    internal Campaigns.Brief Content => CrmJson.Read<Campaigns.Brief>(row.Brief);
}

/// <summary>How one field of a brief differs between two versions.</summary>
/// <param name="Field">Which.</param>
/// <param name="Before">The old text; null when there was none, and for lists.</param>
/// <param name="After">The new text; null when there is none, and for lists.</param>
/// <param name="Added">Entries of a list that are new.</param>
/// <param name="Removed">Entries of a list that are gone.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record BriefChange(BriefField Field, string? Before, string? After, IReadOnlyList<string> Added, IReadOnlyList<string> Removed);

/// <summary>The version of the brief that an influencer works from.</summary>
/// <param name="Version">Which.</param>
/// <param name="AcknowledgedAt">When the influencer acknowledged it.</param>
/// <param name="RecordedBy">Who recorded that.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record AcknowledgedBrief(int Version, DateTimeOffset AcknowledgedAt, string RecordedBy);

[Extends(typeof(Campaign))]
[Requires(Scope.RelationshipsRead)]
public static class CampaignBriefs
{
    /// <summary>All versions of the brief, the first first.</summary>
    public static IDataLoaderResult<IReadOnlyList<BriefVersion>> BriefVersions(Campaign campaign, BriefVersionsOfCampaigns loader) =>
        loader.LoadAsync(campaign.Row.Id, campaign.Past, then => then.Of<BriefVersionRow>().OrderBy(row => row.Version).Select(row => new BriefVersion(row)));
}

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class BriefsQuery
{
    /// <summary>What changed of a campaign's brief from one version to another, field by field; null when there is no such campaign or version.</summary>
    /// <param name="campaignId">Whose brief.</param>
    /// <param name="from">The version that is known.</param>
    /// <param name="to">The version that it is compared with.</param>
    public static IDataLoaderResult<IReadOnlyList<BriefChange>?> BriefChanges(NodeId<Campaign> campaignId, int from, int to, BriefVersionsOfCampaigns loader) =>
        loader.LoadAsync(campaignId.Key).Then(versions => Between(Find(versions, from), Find(versions, to)));

    private static BriefVersion? Find(IReadOnlyList<BriefVersion> versions, int version) => versions.FirstOrDefault(kept => kept.Version == version);

    private static IReadOnlyList<BriefChange>? Between(BriefVersion? from, BriefVersion? to) => from is null || to is null ? null
        : [.. Campaigns.BriefChange.Between(from.Content, to.Content)
            .Select(change => new BriefChange(change.Field, change.Before, change.After, change.Added, change.Removed))];
}

public sealed class BriefVersionsOfCampaigns(CampaignQueries campaigns, Caller caller) : ListLoader<string, BriefVersion>
{
    protected override async Task<ILookup<string, BriefVersion>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await campaigns.BriefVersionsOf(caller.Workspace, keys, cancellation)).SelectMany(rows => rows)
            .ToLookup(row => row.CampaignId, row => new BriefVersion(row));
}

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class BriefMutations
{
    /// <summary>Records which version of the brief the influencer has read and works from. Later versions take the place of earlier ones.</summary>
    public static async Task<AcknowledgeBriefPayload> AcknowledgeBrief(AcknowledgeBriefInput input, Caller caller, IGrainFactory grains,
        PartnershipLoader partnerships)
    {
        var context = caller.Command("acknowledgeBrief", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Partnership(caller, input.PartnershipId.Key)
            .AcknowledgeBrief(new AcknowledgeBrief(input.Version, input.AcknowledgedAt), context);
        return await result.ToPayload(partnerships, partnership => new AcknowledgeBriefPayload(partnership));
    }
}

/// <summary>A brief that an influencer works from.</summary>
/// <param name="PartnershipId">Whose.</param>
/// <param name="Version">A version of the campaign's brief, not before one that was acknowledged already.</param>
/// <param name="AcknowledgedAt">Now when left out. Until tomorrow.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record AcknowledgeBriefInput(NodeId<Partnership> PartnershipId, int Version, DateTimeOffset? AcknowledgedAt, int? ExpectedVersion,
    string? IdempotencyKey);

/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record AcknowledgeBriefPayload(Partnership? Partnership) : Payload;
