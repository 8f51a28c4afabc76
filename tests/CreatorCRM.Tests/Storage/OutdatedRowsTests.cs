using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;
using CreatorCRM.Tests.Compensation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CreatorCRM.Tests.Storage;

/// <summary>A database from before partnerships told their cost.</summary>
public abstract class OutdatedRowsTests(StorageEngine engine, PostgresServer postgres)
{
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));

    [Fact]
    public async Task What_was_agreed_before_counts_from_the_first_start_on_even_beyond_the_budget()
    {
        var storage = await CrmSilo.NewStorage(engine, postgres);
        await using (var before = await CrmSilo.Start(storage))
        {
            await before.Grain<ICampaignGrain>("c")
                .Create(new CreateCampaign("Bread", new CampaignChanges { Budget = new(new Money(2_000, Currency.Eur)) }), Manager);
            foreach (var i in Enumerable.Range(1, 3))
            {
                await Deal.Offer(before, i, new FixedFee(new Money(500, Currency.Eur)));
                if (i < 3) (await Accept(before, i)).IsAccepted.ShouldBeTrue();
            }
            await before.Grain<ICampaignGrain>("c").Update(new CampaignChanges { Budget = new(new Money(700, Currency.Eur)) }, Manager);
            await using var db = before.Read();
            foreach (var sql in (string[])
            [
                "UPDATE partnerships SET committed_minor = 0, cost_currency = NULL, cost_basis = NULL",
                "INSERT INTO outdated_rows (kind) VALUES ('partnership')",
            ]) await db.Database.ExecuteSqlRawAsync(sql);
            (await db.Set<CampaignSpendRow>().SingleAsync()).CommittedMinor.ShouldBe(0);
        }

        await using (var after = await CrmSilo.Start(storage))
        {
            await using var db = after.Read();
            var spend = await db.Set<CampaignSpendRow>().SingleAsync();
            (spend.CommittedMinor, spend.CeilingMinor).ShouldBe((1_000, 700));
            (await new ReadModelCheck(after.Services.GetRequiredService<IDbContextFactory<CrmDbContext>>(), EventCatalog.Default).Run()).Damages.ShouldBeEmpty();
            (await Accept(after, 3)).Refusals.Single().Code.ShouldBe(RefusalCode.BudgetExceeded);
        }
        SqliteConnection.ClearAllPools();
        if (engine == StorageEngine.Sqlite) Directory.Delete(storage.DataFolder, recursive: true);
    }

    private static Task<CommandResult> Accept(CrmSilo crm, int number) =>
        crm.Grain<IPartnershipGrain>($"p{number}").AcceptOffer(new CloseOffer("1", null), Manager);
}

public sealed class SqliteOutdatedRowsTests(PostgresServer postgres) : OutdatedRowsTests(StorageEngine.Sqlite, postgres);

public sealed class PostgresOutdatedRowsTests(PostgresServer postgres) : OutdatedRowsTests(StorageEngine.Postgres, postgres)
{
    private readonly PostgresServer _postgres = postgres;

    [Fact]
    public async Task What_an_older_node_is_writing_as_the_migration_begins_is_not_written_over_and_what_it_writes_then_waits()
    {
        var key = new EntityKey("w", "i1");
        var storage = await CrmSilo.NewStorage(StorageEngine.Postgres, _postgres);
        await CrmStorage.Migrate(storage, CancellationToken.None);
        await using var node = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddCrmStorage(storage).BuildServiceProvider();
        var store = node.GetRequiredService<IJournalStore>();
        var blocked = InfluencerCommits.Of(key, 0, [new InfluencerCreated("Mia"), new DoNotContactSet("asked")]);
        await store.Write([InfluencerCommits.Of(key, 0, [new InfluencerCreated("Mia")])], CancellationToken.None);
        var source = node.GetRequiredService<NpgsqlDataSource>();
        await using var holding = await source.OpenConnectionAsync();
        await using var watch = await source.OpenConnectionAsync();
        await Execute(watch, "INSERT INTO outdated_rows (kind) VALUES ('influencer')");

        // The older node is in the middle of its commit while somebody holds the row that it writes.
        await Execute(holding, "BEGIN; SELECT 1 FROM influencers FOR UPDATE");
        var before = store.Write([blocked with { ExpectedVersion = 1, Events = [blocked.Events[1]] }], CancellationToken.None);
        await Waiting(watch, 1);
        var migrating = CrmStorage.Migrate(storage, CancellationToken.None);
        await Waiting(watch, 2);
        var meanwhile = store.Write([InfluencerCommits.Create(new EntityKey("w", "i2"))], CancellationToken.None);
        await Waiting(watch, 3);
        await Execute(holding, "ROLLBACK");

        (await before).ShouldBe([new AppendOutcome.Committed()]);
        await migrating;
        (await meanwhile).ShouldBe([new AppendOutcome.Committed()]);
        (await new ReadModelCheck(node.GetRequiredService<IDbContextFactory<CrmDbContext>>(), EventCatalog.Default).Run()).Damages.ShouldBeEmpty();
    }

    private static async Task Waiting(NpgsqlConnection watch, long count)
    {
        await using var waits = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
            watch);
        await Poll.Until(async () => (long)(await waits.ExecuteScalarAsync())! == count);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
