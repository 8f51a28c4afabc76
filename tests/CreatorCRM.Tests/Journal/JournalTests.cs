using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Tests.Journal;

public abstract class JournalTests(StorageEngine engine, PostgresServer postgres) : IAsyncLifetime
{
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));
    private CrmSilo _crm = null!;

    public async ValueTask InitializeAsync() => _crm = await CrmSilo.Start(engine, postgres);

    public ValueTask DisposeAsync() => _crm.DisposeAsync();

    private static CreateInfluencer Create(string name, params ImmutableArray<NewAccount> accounts) => new(name, accounts, new InfluencerChanges());

    private static NewAccount Instagram(string handle, long? followers = null) => new(Platform.Instagram, handle, null, new Metrics(followers));

    [Fact]
    public async Task A_write_is_in_the_lists_when_it_is_acknowledged()
    {
        var result = await _crm.Grain<IInfluencerGrain>("i1").Create(Create("Mia Brot", Instagram("@MiaBrot", 50_000)), Manager);
        result.IsAccepted.ShouldBeTrue(string.Join(' ', result.Refusals));
        await using var read = _crm.Read();
        var row = await read.Set<InfluencerRow>().SingleAsync();
        (row.DisplayName, row.Tier, row.Followers, row.Version).ShouldBe(("Mia Brot", Tier.Micro, 50_000, 3));
        (await read.Set<AccountRow>().SingleAsync()).HandleKey.ShouldBe("miabrot");
        (await read.Set<MetricSnapshotRow>().CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_repeated_key_gives_the_first_outcome_and_writes_nothing()
    {
        var keyed = Manager with { CommandId = "c1", Fingerprint = "f1" };
        var grain = _crm.Grain<IInfluencerGrain>("i1");
        (await grain.Create(Create("Mia Brot"), keyed)).Replayed.ShouldBeFalse();
        (await grain.Update(new InfluencerChanges { Niches = ["bread"] }, Manager)).Version.ShouldBe(2);
        var again = await grain.Create(Create("Mia Brot"), keyed);
        (again.IsAccepted, again.Replayed, again.Version).ShouldBe((true, true, 1));
        var reused = await grain.Update(new InfluencerChanges { Niches = ["cake"] }, keyed with { Fingerprint = "f2" });
        reused.Refusals.Single().Code.ShouldBe(RefusalCode.IdempotencyKeyReused);
        var elsewhere = await _crm.Grain<IInfluencerGrain>("i2").Create(Create("Other"), keyed);
        elsewhere.Refusals.Single().Code.ShouldBe(RefusalCode.IdempotencyKeyReused);
        (await Log()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_account_belongs_to_one_influencer_and_a_violation_fails_alone()
    {
        (await _crm.Grain<IInfluencerGrain>("i0").Create(Create("First", Instagram("taken")), Manager)).IsAccepted.ShouldBeTrue();
        var results = await Task.WhenAll(Enumerable.Range(1, 50).Select(i =>
            _crm.Grain<IInfluencerGrain>($"i{i}").Create(Create($"Number {i}", Instagram(i % 10 == 0 ? "TAKEN" : $"free{i}")), Manager)));
        results.Count(result => result.IsAccepted).ShouldBe(45);
        var alone = await _crm.Grain<IInfluencerGrain>("alone").Create(Create("In a batch of one", Instagram("taken")), Manager);
        alone.Refusals.Single().Code.ShouldBe(RefusalCode.HandleTaken);
        results.Where(result => !result.IsAccepted).ShouldAllBe(result => result.Refusals.Single().Code == RefusalCode.HandleTaken);
        await using var read = _crm.Read();
        (await read.Set<InfluencerRow>().CountAsync()).ShouldBe(46);
    }

    [Fact]
    public async Task A_stale_expected_version_is_refused()
    {
        var grain = _crm.Grain<IInfluencerGrain>("i1");
        await grain.Create(Create("Mia"), Manager);
        (await grain.Update(new InfluencerChanges { Tags = ["a"] }, Manager with { ExpectedVersion = 1 })).Version.ShouldBe(2);
        (await grain.Update(new InfluencerChanges { Tags = ["b"] }, Manager with { ExpectedVersion = 1 })).Refusals.Single().Code.ShouldBe(RefusalCode.VersionConflict);
    }

    [Fact]
    public async Task Five_hundred_commands_on_one_aggregate_lose_nothing()
    {
        var grain = _crm.Grain<IInfluencerGrain>("i1");
        await grain.Create(Create("Mia"), Manager);
        var results = await Task.WhenAll(Enumerable.Range(1, 500).Select(i => grain.Update(new InfluencerChanges { Tags = [$"tag{i}"] }, Manager)));
        results.ShouldAllBe(result => result.IsAccepted);
        results.Select(result => result.Version).Order().ShouldBe(Enumerable.Range(2, 500).Select(i => (long)i));
        (await Log()).Select(stored => stored.Version).ShouldBe(Enumerable.Range(1, 501).Select(i => (long)i));
    }

    // Not by the log: on PostgreSQL that waits for transactions of other databases too, so for other tests.
    private async Task<List<EventRow>> Log()
    {
        await using var read = _crm.Read();
        return await read.Set<EventRow>().OrderBy(row => row.Position).ToListAsync();
    }
}

public sealed class SqliteJournalTests(PostgresServer postgres) : JournalTests(StorageEngine.Sqlite, postgres);

public sealed class PostgresJournalTests(PostgresServer postgres) : JournalTests(StorageEngine.Postgres, postgres);
