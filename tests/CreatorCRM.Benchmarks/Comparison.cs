using Spectre.Console;

namespace CreatorCRM.Benchmarks;

/// <summary>
/// Contenders measured in turns, A B A B: what else the machine does in these seconds hits neighbours alike, so each is compared with the yardstick of
/// its own round, and the median of those ratios counts.
/// </summary>
internal sealed record Comparison(int Callers, IReadOnlyList<Contender> Contenders, IReadOnlyList<Measurement[]> Rounds)
{
    public static async Task<Comparison> Run(IReadOnlyList<Contender> contenders, int callers, TimeSpan duration, int rounds)
    {
        // Activates the grains, fills the pools and lets the just-in-time compiler finish.
        foreach (var contender in contenders) await Measurement.Of(contender, callers, TimeSpan.FromSeconds(2));
        var measured = new List<Measurement[]>();
        for (var round = 0; round < rounds; round++)
        {
            var measurements = new Measurement[contenders.Count];
            for (var i = 0; i < contenders.Count; i++) measurements[i] = await Measurement.Of(contenders[i], callers, duration);
            measured.Add(measurements);
        }
        return new Comparison(callers, contenders, measured);
    }

    public void Print(string engine)
    {
        var table = new Table().Title($"{engine}, {Callers} callers").AddColumn("").AddColumns(
            [.. new[] { "commands/s", "of each round", "median ms", "99 % ms", "worst ms", "CPU us", "ratio" }
                .Select(name => new TableColumn(name).RightAligned())]);
        for (var i = 0; i < Contenders.Count; i++)
        {
            var own = Rounds.Select(round => round[i]).ToArray();
            var ratios = Rounds.Select(round => round[i].Rate / round[0].Rate).ToArray();
            table.AddRow(
                Contenders[i].Name,
                $"{Median(own.Select(measurement => measurement.Rate)):N0}",
                string.Join(' ', own.Select(measurement => $"{measurement.Rate:N0}")),
                $"{Median(own.Select(measurement => measurement.Median)):N2}",
                $"{Median(own.Select(measurement => measurement.Slow)):N2}",
                $"{own.Max(measurement => measurement.Slowest):N0}",
                $"{Median(own.Select(measurement => measurement.Processor)):N0}",
                i == 0 ? "1" : $"{Median(ratios):N2} ({string.Join(' ', ratios.Select(ratio => $"{ratio:N2}"))})");
        }
        AnsiConsole.Write(table);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
