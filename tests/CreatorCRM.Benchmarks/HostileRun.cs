using Spectre.Console;

namespace CreatorCRM.Benchmarks;

/// <summary>What hostile requests cost the server, and what everybody else notices of them.</summary>
internal static class HostileRun
{
    public static async Task Of(int rounds)
    {
        AnsiConsole.Profile.Width = 150;
        using (var folder = new TemporaryFolder())
        await using (var server = await HostileServer.Start(folder.Path, hasBudgets: false))
        {
            await HostileAlone.Measure(server);
            await LimitOverhead.Measure(server, rounds);
        }
        using (var folder = new TemporaryFolder())
        await using (var server = await HostileServer.Start(folder.Path, hasBudgets: true)) await HostileBeside.Measure(server, rounds);
    }
}
