using System.Globalization;
using System.Text.Json;
using CreatorCRM.Imports;
using Spectre.Console;

namespace CreatorCRM.Server.Import;

/// <summary>What the console shows of a file before, while and after it is imported.</summary>
internal static class ImportReport
{
    private const int ProblemsShown = 20;

    public static void Print(IAnsiConsole console, ImportPreview preview)
    {
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture,
            $"[bold]{preview.Rows:N0}[/] rows, {preview.Encoding}, delimiter {(preview.Delimiter == "\t" ? "tab" : preview.Delimiter)}, {(preview.HeaderRow is { } row ? $"header in row {row}" : "no header")}");
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Column", "Taken for", "Numbers", "Examples", "Look at");
        foreach (var column in preview.Columns)
            table.AddRow(Cells(column.Name, $"{column.Platform} {Name(column.Meaning)}".Trim(), Name(column.NumberFormat),
                string.Join(" | ", column.Examples.Take(3).Select(Short)), string.Join(' ', column.Problems)));
        console.Write(table);
        foreach (var problem in preview.Problems) console.MarkupLineInterpolated($"[yellow]{problem}[/]");
    }

    public static Task<ImportProgress> WithProgress(IAnsiConsole console, IImportJobGrain job) =>
        console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
        {
            var bar = context.AddTask("Importing");
            var progress = (await job.GetProgress())!;
            while (progress.Status != ImportStatus.Completed)
            {
                progress = (await job.WaitForProgress(progress.Processed))!;
                bar.MaxValue = progress.Total;
                bar.Value = progress.Processed;
            }
            return progress;
        });

    public static void Print(IAnsiConsole console, ImportProgress progress)
    {
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture,
            $"[bold]{progress.Processed:N0}[/] rows: [green]{progress.Created:N0} created[/], {progress.Updated:N0} updated, {progress.Skipped:N0} skipped, {progress.Failed:N0} failed");
        foreach (var problem in progress.Problems.Take(ProblemsShown))
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture,
                $"  row {problem.Row}{(problem.Column is null ? "" : $", {problem.Column}")}: {problem.Message}");
        if (progress.Problems.Length > ProblemsShown)
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  and {progress.Problems.Length - ProblemsShown} more");
    }

    private static Text[] Cells(params string[] texts) => Array.ConvertAll(texts, text => new Text(text));

    private static string Short(string text) => text.Length <= 30 ? text : text[..29] + "…";

    private static string Name<TEnum>(TEnum value) => value is null ? "" : JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()!);
}
