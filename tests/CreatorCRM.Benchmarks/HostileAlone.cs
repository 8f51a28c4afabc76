using CreatorCRM.Server.Tests.Limits;
using Spectre.Console;

namespace CreatorCRM.Benchmarks;

/// <summary>What each hostile request costs the server while nothing else goes on.</summary>
internal static class HostileAlone
{
    // So many calls, with pauses between, that the runtime has compiled what they need for good. With 60 the loops over a request's bytes run in the tier that
    // counts for the optimizer while they are measured, which takes three times as long.
    private const int WarmUps = 200;
    private const int Repeats = 31;

    // Of the median, unless the request is carried out and pays for its work.
    private const double Allowed = 5;

    /// <returns>What took longer than it may, in sentences.</returns>
    // All in turns, since what else the machine does hits neighbours alike.
    public static async Task<IReadOnlyList<string>> Measure(HostileServer server)
    {
        var measured = HostileCorpus.All.ToDictionary(request => request, _ => new List<double>());
        for (var round = -WarmUps; round < Repeats; round++)
        {
            foreach (var (request, times) in measured)
            {
                var time = await server.Send(request);
                if (round >= 0) times.Add(time);
            }
        }
        var table = new Table().Title("Milliseconds of the server per hostile request").AddColumn("").AddColumns(
            [.. new[] { "median", "95 %", "worst" }.Select(name => new TableColumn(name).RightAligned())]);
        foreach (var times in measured.Values) times.Sort();
        foreach (var (request, times) in measured.OrderByDescending(measurement => measurement.Value[Repeats / 2]))
            table.AddRow(Markup.Escape(request.Name), $"{times[Repeats / 2]:N2}", $"{times[Repeats * 95 / 100]:N2}", $"{times[^1]:N2}");
        AnsiConsole.Write(table);
        return [.. measured.Where(measurement => !measurement.Key.IsDear && measurement.Value[Repeats / 2] > Allowed)
            .Select(measurement => $"{measurement.Key.Name}: {measurement.Value[Repeats / 2]:N2} ms, and {Allowed} are allowed.")];
    }
}
