using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Storage;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Storage;

public abstract class JournalStoreTests(StorageEngine engine, PostgresServer postgres) : IAsyncLifetime
{
    private ServiceProvider _services = null!;
    private int _workspaces;

    protected StorageOptions Options { get; private set; } = null!;

    protected IJournalStore Store => _services.GetRequiredService<IJournalStore>();

    public virtual async ValueTask InitializeAsync()
    {
        Options = await CrmSilo.NewStorage(engine, postgres);
        _services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddCrmStorage(Options).BuildServiceProvider();
    }

    public virtual async ValueTask DisposeAsync() => await _services.DisposeAsync();

    protected Task<AppendOutcome[]> Write(params Commit[] commits) => Store.Write(commits, CancellationToken.None);

    [Fact]
    public async Task A_store_that_could_not_begin_can_begin_later()
    {
        var commit = InfluencerCommits.Create(new EntityKey("w", "i1"));
        if (engine == StorageEngine.Sqlite) await Should.ThrowAsync<Exception>(Write(commit));
        await CrmStorage.Migrate(Options, TestContext.Current.CancellationToken);
        (await Write(commit)).ShouldBe([new AppendOutcome.Committed()]);
    }

    [Fact]
    public async Task A_repeated_key_is_reported_as_such_whatever_else_is_wrong()
    {
        await CrmStorage.Migrate(Options, TestContext.Current.CancellationToken);
        await Write(InfluencerCommits.Create(new EntityKey("w", "i1"), "mia").Keyed("k"));
        var taken = InfluencerCommits.Create(new EntityKey("w", "i2"), "mia").Keyed("k");
        (await Write(taken))[0].ShouldBeOfType<AppendOutcome.AlreadyDone>();
        (await Write(InfluencerCommits.Create(new EntityKey("w", "i0")), taken, InfluencerCommits.Create(new EntityKey("w", "i3"))))
            .Select(outcome => outcome.GetType().Name)
            .ShouldBe(["Committed", "AlreadyDone", "Committed"]);
        var stale = InfluencerCommits.Create(new EntityKey("w", "i1"), "mia").Keyed("k");
        (await Write(stale))[0].ShouldBeOfType<AppendOutcome.AlreadyDone>();
    }

    [Fact]
    public async Task A_row_that_the_database_does_not_take_fails_alone()
    {
        await CrmStorage.Migrate(Options, TestContext.Current.CancellationToken);
        var bad = InfluencerCommits.Create(new EntityKey("w", "i1"));
        bad = bad with
        {
            Rows = new RowChanges([.. bad.Rows.Writes.Select(write => new RowWrite(((InfluencerRow)write.Row) with { SortName = null! }, null))],
            [])
        };
        (await Write(InfluencerCommits.Create(new EntityKey("w", "i0")), bad, InfluencerCommits.Create(new EntityKey("w", "i2"))))
            .Select(outcome => outcome.GetType().Name)
            .ShouldBe(["Committed", "Failed", "Committed"]);
    }

    /// <summary>What is wrong with one commit is no matter of its neighbours: together they end as they would one by one.</summary>
    [Fact]
    public async Task A_batch_ends_as_its_commits_would_one_by_one()
    {
        await CrmStorage.Migrate(Options, TestContext.Current.CancellationToken);
        var plan = Gen.Select(Gen.Int[0, 1], Gen.Int[-1, 4], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 9]).Array[1, 8];
        await plan.SampleAsync(async commits =>
        {
            var together = await Seeded();
            var outcomes = await Store.Write(Commits(together, commits), CancellationToken.None);
            var alone = await Seeded();
            var single = new List<AppendOutcome>();
            foreach (var commit in Commits(alone, commits)) single.AddRange(await Write(commit));
            return outcomes.Select(Name).SequenceEqual(single.Select(Name)) && await Written(together) == await Written(alone);
        }, iter: 150, threads: 1);
    }

    private async Task<string> Seeded()
    {
        var workspace = $"w{++_workspaces}";
        await Write(
            InfluencerCommits.Create(new EntityKey(workspace, "open"), "taken").Keyed($"{workspace}-used"),
            InfluencerCommits.Of(new EntityKey(workspace, "closed"), 0, [new InfluencerCreated("Closed"), new DoNotContactSet("asked")]),
            InfluencerCommits.Create(new EntityKey(workspace, "s0")));
        return workspace;
    }

    // Streams in order, since that is the order in which a batch is written; the first one exists already.
    private static Commit[] Commits(string workspace, (int Expected, int Handle, int Key, int Guard, int Bad)[] plan) => [.. plan.Select((p, i) =>
    {
        ImmutableArray<IEvent> account = p.Handle < 0 ? [] : [new AccountAdded("1", Platform.Instagram, p.Handle == 0 ? "taken" : $"h{p.Handle}", null)];
        var commit = InfluencerCommits.Of(new EntityKey(workspace, $"s{i}"), p.Expected, [new InfluencerCreated("Mia"), .. account]);
        if (p.Key > 0) commit = commit.Keyed(p.Key == 1 && i == plan.Length - 1 ? $"{workspace}-used" : $"{workspace}-{i}");
        if (p.Guard > 0) commit = commit.If(p.Guard == 1 ? "open" : p.Guard == 2 ? "closed" : "nobody", RefusalCode.DoNotContact);
        return p.Bad > 0
            ? commit
            : commit with { Rows = new RowChanges([.. commit.Rows.Writes.Select(write => write.Row is InfluencerRow row
                ? new RowWrite(row with { SortName = null! }, null) : write)], []) };
    })];

    private static string Name(AppendOutcome outcome) => outcome is AppendOutcome.Refused refused ? refused.Refusal.Code.ToString() : outcome.GetType().Name;

    private async Task<string> Written(string workspace)
    {
        await using var read = await _services.GetRequiredService<IDbContextFactory<CrmDbContext>>().CreateDbContextAsync();
        var events = await read.Set<EventRow>().Where(row => row.Workspace == workspace).Select(row => $"{row.Stream}@{row.Version}").ToListAsync();
        var rows = await read.Set<InfluencerRow>().Where(row => row.Workspace == workspace).Select(row => $"{row.Id}@{row.Version}").ToListAsync();
        var accounts = await read.Set<AccountRow>().Where(row => row.Workspace == workspace).Select(row => $"{row.Id} {row.HandleKey}").ToListAsync();
        return string.Join('\n', events.Concat(rows).Concat(accounts).Order(StringComparer.Ordinal)).Replace(workspace, "w", StringComparison.Ordinal);
    }
}

public sealed class SqliteJournalStoreTests(PostgresServer postgres) : JournalStoreTests(StorageEngine.Sqlite, postgres)
{
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Options.DataFolder, recursive: true);
    }
}

public sealed class PostgresJournalStoreTests(PostgresServer postgres) : JournalStoreTests(StorageEngine.Postgres, postgres)
{
    [Fact]
    public async Task A_row_that_comes_twice_in_one_commit_fails_alone()
    {
        await CrmStorage.Migrate(Options, TestContext.Current.CancellationToken);
        var bad = InfluencerCommits.Create(new EntityKey("w", "i1"));
        bad = bad with { Rows = new RowChanges([.. bad.Rows.Writes, .. bad.Rows.Writes], []) };
        (await Write(InfluencerCommits.Create(new EntityKey("w", "i0")), bad, InfluencerCommits.Create(new EntityKey("w", "i2"))))
            .Select(outcome => outcome.GetType().Name)
            .ShouldBe(["Committed", "Failed", "Committed"]);
    }
}
