using System.Diagnostics;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;
using CreatorCRM.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace CreatorCRM.Benchmarks;

/// <summary>
/// How long a filtered list of 200,000 influencers or of their 60,000 partnerships takes: its first page in the default order, and its total.
/// </summary>
internal static class FilterRun
{
    private const int Rounds = 5;
    private static readonly PageRequest FirstPage = new(20, null, null, null);

    public static async Task Of(string? engine)
    {
        await using var server = new PostgresServer();
        await server.InitializeAsync();
        using var folder = new TemporaryFolder();
        if (engine is null or "sqlite") await Measure("SQLite", new StorageOptions(folder.Path, null));
        if (engine is null or "postgresql") await Measure("PostgreSQL", new StorageOptions(folder.Path, await server.CreateDatabase()));
    }

    private static async Task Measure(string engine, StorageOptions storage)
    {
        await CrmStorage.Migrate(storage, CancellationToken.None);
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(new FixedTime(CrowdFilters.Now)).AddLogging().AddCrmStorage(storage)
            .BuildServiceProvider();
        var filling = Stopwatch.StartNew();
        await using (var db = await services.GetRequiredService<IDbContextFactory<CrmDbContext>>().CreateDbContextAsync()) await Crowd.Fill(db);
        Console.WriteLine($"{engine}, written in {filling.Elapsed.TotalSeconds:N1} s");
        var (influencers, partnerships) = (services.GetRequiredService<InfluencerQueries>(), services.GetRequiredService<PartnershipQueries>());
        await Measure($"{engine}, 200,000 influencers", CrowdFilters.All,
            filter => influencers.List(Crowd.Workspace, filter, null, null, FirstPage, CancellationToken.None));
        await Measure($"{engine}, 60,000 partnerships", CrowdFilters.Partnerships,
            filter => partnerships.List(Crowd.Workspace, new PartnershipList(filter, null, null), FirstPage, CancellationToken.None));
    }

    private static async Task Measure<TFilter, TRow>(string title, IReadOnlyDictionary<string, TFilter> filters, Func<TFilter, Task<Page<TRow>>> list)
    {
        var table = new Table().Title($"{title}, median of {Rounds}").AddColumn("filter")
            .AddColumns([.. new[] { "found", "first 20, ms", "total, ms" }.Select(name => new TableColumn(name).RightAligned())]);
        foreach (var (name, filter) in filters)
        {
            var pages = new List<double>();
            var totals = new List<double>();
            var found = 0;
            for (var round = -1; round < Rounds; round++)
            {
                var begun = Stopwatch.GetTimestamp();
                var page = await list(filter);
                var paged = Stopwatch.GetElapsedTime(begun);
                found = await page.CountTotal(CancellationToken.None);
                if (round < 0) continue;
                pages.Add(paged.TotalMilliseconds);
                totals.Add((Stopwatch.GetElapsedTime(begun) - paged).TotalMilliseconds);
            }
            table.AddRow(name, $"{found:N0}", $"{Median(pages):N1}", $"{Median(totals):N1}");
        }
        AnsiConsole.Write(table);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
