using System.Collections.Immutable;
using CreatorCRM.Influencers;

namespace CreatorCRM.Merges;

/// <summary>Says what a merge would come to and what stands against it. Changes nothing.</summary>
public sealed class MergePlanner(IGrainFactory grains, InfluencerQueries influencers, MergeQueries merges)
{
    /// <summary>A timeline is read from those of all who became one, so they are not too many.</summary>
    public const int MostInOne = 20;

    public async Task<MergePreview> Preview(string workspace, string survivor, string merged, CancellationToken cancel)
    {
        var (ours, theirs) = (await Belongings(workspace, survivor), await Belongings(workspace, merged));
        var rows = (await influencers.ByIds(workspace, [survivor, merged], cancel)).ToDictionary(row => row.Id);
        var problems = ImmutableArray.CreateBuilder<Refusal>();
        if (survivor == merged) problems.Add(new Refusal(RefusalCode.SameInfluencer, "Both are the same influencer already.", "mergedId"));
        foreach (var (id, field, there) in new[] { (survivor, "survivorId", ours), (merged, "mergedId", theirs) })
        {
            if (there is null || !rows.TryGetValue(id, out var row)) problems.Add(Refusal.NotFound("influencer", field));
            else if (row.MergedInto is { } into)
                problems.Add(MergedAway.Merged(into, (await influencers.ByIds(workspace, [into], cancel)).Single().DisplayName, field));
            else if (await merges.IsUnderWay(workspace, id, cancel))
                problems.Add(new Refusal(RefusalCode.MergeUnderWay,
                    $"{row.DisplayName} is in another merge that is under way. Try again when it has come to its end.", field));
        }
        if (ours is null || theirs is null) return new MergePreview(ours, theirs, 0, 0, [], problems.ToImmutable());
        problems.AddRange(MergeFields.Limits(ours, theirs));
        var families = await merges.FamiliesOf(workspace, [survivor, merged], at: null, cancel);
        if (survivor != merged && families[survivor].Count + families[merged].Count > MostInOne)
            problems.Add(new Refusal(RefusalCode.TooLong, $"At most {MostInOne} influencers can become one.", "mergedId"));
        var (partnerships, tasks) = await merges.CountOf(workspace, merged, cancel);
        return new MergePreview(ours, theirs, partnerships, tasks, await merges.SharedCampaigns(workspace, survivor, merged, cancel), problems.ToImmutable())
        {
            Fields = MergeFields.Of(ours, rows.GetValueOrDefault(survivor)?.ManualStage, theirs, rows.GetValueOrDefault(merged)?.ManualStage),
        };
    }

    private Task<Belongings?> Belongings(string workspace, string id) =>
        grains.GetGrain<IInfluencerGrain>(new EntityKey(workspace, id).ToString()).Belongings();
}
