using System.Globalization;
using CreatorCRM.Journal;
using CreatorCRM.Storage;
using Spectre.Console;

namespace CreatorCRM.Server.Hosting;

/// <summary>The verb <c>verify</c>: replays the journal, compares every row of the read model with it, and changes nothing.</summary>
public static class VerifyCommand
{
    private const int DifferencesShown = 20;

    private const string Help = """
        verify [--data DIR] [--workspace KEY]

        Replays the journal and compares the read model with it. Reads only, apart
        from bringing an older database to this program's schema; on an embedded database stop the server first.
        With --workspace only that workspace, else all of them. Ends with 0 when all is sound, 1 when something differs.
        """;

    /// <returns>The exit code of the program.</returns>
    /// <exception cref="StartupException">There is no such workspace, or the data folder is in use.</exception>
    public static async Task<int> Run(string[] args, IAnsiConsole console)
    {
        if (args.Contains("--help"))
        {
            console.WriteLine(Help);
            return 0;
        }
        var configuration = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory }).Configuration;
        var storage = StorageSettings.Read(configuration);
        var workspace = configuration[CommandWorkspace.Option];
        using var folder = DataFolderLock.Take(storage);
        await DatabaseStart.Prepare(storage, CancellationToken.None);
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddCrmStorage(storage).BuildServiceProvider();
        if (workspace is not null) await CommandWorkspace.Check(services, workspace, CancellationToken.None);
        var report = await ActivatorUtilities.CreateInstance<ReadModelCheck>(services).Run(DifferencesShown, workspace);
        foreach (var damage in report.Damages) console.WriteLine(damage.ToString());
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture,
            $"{report.Streams:N0} streams, {report.Events:N0} events, {report.Rows:N0} rows: {(report.IsSound ? "all is sound" : $"{report.DamageCount:N0} differences")}");
        return report.IsSound ? 0 : 1;
    }
}
