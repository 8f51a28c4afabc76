using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Server.Access;

namespace CreatorCRM.Server.Api;

/// <summary>From a mutation to the grain that takes its command, and back to what the client reads.</summary>
internal static class InfluencerOutcomes
{
    public static IInfluencerGrain Influencer(this IGrainFactory grains, Caller caller, string id) =>
        grains.GetGrain<IInfluencerGrain>(caller.Key(id).ToString());

    // Not cancelled with the request: the command is done, and the client shall hear of it.
    public static async Task<Influencer?> Read(this InfluencerQueries influencers, Caller caller, CommandResult result) =>
        await influencers.ByIds(caller.Workspace, [result.Id], CancellationToken.None) is [var row] ? new Influencer(row) : null;

    /// <summary>The unique index that refuses a taken handle does not say which of several accounts it was; this does.</summary>
    public static async Task<IEnumerable<Refusal>> NameTaken(this InfluencerQueries influencers, Caller caller, IReadOnlyList<AccountInput> accounts,
        IReadOnlyList<Refusal> refusals)
    {
        if (refusals is not [{ Code: RefusalCode.HandleTaken } taken]) return refusals;
        var named = new List<Refusal>();
        for (var i = 0; i < accounts.Count; i++)
        {
            if (await influencers.ByHandle(caller.Workspace, accounts[i].Platform, accounts[i].Handle, CancellationToken.None) is not null)
                named.Add(taken with { Field = $"accounts.{i}.handle" });
        }
        return named.Count > 0 ? named : refusals;
    }

    /// <summary>The account that the command made or meant.</summary>
    public static async Task<Account?> ReadAccount(this InfluencerQueries influencers, Caller caller, CommandResult result) =>
        await influencers.AccountsByIds(caller.Workspace, [CreatorCRM.Influencers.Influencer.AccountId(result.Id, result.Part!)], CancellationToken.None) is [var row]
            ? new Account(row)
            : null;
}
