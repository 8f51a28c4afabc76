using System.Globalization;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace CreatorCRM.Server.Demo;

/// <summary>The verb <c>demo</c>: tells the scenario to the grains of a silo of its own and says what came of it.</summary>
public static class DemoCommand
{
    /// <returns>The exit code: 0 when the demo is in the workspace, 1 when the workspace holds other data.</returns>
    public static async Task<int> Run(StorageOptions storage, DemoOptions options, TimeProvider time, IAnsiConsole console, CancellationToken cancel)
    {
        await CrmStorage.Migrate(storage, cancel);
        var present = ToTheMinute(time.GetUtcNow());
        var clock = new DemoClock(present.AddDays(-DemoCalendar.Days));
        using var host = await DemoSilo.Start(storage, clock, time, cancel);
        throw new NotImplementedException();
    }

    private static DateTimeOffset ToTheMinute(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute)).ToUniversalTime();
}
