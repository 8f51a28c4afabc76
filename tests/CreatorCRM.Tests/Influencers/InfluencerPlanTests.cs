using System.Runtime.CompilerServices;
using System.Text;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Storage;

namespace CreatorCRM.Tests.Influencers;

/// <summary>
/// How each engine finds the first page of a list of 200,000 influencers, in reviewed files; CREATORCRM_ACCEPT_PLANS=1 writes these anew.
/// A plan that sorts reads what it found in an index before that; one that does not walks an index in the list's order and stops when the page is full.
/// </summary>
public sealed class InfluencerPlanTests(CrowdDatabases crowd) : IClassFixture<CrowdDatabases>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite, "SCAN i")]
    [InlineData(StorageEngine.Postgres, "Seq Scan on influencers")]
    public async Task Every_filter_finds_its_first_page_in_an_index(StorageEngine engine, string fullScan)
    {
        var text = new StringBuilder();
        var plans = crowd.Plans(engine).Plans;
        foreach (var (name, filter) in CrowdFilters.All)
        {
            plans.Clear();
            await crowd.Get<InfluencerQueries>(engine).List(Crowd.Workspace, filter, null, null, new PageRequest(20, null, null, null), TestContext.Current.CancellationToken);
            var plan = plans.ShouldHaveSingleItem();
            plan.Split('\n').ShouldNotContain(step => step.Contains(fullScan, StringComparison.Ordinal), name);
            text.Append(name).Append('\n').Append("    ").Append(plan.Replace("\n", "\n    ")).Append("\n\n");
        }
        var file = Path.Combine(Folder(), $"plans.{engine.ToString().ToLowerInvariant()}.txt");
        if (Environment.GetEnvironmentVariable("CREATORCRM_ACCEPT_PLANS") == "1") await File.WriteAllTextAsync(file, text.ToString(), TestContext.Current.CancellationToken);
        var reviewed = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        // Two plans that cost PostgreSQL nearly the same change places with the pages that a vacuum could clean, so of its file only the filters have to be these.
        if (engine == StorageEngine.Sqlite) text.ToString().ShouldBe(reviewed);
        else Filters(text.ToString()).ShouldBe(Filters(reviewed));
    }

    private static string[] Filters(string plans) => [.. plans.Split('\n').Where(line => line.Length > 0 && line[0] != ' ')];

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
