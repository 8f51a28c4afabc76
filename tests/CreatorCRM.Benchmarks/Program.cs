using System.Globalization;
using CreatorCRM.Benchmarks;
using CreatorCRM.Storage;
using CreatorCRM.TestSupport;
using Spectre.Console;

// dotnet run -c Release --project tests/CreatorCRM.Benchmarks -- [seconds per measurement] [rounds] [callers,callers,...] [sqlite|postgresql]
// dotnet run -c Release --project tests/CreatorCRM.Benchmarks -- hostile [rounds]
// dotnet run -c Release --project tests/CreatorCRM.Benchmarks -- webhooks [rounds] [sqlite|postgresql]
// dotnet run -c Release --project tests/CreatorCRM.Benchmarks -- filters [sqlite|postgresql]
if (args is ["flood", var address])
{
    await Flood.Run(address);
    return;
}

if (args is ["hostile", ..])
{
    Environment.ExitCode = await HostileRun.Of(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5);
    return;
}
if (args is ["webhooks", ..])
{
    await WebhookRun.Of(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3, args.Length > 2 ? args[2] : null);
    return;
}
if (args is ["filters", ..])
{
    await FilterRun.Of(args.Length > 1 ? args[1] : null);
    return;
}

var duration = TimeSpan.FromSeconds(args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 5);
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
int[] callers = args.Length > 2
    ? [.. args[2].Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture))]
    : [1, 32, JournalContenders.MaxCallers];

// The tables need it, also in a file.
AnsiConsole.Profile.Width = 150;

await using var server = new PostgresServer();
await server.InitializeAsync();
using var folder = new TemporaryFolder();

if (Wanted("SQLite")) await Compare("SQLite", new StorageOptions(folder.Path, null));
if (Wanted("PostgreSQL")) await Compare("PostgreSQL", new StorageOptions(folder.Path, await server.CreateDatabase()));

bool Wanted(string engine) => args.Length < 4 || args[3].Equals(engine, StringComparison.OrdinalIgnoreCase);

async Task Compare(string engine, StorageOptions storage)
{
    await using var silo = await BenchmarkSilo.Start(storage);
    var journal = new JournalContenders(silo.Grains);
    await journal.Prepare();
    // The first is the yardstick. What is compared with it takes turns with it on the same silo and engine.
    Contender[] contenders =
    [
        new("WriteStateAsync", caller => silo.Grains.GetGrain<IStockGrain>($"default/{caller}").Log("Asked for the shipping address.")),
        new("journal: log outreach", journal.LogOutreach),
        new("journal: update notes", journal.UpdateNotes),
    ];
    foreach (var count in callers) (await Comparison.Run(contenders, count, duration, rounds)).Print(engine);
}
