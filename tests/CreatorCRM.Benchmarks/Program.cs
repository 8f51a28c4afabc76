using System.Globalization;
using CreatorCRM.Benchmarks;
using CreatorCRM.TestSupport;
using Spectre.Console;

// dotnet run -c Release --project tests/CreatorCRM.Benchmarks -- [seconds per measurement] [rounds]
var duration = TimeSpan.FromSeconds(args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 5);
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;

// The tables need it, also in a file.
AnsiConsole.Profile.Width = 150;

await using var server = new PostgresServer();
await server.InitializeAsync();
using var folder = new TemporaryFolder();

await Compare("SQLite", await BenchmarkSilo.OnSqlite(Path.Combine(folder.Path, "orleans.db")));
await Compare("PostgreSQL", await BenchmarkSilo.OnPostgres(await server.CreateDatabase()));

async Task Compare(string engine, BenchmarkSilo started)
{
    await using var silo = started;
    // The first is the yardstick. What is to be compared with it is added here and takes turns with it on the same silo and engine.
    Contender[] contenders =
    [
        new("WriteStateAsync", caller => silo.Grains.GetGrain<IStockGrain>($"default/{caller}").Log("Asked for the shipping address.")),
    ];
    foreach (var callers in new[] { 1, 32, 256 }) (await Comparison.Run(contenders, callers, duration, rounds)).Print(engine);
}
