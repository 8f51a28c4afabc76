using CreatorCRM.Common;
using CreatorCRM.Imports;
using CreatorCRM.Server.Hosting;
using Spectre.Console;

namespace CreatorCRM.Server.Import;

/// <summary>The verb <c>import</c>: preview, question, progress bar, summary.</summary>
public static class ImportCommand
{
    /// <returns>The exit code of the program: 0 when the file was taken over, 1 when it was not.</returns>
    /// <exception cref="StartupException">The arguments are wrong, there is no such workspace, or the data folder is in use.</exception>
    public static async Task<int> Run(string[] args, IAnsiConsole console)
    {
        if (args.Contains("--help"))
        {
            console.WriteLine(ImportOptions.Help);
            return 0;
        }
        return await Run(ImportOptions.Parse(args), console, CancellationToken.None);
    }

    /// <inheritdoc cref="Run(string[], IAnsiConsole)"/>
    public static async Task<int> Run(ImportOptions options, IAnsiConsole console, CancellationToken cancel)
    {
        var content = await Read(options.File, cancel);
        using var folder = DataFolderLock.Take(options.Storage);
        await DatabaseStart.Prepare(options.Storage, cancel);
        using var host = await CommandSilo.Start(options.Storage, "import", cancel);
        try
        {
            await CommandWorkspace.Check(host.Services, options.Workspace, cancel);
            var key = new EntityKey(options.Workspace, host.Services.GetRequiredService<IdGenerator>().Next());
            var list = new UploadedList(Path.GetFileName(options.File), content, options.DefaultPlatform);
            var (file, refusal) = await host.Services.GetRequiredService<ImportFiles>().Add(key, list, cancel);
            if (file is null)
            {
                console.MarkupLineInterpolated($"[red]{refusal!.Message}[/]");
                return 1;
            }
            ImportReport.Print(console, file.Preview);
            return Confirmed(options, console) && await TakeOver(host, key, console) ? 0 : 1;
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> TakeOver(IHost host, EntityKey key, IAnsiConsole console)
    {
        var job = host.Services.GetRequiredService<IGrainFactory>().GetGrain<IImportJobGrain>(key.ToString());
        var started = await job.Start([], Actor.Owner);
        if (!started.IsAccepted)
        {
            foreach (var refusal in started.Refusals) console.MarkupLineInterpolated($"[red]{refusal.Message}[/]");
            return false;
        }
        ImportReport.Print(console, await ImportReport.WithProgress(console, job));
        return true;
    }

    private static bool Confirmed(ImportOptions options, IAnsiConsole console)
    {
        if (options.Yes) return true;
        if (console.Profile.Capabilities.Interactive) return console.Prompt(new ConfirmationPrompt("Import it?"));
        console.WriteLine("Nothing was imported. Add --yes to import without being asked.");
        return false;
    }

    private static async Task<byte[]> Read(string file, CancellationToken cancel)
    {
        try
        {
            if (new FileInfo(file).Length > ImportLimits.MaxFileBytes)
                throw new StartupException($"{file} is larger than {ImportLimits.MaxFileBytes / 1024 / 1024} MB. Split it.");
            return await File.ReadAllBytesAsync(file, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{file} cannot be read: {e.Message}");
        }
    }
}
