using CreatorCRM.Campaigns;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Cluster.Tests;

/// <summary>Kills the program while offers are accepted against a budget: an acceptance and what it reserves are one commit, so nothing dangles.</summary>
public sealed class BudgetCrashTests(PostgresServer postgres)
{
    private const int Offers = 60, Paid = 25, Kills = 3;

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task As_many_acceptances_as_the_budget_pays_for_survive_a_killed_program(StorageEngine engine)
    {
        var storage = await CrmSilo.NewStorage(engine, postgres);
        var (address, siloPort) = (new Uri($"http://127.0.0.1:{Ports.Free()}"), Ports.Free());
        var server = await ServerProcess.Start(storage, address, siloPort);
        try
        {
            var offers = await OfferAll(address);
            var answers = 0;
            var accepting = offers.Chunk(Offers / 6).Select(async some =>
            {
                using var client = new CrmClient(address);
                var outcomes = new List<string?>();
                foreach (var offer in some)
                {
                    outcomes.Add(await client.AcceptOffer(offer));
                    Interlocked.Increment(ref answers);
                }
                return outcomes;
            }).ToArray();
            for (var kill = 1; kill <= Kills; kill++)
            {
                await Poll.Until(() => Volatile.Read(ref answers) >= kill * Offers / (Kills + 3) || accepting.All(worker => worker.IsCompleted));
                await server.Kill();
                server = await ServerProcess.Start(storage, address, siloPort);
            }
            var told = (await Task.WhenAll(accepting)).SelectMany(outcomes => outcomes).ToArray();
            told.Count(code => code is null).ShouldBe(Paid);
            told.Where(code => code is not null).ShouldAllBe(code => code == "BUDGET_EXCEEDED");
        }
        finally
        {
            await server.DisposeAsync();
        }
        await Verify(storage);
        SqliteConnection.ClearAllPools();
        if (engine == StorageEngine.Sqlite) Directory.Delete(storage.DataFolder, recursive: true);
    }

    private static async Task<string[]> OfferAll(Uri address)
    {
        using var client = new CrmClient(address);
        var campaign = await client.CreateCampaign("Bread for everybody", Paid * 10);
        return await Task.WhenAll(Enumerable.Range(0, Offers).Select(async i =>
            await client.ProposeOffer(await client.CreatePartnership(await client.CreateInfluencer($"Baker {i}"), campaign), 10)));
    }

    private static async Task Verify(StorageOptions storage)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddCrmStorage(storage).BuildServiceProvider();
        var contexts = services.GetRequiredService<IDbContextFactory<CrmDbContext>>();
        await using var db = await contexts.CreateDbContextAsync();
        (await db.Set<CampaignSpendRow>().SingleAsync()).CommittedMinor.ShouldBe(Paid * 1_000);
        (await db.Set<PartnershipRow>().CountAsync(row => row.Stage == PartnershipStage.Agreed)).ShouldBe(Paid);
        (await new ReadModelCheck(contexts, EventCatalog.Default).Run()).Damages.ShouldBeEmpty();
    }
}
