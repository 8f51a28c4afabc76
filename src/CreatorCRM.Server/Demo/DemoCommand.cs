using CreatorCRM.Server.Hosting;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace CreatorCRM.Server.Demo;

/// <summary>The verb <c>demo</c>: tells the scenario to the grains of a silo of its own and says what came of it.</summary>
public static class DemoCommand
{
    /// <returns>The exit code of the program.</returns>
    /// <exception cref="StartupException">There is no such workspace, it holds other data, or the data folder is in use.</exception>
    public static async Task<int> Run(string[] args, IAnsiConsole console)
    {
        if (args.Contains("--help"))
        {
            console.WriteLine(DemoOptions.Help);
            return 0;
        }
        var configuration = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = [.. args.Where(arg => arg != "--force")],
            ContentRootPath = AppContext.BaseDirectory,
        }).Configuration;
        await Run(StorageSettings.Read(configuration), new DemoOptions(CommandWorkspace.Read(configuration), args.Contains("--force")), TimeProvider.System,
            console, CancellationToken.None);
        return 0;
    }

    /// <param name="time">Says what the present is that the story leads up to.</param>
    /// <exception cref="StartupException">There is no such workspace, it holds other data, or the data folder is in use.</exception>
    public static async Task<DemoSummary> Run(StorageOptions storage, DemoOptions options, TimeProvider time, IAnsiConsole console, CancellationToken cancel)
    {
        using var folder = DataFolderLock.Take(storage);
        await DatabaseStart.Prepare(storage, cancel);
        var clock = new DemoClock(DateTimeOffset.UnixEpoch);
        using var host = await DemoSilo.Start(storage, clock, cancel);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancel,
            host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        try
        {
            await CommandWorkspace.Check(host.Services, options.Workspace, stopping.Token);
            var scenario = await Scenario(host, options, time, stopping.Token);
            var started = time.GetTimestamp();
            var summary = await DemoReport.WithProgress(console, progress =>
                new DemoRunner(scenario, options.Workspace).Run(host.Services.GetRequiredService<IGrainFactory>(), clock, progress, stopping.Token));
            DemoReport.Print(console, summary, time.GetElapsedTime(started));
            return summary;
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<DemoScenario> Scenario(IHost host, DemoOptions options, TimeProvider time, CancellationToken cancel)
    {
        await using var read = await host.Services.GetRequiredService<IDbContextFactory<CrmDbContext>>().CreateDbContextAsync(cancel);
        var present = await DemoWorkspace.Present(read, options.Workspace, cancel);
        var scenario = DemoScenario.Invent(DemoScenario.DefaultSeed, present ?? ToTheMinute(time.GetUtcNow()));
        // Once the demo is there, what users add to it is no reason to stop: nothing more will be written than what an interrupted run left out.
        if (present is null && !options.Force && await DemoWorkspace.HoldsData(read, options.Workspace, cancel))
            throw new StartupException("This workspace holds data already. Give the demo a folder of its own with --data, or add it here for good with --force.");
        return scenario;
    }

    private static DateTimeOffset ToTheMinute(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute)).ToUniversalTime();
}
