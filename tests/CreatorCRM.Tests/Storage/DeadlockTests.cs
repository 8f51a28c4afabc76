using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CreatorCRM.Tests.Storage;

/// <summary>Nodes that write to one PostgreSQL at the same time.</summary>
public sealed class DeadlockTests(PostgresServer postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly EntityKey Spring = new("w", "c1"), Autumn = new("w", "c2");
    private static readonly string[] People = ["i1", "i2", "i3"];

    private StorageOptions _options = null!;

    public async ValueTask InitializeAsync()
    {
        _options = await CrmSilo.NewStorage(StorageEngine.Postgres, postgres);
        await CrmStorage.Migrate(_options, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_batch_that_a_deadlock_threw_out_is_written_again_as_a_whole(int count)
    {
        await using var services = Node(_options.CrmConnectionString);
        var store = services.GetRequiredService<IJournalStore>();
        // Another node adds two of the same accounts in the other order. Who waits last is who looks whether it is a deadlock: a third one keeps the store
        // until the other waits for it.
        await using var other = await Connect();
        await using var third = await Connect();
        await using var watch = await Connect();
        await Execute(other, "SET deadlock_timeout = '1h'");
        await Execute(other, "BEGIN");
        await Execute(other, Account("third"));
        await Execute(third, "BEGIN");
        await Execute(third, Account("second"));
        Commit[] commits = [InfluencerCommits.Create(new EntityKey("w", "i1"), "first", "second", "third"),
            .. Enumerable.Range(2, count - 1).Select(i => InfluencerCommits.Create(new EntityKey("w", $"i{i}")))];
        var writing = store.Write(commits, CancellationToken.None);
        await Wait(watch, 1);
        var adding = Execute(other, Account("first"));
        await Wait(watch, 2);
        await Execute(third, "ROLLBACK");
        await adding;
        await Execute(other, "ROLLBACK");
        (await writing).ShouldBe(Enumerable.Repeat(new AppendOutcome.Committed(), count));
        var events = await Task.WhenAll(commits.Select(commit => store.Read(commit.Stream, 0, CancellationToken.None)));
        events.SelectMany(of => of).Select(stored => stored.Cursor.Transaction).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Nodes_that_put_the_same_people_on_two_shortlists_wait_for_each_other_in_turn()
    {
        // Nobody would ever end a deadlock between them.
        var patient = $"{_options.CrmConnectionString};Options=-c deadlock_timeout=1h;Command Timeout=0";
        await using var one = Node(patient);
        await using var other = Node(patient);
        await using var third = await Connect();
        await using var watch = await Connect();
        var store = one.GetRequiredService<IJournalStore>();
        await store.Write([.. People.Select(id => InfluencerCommits.Create(new EntityKey("w", id))), New(Spring), New(Autumn)], CancellationToken.None);

        // The one takes the people in the one order and the other in the other; neither can end before both have begun.
        await Execute(third, "BEGIN; LOCK TABLE partnerships IN SHARE MODE");
        Task<AppendOutcome[]>[] writing =
        [
            store.Write([.. People.Select((id, i) => Shortlist($"a{i}", id, Spring))], CancellationToken.None),
            other.GetRequiredService<IJournalStore>().Write([.. People.Reverse().Select((id, i) => Shortlist($"b{i}", id, Autumn))], CancellationToken.None),
        ];
        await Wait(watch, 2);
        await Execute(third, "ROLLBACK");

        (await Task.WhenAll(writing).WaitAsync(Patience)).ShouldAllBe(outcomes => outcomes.All(outcome => outcome is AppendOutcome.Committed));
        await using var sums = new NpgsqlCommand("SELECT count(*) FROM influencers WHERE partnerships = 2", watch);
        (await sums.ExecuteScalarAsync()).ShouldBe(3L);
    }

    [Fact]
    public async Task Readers_that_take_every_connection_do_not_hold_up_what_is_written()
    {
        await using var services = Node(_options.CrmConnectionString);
        var source = services.GetRequiredService<NpgsqlDataSource>();
        var readers = new NpgsqlConnection[new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize];
        for (var i = 0; i < readers.Length; i++) readers[i] = await source.OpenConnectionAsync();
        (await services.GetRequiredService<IJournalStore>().Write([InfluencerCommits.Create(new EntityKey("w", "i1"))], CancellationToken.None))
            .ShouldBe([new AppendOutcome.Committed()]);
        foreach (var reader in readers) await reader.DisposeAsync();
    }

    private static ServiceProvider Node(string connectionString) => new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
        .AddCrmStorage(new StorageOptions("", connectionString)).BuildServiceProvider();

    private static Commit New(EntityKey campaign) =>
        Of<Campaign>(campaign, Campaign.New(campaign).Create(new CreateCampaign(campaign.Id, new CampaignChanges())));

    private static Commit Shortlist(string id, string influencer, EntityKey campaign)
    {
        var key = new EntityKey("w", id);
        return Of<Partnership>(key, Partnership.New(key).Create(new CreatePartnership(influencer, "Mia", campaign.Id, campaign.Id, null)));
    }

    private static Commit Of<T>(EntityKey key, Decision decision) where T : class, IAggregate<T>
    {
        var (created, actor) = (decision.Events.ShouldHaveSingleItem(), new Actor("m", "Manager"));
        var state = T.New(key).Apply(created, new EventMeta(1, actor, InfluencerCommits.Now, InfluencerCommits.Now));
        var type = EventCatalog.Default.NameOf(created);
        var pending = new PendingEvent(type.Name, type.Version, EventCatalog.Write(created), InfluencerCommits.Now);
        return new Commit(new StreamId(key.Workspace, T.Kind, key.Id), 0, [pending], [], RowChanges.Between([], [.. state.Rows()], []),
            decision.Guards, T.UniqueRules, T.CheckRules, actor, InfluencerCommits.Now, null);
    }

    private async Task<NpgsqlConnection> Connect()
    {
        var connection = new NpgsqlConnection(_options.CrmConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task Wait(NpgsqlConnection watch, long count)
    {
        await using var waits = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
            watch);
        await Poll.Until(async () => (long)(await waits.ExecuteScalarAsync())! == count);
    }

    private static string Account(string handle) =>
        $"INSERT INTO accounts (workspace, id, influencer_id, number, platform, handle, handle_key) VALUES ('w', 'x.{handle}', 'x', '1', 'INSTAGRAM', '{handle}', '{handle}')";

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
