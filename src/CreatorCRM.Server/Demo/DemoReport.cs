using System.Globalization;
using Spectre.Console;

namespace CreatorCRM.Server.Demo;

/// <summary>What the console shows while the demo is told and after it.</summary>
internal static class DemoReport
{
    public static Task<DemoSummary> WithProgress(IAnsiConsole console, Func<IProgress<DemoProgress>, Task<DemoSummary>> tell) =>
        console.Progress().Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context =>
        {
            var bar = context.AddTask("Two years of history");
            return tell(new Bar(bar));
        });

    public static void Print(IAnsiConsole console, DemoSummary summary, TimeSpan elapsed)
    {
        if (summary.Written == 0)
        {
            console.MarkupLine("The demo is in this workspace already: [bold]nothing was changed[/].");
            return;
        }
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("", "");
        table.AddRow("Influencers", Text(summary.Influencers)).AddRow("Campaigns", Text(summary.Campaigns)).AddRow("Partnerships", Text(summary.Partnerships));
        table.AddRow("History", string.Create(CultureInfo.InvariantCulture, $"{summary.From:yyyy-MM-dd} to {summary.Until:yyyy-MM-dd}"));
        table.AddRow("Commands", string.Create(CultureInfo.InvariantCulture, $"{summary.Written:N0} in {elapsed.TotalSeconds:N1} s"));
        if (summary.Repeated > 0) table.AddRow("Of an earlier run", Text(summary.Repeated));
        console.Write(table);
        console.WriteLine("Start the server and look around.");
    }

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private sealed class Bar(ProgressTask task) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value)
        {
            task.MaxValue = value.Total;
            task.Value = value.Done;
        }
    }
}
