using System.Runtime.CompilerServices;
using System.Text;
using CreatorCRM.Storage;

namespace CreatorCRM.Tests.Influencers;

/// <summary>
/// How an engine finds the first pages of lists, beside a reviewed file; CREATORCRM_ACCEPT_PLANS=1 writes it anew.
/// A plan that sorts reads what it found in an index before that; one that does not walks an index in the list's order and stops when the page is full.
/// </summary>
internal sealed class ReviewedPlans(CrowdDatabases crowd, StorageEngine engine)
{
    private readonly StringBuilder _text = new();

    public async Task Add(string list, Func<CancellationToken, Task> firstPage)
    {
        var plans = crowd.Plans(engine).Plans;
        plans.Clear();
        await firstPage(TestContext.Current.CancellationToken);
        foreach (var plan in plans) FullScans(plan.Split('\n')).ShouldBeEmpty(list);
        _text.Append(list).Append('\n');
        // The page comes last; before it, SQLite's indexes are asked how many have a value.
        foreach (var asked in plans.SkipLast(1)) _text.Append("    asked first: ").Append(asked.Split('\n')[1].Trim()).Append('\n');
        _text.Append("    ").Append(plans[^1].Replace("\n", "\n    ")).Append("\n\n");
    }

    public async Task ShouldBeAsReviewed([CallerFilePath] string path = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(path)!, $"plans.{engine.ToString().ToLowerInvariant()}.txt");
        if (Environment.GetEnvironmentVariable("CREATORCRM_ACCEPT_PLANS") == "1")
            await File.WriteAllTextAsync(file, _text.ToString(), TestContext.Current.CancellationToken);
        var reviewed = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        // Two plans that cost PostgreSQL nearly the same change places with the pages that a vacuum could clean, so of its file only the filters have to be
        // these.
        if (engine == StorageEngine.Sqlite) _text.ToString().ShouldBe(reviewed);
        else Lists(_text.ToString()).ShouldBe(Lists(reviewed));
    }

    // SQLite says SCAN, too, of the values in a parameter and of what a subquery gives.
    private static IEnumerable<string> FullScans(string[] steps) => steps.Select(step => step.Trim())
        .Where(step => step.Contains("Seq Scan", StringComparison.Ordinal)
        || (step.StartsWith("SCAN ", StringComparison.Ordinal) && !step.Contains(" VIRTUAL TABLE ", StringComparison.Ordinal) && !steps.Contains($"CO-ROUTINE {step[5..]}")));

    private static string[] Lists(string plans) => [.. plans.Split('\n').Where(line => line.Length > 0 && line[0] != ' ')];
}
