using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Merges;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>An influencer's account on a platform, with its latest figures.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Account(AccountRow row, Past? past = null) : INode
{
    public NodeId Id => NodeId.Of<Account>(row.Id);

    /// <summary>Where it is.</summary>
    public Platform Platform => row.Platform;

    /// <summary>Without the @. Belongs to one influencer per platform.</summary>
    public string Handle => row.Handle;

    /// <summary>Its page on the platform.</summary>
    [Url]
    public string? Url => row.Url;

    /// <summary>Null when unknown, as with all figures.</summary>
    public int? Followers => row.Followers.ToInt();

    /// <summary>Likes per post.</summary>
    public decimal? AverageLikes => row.AverageLikes;

    /// <summary>Comments per post.</summary>
    public decimal? AverageComments => row.AverageComments;

    /// <summary>Views per post.</summary>
    public decimal? AverageViews => row.AverageViews;

    /// <summary>Shares and saves per post.</summary>
    public decimal? AverageShares => row.AverageShares;

    /// <summary>How often something new appears.</summary>
    public decimal? PostsPerWeek => row.PostsPerWeek;

    /// <summary>How many of those who could, react.</summary>
    public EngagementRate? EngagementRate => Rates.Of(row.EngagementRate, row.EngagementFormula);

    /// <summary>When the figures were true; null without any.</summary>
    public DateTimeOffset? MetricsTakenAt => row.MetricsTakenAt;

    /// <summary>Whose account it is.</summary>
    public IDataLoaderResult<Influencer> Influencer(InfluencerLoader loader) => loader.LoadExisting(row.InfluencerId, past?.At);

    /// <summary>The figures of the past and of today, latest first.</summary>
    public IDataLoaderResult<Page<MetricSnapshot>> MetricSnapshots(PageRequest page, SnapshotsOfAccount loader) => loader.Load(row.Id, page, past);
}

/// <summary>An account's figures at one moment.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class MetricSnapshot(MetricSnapshotRow row) : INode
{
    public NodeId Id => NodeId.Of<MetricSnapshot>(row.Id);

    /// <summary>When the figures were true.</summary>
    public DateTimeOffset TakenAt => row.TakenAt;

    /// <summary>Null when unknown, as with all figures.</summary>
    public int? Followers => row.Followers.ToInt();

    /// <summary>Likes per post.</summary>
    public decimal? AverageLikes => row.AverageLikes;

    /// <summary>Comments per post.</summary>
    public decimal? AverageComments => row.AverageComments;

    /// <summary>Views per post.</summary>
    public decimal? AverageViews => row.AverageViews;

    /// <summary>Shares and saves per post.</summary>
    public decimal? AverageShares => row.AverageShares;

    /// <summary>How often something new appeared.</summary>
    public decimal? PostsPerWeek => row.PostsPerWeek;

    /// <summary>How many of those who could, reacted.</summary>
    public EngagementRate? EngagementRate => Rates.Of(row.EngagementRate, row.EngagementFormula);
}

public sealed class AccountLoader(InfluencerQueries influencers, Caller caller) : NodeLoader<Account>
{
    protected override async Task<IReadOnlyDictionary<string, Account>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await influencers.AccountsByIds(caller.Workspace, keys, cancellation)).ToDictionary(row => row.Id, row => new Account(row));
}

public sealed class MetricSnapshotLoader(InfluencerQueries influencers, Caller caller) : NodeLoader<MetricSnapshot>
{
    protected override async Task<IReadOnlyDictionary<string, MetricSnapshot>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await influencers.SnapshotsByIds(caller.Workspace, keys, cancellation)).ToDictionary(row => row.Id, row => new MetricSnapshot(row));
}

public sealed class AccountsOfInfluencer(InfluencerQueries influencers, Caller caller) : ListLoader<string, Account>
{
    protected override async Task<ILookup<string, Account>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await influencers.AccountsOf(caller.Workspace, keys, cancellation))
            .SelectMany(accounts => accounts).ToLookup(row => row.InfluencerId, row => new Account(row));
}

public sealed class SnapshotsOfAccount(InfluencerQueries influencers, MergeQueries merges, PastQueries pasts, Caller caller)
    : BatchLoader<(string Account, PageRequest Page), Page<MetricSnapshot>>
{
    /// <param name="past">Those of an influencer of the past; null: of now.</param>
    public IDataLoaderResult<Page<MetricSnapshot>> Load(string account, PageRequest page, Past? past) => past is null
        ? LoadAsync((account, page)).Then(found => found!)
        : new LoaderResult<Page<MetricSnapshot>>(cancel => PastPage(past, account, page, cancel));

    // Figures stand in the journal of who had the account when they were recorded.
    private async Task<Page<MetricSnapshot>> PastPage(Past past, string account, PageRequest page, CancellationToken cancel)
    {
        var owners = await merges.EverWith(caller.Workspace, account[..account.IndexOf('.', StringComparison.Ordinal)], cancel);
        IEnumerable<Past> tellers = owners.Count == 1
            ? [past]
            : (await pasts.Read(owners.Select(id => new StreamId(caller.Workspace, CreatorCRM.Influencers.Influencer.Kind, id)), past.At, cancel)).Values;
        return InfluencerQueries.PastSnapshotsOf(tellers, account, page).Select(row => new MetricSnapshot(row));
    }

    protected override async Task<IReadOnlyDictionary<(string Account, PageRequest Page), Page<MetricSnapshot>>> LoadBatch(
        IReadOnlyCollection<(string Account, PageRequest Page)> keys, CancellationToken cancellation)
    {
        var found = new Dictionary<(string, PageRequest), Page<MetricSnapshot>>();
        foreach (var same in keys.GroupBy(key => key.Page, key => key.Account))
        {
            var pages = await influencers.SnapshotsOf(caller.Workspace, [.. same], same.Key, cancellation);
            foreach (var account in same) found[(account, same.Key)] = pages[account].Select(row => new MetricSnapshot(row));
        }
        return found;
    }
}

internal static class Rates
{
    public static EngagementRate? Of(decimal? value, EngagementFormula? formula) =>
        value is { } rate && formula is { } by ? new EngagementRate(rate, by) : null;

    /// <summary>The domain takes no more than an Int holds.</summary>
    public static int? ToInt(this long? figure) => figure is { } known ? int.CreateSaturating(known) : null;
}
