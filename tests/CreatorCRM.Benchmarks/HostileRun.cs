using System.Diagnostics;
using CreatorCRM.Server.Tests.Limits;
using Spectre.Console;

namespace CreatorCRM.Benchmarks;

/// <summary>What hostile requests cost the server, and what everybody else notices of them.</summary>
internal static class HostileRun
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    public static async Task Of(int rounds)
    {
        AnsiConsole.Profile.Width = 150;
        using var folder = new TemporaryFolder();
        await using var server = await HostileServer.Start(folder.Path);
        await Alone(server);
        await Beside(server, rounds);
        await LimitOverhead.Measure(server, rounds);
    }

    private static async Task Alone(HostileServer server)
    {
        const int Repeats = 31;
        var table = new Table().Title("Milliseconds of the server per hostile request").AddColumn("").AddColumns(
            [.. new[] { "median", "95 %", "worst" }.Select(name => new TableColumn(name).RightAligned())]);
        var measured = new List<(string Name, double[] Times)>();
        foreach (var request in HostileCorpus.All)
        {
            for (var i = 0; i < Repeats; i++) await server.Send(request);
            var times = new double[Repeats];
            for (var i = 0; i < Repeats; i++) times[i] = await server.Send(request);
            Array.Sort(times);
            measured.Add((request.Name, times));
        }
        foreach (var (name, times) in measured.OrderByDescending(measurement => measurement.Times[Repeats / 2]))
            table.AddRow(Markup.Escape(name), $"{times[Repeats / 2]:N2}", $"{times[Repeats * 95 / 100]:N2}", $"{times[^1]:N2}");
        AnsiConsole.Write(table);
    }

    // In turns, since what else the machine does hits neighbours alike.
    private static async Task Beside(HostileServer server, int rounds)
    {
        var table = new Table().Title("Milliseconds that a client waits for a usual page").AddColumn("").AddColumns(
            [.. new[] { "median", "99 %", "alone: median", "99 %", "ratio of 99 %" }.Select(name => new TableColumn(name).RightAligned())]);
        foreach (var (name, pause) in new[] { ("20 hostile requests a second beside it", 50), ("100 a second", 10), ("as many as one connection can send", 0) })
        {
            var turns = new List<(double[] Quiet, double[] Loud)>();
            await Times(server);
            for (var round = 0; round < rounds; round++)
            {
                var quiet = await Times(server);
                using var stop = new CancellationTokenSource();
                var attack = Attack(server, pause, stop.Token);
                var loud = await Times(server);
                await stop.CancelAsync();
                await attack;
                turns.Add((quiet, loud));
            }
            double Median(Func<(double[] Quiet, double[] Loud), double> of) => turns.Select(of).Order().ElementAt(rounds / 2);
            table.AddRow(name, $"{Median(turn => turn.Loud[turn.Loud.Length / 2]):N2}", $"{Median(turn => turn.Loud[turn.Loud.Length * 99 / 100]):N2}",
                $"{Median(turn => turn.Quiet[turn.Quiet.Length / 2]):N2}", $"{Median(turn => turn.Quiet[turn.Quiet.Length * 99 / 100]):N2}",
                $"{Median(turn => turn.Loud[turn.Loud.Length * 99 / 100] / turn.Quiet[turn.Quiet.Length * 99 / 100]):N2}");
        }
        AnsiConsole.Write(table);
    }

    private static async Task<double[]> Times(HostileServer server)
    {
        var (times, start) = (new List<double>(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(start) < Turn) times.Add(await server.Ask());
        return [.. times.Order()];
    }

    private static async Task Attack(HostileServer server, int pause, CancellationToken stop)
    {
        // Ten megabytes cost the client more than the server, and both are one process here.
        var requests = HostileCorpus.All.Where(request => request.Size < 1_000_000).ToArray();
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            await server.Send(requests[i % requests.Length]);
            if (pause > 0) await Task.Delay(pause, CancellationToken.None);
        }
    }
}
