using Spectre.Console;

namespace CreatorCRM.Benchmarks;

/// <summary>What hostile requests cost the server, and what everybody else notices of them.</summary>
internal static class HostileRun
{
    /// <returns>The exit code of the process: 1 when a hostile request costs more, or others notice more of it, than they may.</returns>
    public static async Task<int> Of(int rounds)
    {
        var misses = new List<string>();
        AnsiConsole.Profile.Width = 150;
        using (var folder = new TemporaryFolder())
        await using (var server = await HostileServer.Start(folder.Path, hasBudgets: false))
        {
            misses.AddRange(await HostileAlone.Measure(server));
            await LimitOverhead.Measure(server, rounds);
        }
        using (var folder = new TemporaryFolder())
        await using (var server = await HostileServer.Start(folder.Path, hasBudgets: true)) misses.AddRange(await HostileBeside.Measure(server, rounds));
        foreach (var miss in misses) AnsiConsole.WriteLine(miss);
        return misses.Count == 0 ? 0 : 1;
    }
}
