using System.Diagnostics;

namespace CreatorCRM.Benchmarks;

/// <summary>What callers saw who sent one command after the other, each when its last was done.</summary>
/// <param name="Rate">Commands per second, of all callers together.</param>
/// <param name="Median">Milliseconds that half of the commands needed at most.</param>
/// <param name="Slow">Milliseconds that 99 % of the commands needed at most.</param>
/// <param name="Slowest">Milliseconds of the slowest command: shows who is starved by others.</param>
/// <param name="Processor">Microseconds of processor time that this process spent per command, PostgreSQL's not included: unlike the rate, hardly hurt by a
/// busy machine.</param>
internal sealed record Measurement(double Rate, double Median, double Slow, double Slowest, double Processor)
{
    public static async Task<Measurement> Of(Contender contender, int callers, TimeSpan duration)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => Times(contender, caller, start, duration))));
        var elapsed = Stopwatch.GetElapsedTime(start);
        processor = Environment.CpuUsage.TotalTime - processor;
        var sorted = times.SelectMany(time => time).Order().ToArray();
        return new Measurement(sorted.Length / elapsed.TotalSeconds, sorted[sorted.Length / 2], sorted[sorted.Length * 99 / 100], sorted[^1],
            processor.TotalMicroseconds / sorted.Length);
    }

    private static async Task<List<double>> Times(Contender contender, int caller, long start, TimeSpan duration)
    {
        var times = new List<double>();
        do
        {
            var begun = Stopwatch.GetTimestamp();
            await contender.Command(caller);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        while (Stopwatch.GetElapsedTime(start) < duration);
        return times;
    }
}
