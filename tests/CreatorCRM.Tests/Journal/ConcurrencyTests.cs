using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CreatorCRM.Tests.Journal;

public abstract class ConcurrencyTests(StorageEngine engine, PostgresServer postgres) : IAsyncLifetime
{
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));

    protected CrmSilo Crm { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Crm = await CrmSilo.Start(engine, postgres);
        await Accepted(Crm.Grain<ICampaignGrain>("c").Create(new CreateCampaign("Bread", new CampaignChanges()), Manager));
    }

    public ValueTask DisposeAsync() => Crm.DisposeAsync();

    [Fact]
    public async Task Five_hundred_commands_on_one_partnership_are_all_kept_in_some_order()
    {
        await Shortlist(1);
        var results = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Log(0, $"message {i}")));
        results.ShouldAllBe(result => result.IsAccepted);
        // The first message also moves the stage.
        results.Select(result => result.Version).Order().ShouldBe(Enumerable.Range(3, 500).Select(i => (long)i));
        await Kept(500);
    }

    [Fact]
    public async Task Ten_thousand_commands_on_a_thousand_partnerships_are_all_kept()
    {
        await Shortlist(1000);
        var results = await Task.WhenAll(Enumerable.Range(0, 10_000).Select(i => Log(i % 1000, $"message {i}", $"key {i}")));
        results.ShouldAllBe(result => result.IsAccepted && !result.Replayed);
        await Kept(10_000);
    }

    [Fact]
    public async Task Of_commands_that_expect_the_same_version_one_wins_and_the_others_are_told()
    {
        await Shortlist(1);
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? Log(0, $"message {i}", expected: 1) : Log(0, $"message {i}")));
        results.Where((_, i) => i % 2 == 1).ShouldAllBe(result => result.IsAccepted);
        var expecting = results.Where((_, i) => i % 2 == 0).ToArray();
        expecting.Count(result => result.IsAccepted).ShouldBeLessThanOrEqualTo(1);
        expecting.Where(result => !result.IsAccepted).ShouldAllBe(result => result.Refusals.Single().Code == RefusalCode.VersionConflict);
        await Kept(results.Count(result => result.IsAccepted));
    }

    protected async Task Shortlist(int partnerships) => await Task.WhenAll(Enumerable.Range(0, partnerships).Select(async i =>
    {
        await Accepted(Crm.Grain<IInfluencerGrain>($"i{i}").Create(new CreateInfluencer($"Baker {i}", [], new InfluencerChanges()), Manager));
        await Accepted(Crm.Grain<IPartnershipGrain>($"p{i}").Create(new CreatePartnership($"i{i}", $"Baker {i}", "c", "Bread", null), Manager));
    }));

    protected Task<CommandResult> Log(int partnership, string subject, string? key = null, long? expected = null) =>
        Crm.Grain<IPartnershipGrain>($"p{partnership}").LogOutreach(
        new LogOutreach(OutreachDirection.Out, OutreachChannel.Email, subject, null, null, null),
        Manager with { CommandId = key, Fingerprint = key is null ? null : subject, ExpectedVersion = expected });

    protected async Task Kept(int messages)
    {
        await using var read = Crm.Read();
        (await read.Set<OutreachMessageRow>().CountAsync()).ShouldBe(messages);
        (await read.Set<OutreachMessageRow>().Select(row => row.Subject).Distinct().CountAsync()).ShouldBe(messages);
        var report = await new ReadModelCheck(Crm.Services.GetRequiredService<IDbContextFactory<CrmDbContext>>(), EventCatalog.Default).Run();
        report.Damages.ShouldBeEmpty();
    }

    protected static async Task Accepted(Task<CommandResult> result) => (await result).Refusals.ShouldBeEmpty();
}

public sealed class SqliteConcurrencyTests(PostgresServer postgres) : ConcurrencyTests(StorageEngine.Sqlite, postgres);

public sealed class PostgresConcurrencyTests(PostgresServer postgres) : ConcurrencyTests(StorageEngine.Postgres, postgres)
{
    [Fact]
    public async Task Commands_whose_connections_are_cut_are_there_or_can_be_repeated_with_their_key()
    {
        const int Callers = 16, Each = 40;
        await Shortlist(Callers);
        var acknowledged = 0;
        var failures = 0;
        using var cut = new SemaphoreSlim(0);
        var cutting = Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await cut.WaitAsync();
                NewReaders();
                await using var read = Crm.Read();
                await read.Database.ExecuteSqlRawAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            }
        });
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                while (!await Try(() => Log(caller, $"message {caller} {i}", $"key {caller} {i}"))) Interlocked.Increment(ref failures);
                if (Interlocked.Increment(ref acknowledged) % 60 == 0) cut.Release();
            }
        })));
        await cutting;
        TestContext.Current.SendDiagnosticMessage($"{failures} commands had to be repeated.");
        NewReaders();
        await Kept(Callers * Each);
        // Without any help the silo writes on.
        await Accepted(Log(0, "afterwards"));

        // A pooled connection that was cut while it lay idle says so at its next use.
        void NewReaders() => Crm.Services.GetRequiredService<NpgsqlDataSource>().Clear();
    }

    private static async Task<bool> Try(Func<Task<CommandResult>> command)
    {
        try
        {
            (await command()).Refusals.ShouldBeEmpty();
            return true;
        }
        catch (Exception e) when (e is CommitOutcomeUnknownException or NpgsqlException || e.GetType().Namespace == "Orleans.Runtime")
        {
            return false;
        }
    }
}
