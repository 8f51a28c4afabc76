using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Server.Access;

namespace CreatorCRM.Server.Api;

/// <summary>From a mutation to the grain that takes its command, and back to what the client reads.</summary>
internal static class InfluencerOutcomes
{
    public static IInfluencerGrain Influencer(this IGrainFactory grains, Caller caller, string id) => grains.GetGrain<IInfluencerGrain>(caller.Key(id).ToString());

    // Not cancelled with the request: the command is done, and the client shall hear of it.
    public static async Task<Influencer?> Read(this InfluencerQueries influencers, Caller caller, CommandResult result) =>
        await influencers.ByIds(caller.Workspace, [result.Id], CancellationToken.None) is [var row] ? new Influencer(row) : null;

    /// <summary>The account that the command made or meant.</summary>
    public static async Task<Account?> ReadAccount(this InfluencerQueries influencers, Caller caller, CommandResult result) =>
        await influencers.AccountsByIds(caller.Workspace, [$"{result.Id}.{result.Part}"], CancellationToken.None) is [var row] ? new Account(row) : null;
}
