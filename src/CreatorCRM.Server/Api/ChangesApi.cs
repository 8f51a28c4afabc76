using System.Runtime.CompilerServices;
using CreatorCRM.Access;
using CreatorCRM.Imports;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>Entities as they are after each change. Changes that come close together can be told as one; to see every step, follow the events.</summary>
[SubscriptionRoot]
[Requires(Scope.RelationshipsRead)]
public static class ChangesApi
{
    /// <summary>
    /// The influencer after each change to come, also of one of their partnerships, from which the relationship follows: its stage, the last contact and its
    /// health.
    /// </summary>
    /// <param name="id">Whom to follow.</param>
    public static IObservable<Influencer> InfluencerChanged(NodeId<Influencer> id, LiveLog log, InfluencerQueries influencers, Caller caller,
        CancellationToken cancel)
    {
        var self = new Subject(CreatorCRM.Influencers.Influencer.Kind, id.Key);
        return Read().ToLive();

        async IAsyncEnumerable<Influencer> Read()
        {
            await foreach (var page in log.Follow(caller.Workspace, null, cancel))
            {
                if (!page.Any(logged => IsOwn(logged) || (Happened(logged, Partnerships.Partnership.Kind) && logged.Subjects.Contains(self)))) continue;
                foreach (var row in await influencers.ByIds(caller.Workspace, [id.Key], cancel)) yield return new Influencer(row);
            }
        }

        bool IsOwn(LoggedEvent logged) => Happened(logged, CreatorCRM.Influencers.Influencer.Kind) && logged.Event.Stream.Id == id.Key;
    }

    /// <summary>Every partnership of the campaign after each change to come, and those that join it.</summary>
    /// <param name="campaignId">Whose partnerships to follow.</param>
    public static IObservable<Partnership> PartnershipChanged(NodeId<Campaign> campaignId, LiveLog log, PartnershipQueries partnerships, Caller caller,
        CancellationToken cancel)
    {
        var campaign = new Subject(Campaigns.Campaign.Kind, campaignId.Key);
        return Read().ToLive();

        async IAsyncEnumerable<Partnership> Read()
        {
            await foreach (var page in log.Follow(caller.Workspace, null, cancel))
            {
                var changed = page.Where(logged => Happened(logged, Partnerships.Partnership.Kind) && logged.Subjects.Contains(campaign))
                    .Select(logged => logged.Event.Stream.Id).Distinct().ToArray();
                if (changed.Length == 0) continue;
                var rows = await partnerships.ByIds(caller.Workspace, changed, cancel);
                foreach (var id in changed.Where(rows.ContainsKey)) yield return new Partnership(rows[id]);
            }
        }
    }

    /// <summary>How far the import is now and after each step, until it is complete. Ends at once when there is no such import.</summary>
    /// <param name="id">Which import to follow.</param>
    public static IObservable<ImportJob> ImportProgress(NodeId<ImportJob> id, IGrainFactory grains, Caller caller, CancellationToken cancel) =>
        Follow(id.Key, grains.ImportJob(caller, id.Key), cancel).ToLive();

    private static async IAsyncEnumerable<ImportJob> Follow(string key, IImportJobGrain job, [EnumeratorCancellation] CancellationToken cancel)
    {
        var shown = await job.GetProgress();
        if (shown is null) yield break;
        yield return new ImportJob(key, shown);
        while (shown.Status != ImportStatus.Completed)
        {
            if (await job.WaitForProgress(shown.Processed).WaitAsync(cancel) is not { } now) yield break;
            if (now.Status == shown.Status && now.Processed == shown.Processed) continue;
            shown = now;
            yield return new ImportJob(key, shown);
        }
    }

    private static bool Happened(LoggedEvent logged, string kind) => logged.Event.Stream.Kind == kind;
}
