using CreatorCRM.Campaigns;
using CreatorCRM.Influencers;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Server.Demo;

/// <summary>What a workspace holds before the demo is told.</summary>
internal static class DemoWorkspace
{
    /// <summary>
    /// The present that the workspace's demo was told for; null when it holds none. Told for the same present again, every command is the repetition
    /// of one that was carried out.
    /// </summary>
    public static async Task<DateTimeOffset?> Present(CrmDbContext read, string workspace, CancellationToken cancel)
    {
        var first = await read.Set<InfluencerRow>().Where(row => row.Workspace == workspace && row.Id == DemoScenario.FirstInfluencerId)
            .Select(row => (DateTimeOffset?)row.CreatedAt).SingleOrDefaultAsync(cancel);
        return first?.AddDays(DemoCalendar.Days);
    }

    public static async Task<bool> HoldsData(CrmDbContext read, string workspace, CancellationToken cancel) =>
        await read.Set<InfluencerRow>().AnyAsync(row => row.Workspace == workspace, cancel)
            || await read.Set<CampaignRow>().AnyAsync(row => row.Workspace == workspace, cancel);
}
