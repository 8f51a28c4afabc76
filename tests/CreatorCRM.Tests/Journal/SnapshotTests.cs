using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace CreatorCRM.Tests.Journal;

public abstract class SnapshotTests(StorageEngine engine, PostgresServer postgres)
{
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));

    [Fact]
    public async Task A_snapshot_that_is_ahead_of_the_journal_is_not_trusted()
    {
        // The journal came back from a backup, the snapshots did not.
        var storage = await WithSnapshot(30, "DELETE FROM events WHERE version > 10", "UPDATE streams SET version = 10");
        await using var crm = await CrmSilo.Start(storage);
        (await crm.Grain<IInfluencerGrain>("i1").Update(new InfluencerChanges { Tags = ["new"] }, Manager)).Version.ShouldBe(11);
    }

    [Fact]
    public async Task A_snapshot_of_another_history_is_not_trusted()
    {
        // After the restored backup other events took the places of those that the snapshot holds.
        var storage = await WithSnapshot(30, """UPDATE events SET data = replace(data, 'tag30', 'other') WHERE version = 30""",
            engine == StorageEngine.Sqlite
                ? "UPDATE events SET recorded_at = recorded_at + 1 WHERE version = 30"
                : "UPDATE events SET recorded_at = recorded_at + interval '1 microsecond' WHERE version = 30");
        await using var crm = await CrmSilo.Start(storage);
        (await crm.Grain<IInfluencerGrain>("i1").Update(new InfluencerChanges { Tags = ["other"] }, Manager)).Version.ShouldBe(30);
    }

    [Fact]
    public async Task A_good_snapshot_spares_the_replay()
    {
        // Would the first events be read again, they could not be understood.
        var storage = await WithSnapshot(30, "UPDATE events SET type = 'unknown' WHERE version < 30");
        await using var crm = await CrmSilo.Start(storage);
        (await crm.Grain<IInfluencerGrain>("i1").Update(new InfluencerChanges { Tags = ["new"] }, Manager)).Version.ShouldBe(31);
    }

    private async Task<StorageOptions> WithSnapshot(int events, params string[] damage)
    {
        var storage = await CrmSilo.NewStorage(engine, postgres);
        await using var crm = await CrmSilo.Start(storage);
        var grain = crm.Grain<IInfluencerGrain>("i1");
        await grain.Create(new CreateInfluencer("Mia", [], new InfluencerChanges()), Manager);
        for (var i = 2; i <= events; i++) await grain.Update(new InfluencerChanges { Tags = [$"tag{i}"] }, Manager);
        await using var db = crm.Read();
        foreach (var sql in damage) await db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
        return storage;
    }
}

public sealed class SqliteSnapshotTests(PostgresServer postgres) : SnapshotTests(StorageEngine.Sqlite, postgres);

public sealed class PostgresSnapshotTests(PostgresServer postgres) : SnapshotTests(StorageEngine.Postgres, postgres);

public sealed class DamagedSnapshotTests
{
    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"key":{"workspace":"w","id":"p"},"stage":"NO_SUCH_STAGE"}""")]
    [InlineData("""{"key":{"workspace":"w","id":"p"},"offers":[{"number":"1","by":"BRAND","status":"PROPOSED","components":[{"amount":{}}],"proposedAt":"2030-01-01T00:00:00Z"}]}""")]
    [InlineData("""{"key":{"workspace":"w","id":"p"},"offers":[{"number":"1","by":"BRAND","status":"PROPOSED","components":[{"kind":"FIXED_FEE","amount":{"minorUnits":1,"currency":"?"}}],"proposedAt":"2030-01-01T00:00:00Z"}]}""")]
    public void A_snapshot_that_cannot_be_read_is_as_good_as_none(string json) =>
        new Snapshot { Version = 1, Shape = Partnership.Shape, Json = json }.Read<Partnership>(NullLogger.Instance).ShouldBeNull();
}
