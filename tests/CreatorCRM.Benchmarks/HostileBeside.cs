using System.Diagnostics;
using Spectre.Console;

namespace CreatorCRM.Benchmarks;

/// <summary>How long a usual page takes while somebody else sends hostile requests, with the budgets that a server has by default.</summary>
internal static class HostileBeside
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    // The 99th percentile beside hostile requests to that without.
    private const double Allowed = 1.5;

    /// <returns>Beside what a page took longer than it may, in sentences.</returns>
    // In turns, since what else the machine does hits neighbours alike.
    public static async Task<IReadOnlyList<string>> Measure(HostileServer server, int rounds)
    {
        var table = new Table().Title("Milliseconds that a client waits for a usual page").AddColumn("beside hostile requests").AddColumns(
            [.. new[] { "answered/s", "of them 429", "median", "99 %", "alone: median", "99 %", "ratio of 99 %" }
                .Select(name => new TableColumn(name).RightAligned())]);
        var misses = new List<string>();
        using var flood = Flood.Prepare(server.Address);
        foreach (var (name, connections, pause, hasToken) in new[]
        {
            ("20 a second", 1, 50, true), ("as many as one connection can send", 1, 0, true), ("as many as 8 connections can send", 8, 0, true),
            ("the same by one without a token", 1, 0, false),
        })
        {
            var turns = new List<(double[] Quiet, double[] Loud, FloodAnswers Answers)>();
            await Times(server);
            for (var round = 0; round < rounds; round++)
            {
                var quiet = await Times(server);
                await flood.Start(hasToken ? server.NextIntruder() : null, connections, pause);
                var loud = await Times(server);
                turns.Add((quiet, loud, await flood.Stop()));
            }
            double Median(Func<(double[] Quiet, double[] Loud, FloodAnswers Answers), double> of) => turns.Select(of).Order().ElementAt(rounds / 2);
            var ratio = Median(turn => Last(turn.Loud) / Last(turn.Quiet));
            if (ratio > Allowed) misses.Add($"Beside {name}: {ratio:N2} times as long, and {Allowed} are allowed.");
            table.AddRow(
                name, $"{Median(turn => turn.Answers.All / Turn.TotalSeconds):N0}",
                $"{Median(turn => (double)turn.Answers.Limited / Math.Max(1, turn.Answers.All)):P0}",
                $"{Median(turn => turn.Loud[turn.Loud.Length / 2]):N2}", $"{Median(turn => Last(turn.Loud)):N2}",
                $"{Median(turn => turn.Quiet[turn.Quiet.Length / 2]):N2}", $"{Median(turn => Last(turn.Quiet)):N2}",
                $"{ratio:N2}");
        }
        AnsiConsole.Write(table);
        return misses;
    }

    private static double Last(double[] times) => times[times.Length * 99 / 100];

    private static async Task<double[]> Times(HostileServer server)
    {
        var (times, start) = (new List<double>(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(start) < Turn) times.Add(await server.Ask());
        return [.. times.Order()];
    }
}
