using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CreatorCRM.Tests.Influencers;

/// <summary>
/// The crowd on both engines, with the program's own queries, and the plans of what they ask. On a PostgreSQL of its own: the log of every database waits for
/// the oldest transaction of the whole server, and filling in a crowd is a long one.
/// </summary>
public class CrowdDatabases : IAsyncLifetime
{
    private readonly PostgresServer _postgres = new();

    protected virtual int Influencers => 200_000;

    private readonly Dictionary<StorageEngine, (StorageOptions Storage, ServiceProvider Services, QueryPlans Plans)> _engines = [];

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        foreach (var engine in Enum.GetValues<StorageEngine>())
        {
            var plans = new QueryPlans();
            var storage = await CrmSilo.NewStorage(engine, _postgres);
            var services = new ServiceCollection().AddSingleton<TimeProvider>(new FakeTimeProvider(CrowdFilters.Now)).AddLogging().AddCrmStorage(storage);
            services.ConfigureDbContext<CrmDbContext>((_, options) => options.AddInterceptors(plans));
            _engines[engine] = (storage, services.BuildServiceProvider(), plans);
        }
        await Task.WhenAll(_engines.Values.Select(engine => Task.Run(() => Fill(engine.Storage, engine.Services))));
    }

    public T Get<T>(StorageEngine engine) where T : notnull => _engines[engine].Services.GetRequiredService<T>();

    internal QueryPlans Plans(StorageEngine engine) => _engines[engine].Plans;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var (storage, services, _) in _engines.Values)
        {
            await services.DisposeAsync();
            if (storage.Engine == StorageEngine.Sqlite) Directory.Delete(storage.DataFolder, recursive: true);
        }
        await _postgres.DisposeAsync();
    }

    private async Task Fill(StorageOptions storage, ServiceProvider services)
    {
        await CrmStorage.Migrate(storage, CancellationToken.None);
        await using var db = await services.GetRequiredService<IDbContextFactory<CrmDbContext>>().CreateDbContextAsync();
        await Crowd.Fill(db, Influencers);
    }
}

/// <summary>Few enough to look at each of them.</summary>
public sealed class SmallCrowdDatabases : CrowdDatabases
{
    protected override int Influencers => 500;
}

/// <summary>Filled in once for all that look at many.</summary>
[CollectionDefinition]
public sealed class LargeCrowd : ICollectionFixture<CrowdDatabases>;
