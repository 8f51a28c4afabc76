using CreatorCRM.Storage;
using CreatorCRM.TestSupport;
using Spectre.Console;

namespace CreatorCRM.Benchmarks;

/// <summary>
/// How fast a backlog of events goes to receivers that answer at once. They share the machine with the server: elsewhere it is faster, and the way there
/// slower.
/// </summary>
internal static class WebhookRun
{
    private const int Messages = 20;

    public static async Task Of(int rounds, string? engine)
    {
        AnsiConsole.Profile.Width = 150;
        await using var postgres = new PostgresServer();
        await postgres.InitializeAsync();
        using var folder = new TemporaryFolder();
        if (Wanted("SQLite")) await Measure("SQLite", new StorageOptions(folder.Path, null), rounds);
        if (Wanted("PostgreSQL")) await Measure("PostgreSQL", new StorageOptions(folder.Path, await postgres.CreateDatabase()), rounds);

        bool Wanted(string name) => engine?.Equals(name, StringComparison.OrdinalIgnoreCase) ?? true;
    }

    private static async Task Measure(string engine, StorageOptions storage, int rounds)
    {
        await using var server = await WebhookServer.Start(storage);
        var receivers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => EventReceiver.Start()));
        var table = new Table().Title($"{engine}: {Messages} messages on each of {JournalContenders.MaxCallers} partnerships").AddColumn("receivers")
            .AddColumns(
            [.. new[] { "events/s", "deliveries/s", "deliveries/s of each round", "CPU us per delivery" }.Select(name => new TableColumn(name).RightAligned())]);
        foreach (var count in new[] { 1, 10 })
        {
            const int events = Messages * JournalContenders.MaxCallers;
            await server.Deliver(receivers[..count], Messages / 10);
            var measured = new (double Seconds, double Processor)[rounds];
            for (var round = 0; round < rounds; round++) measured[round] = await server.Deliver(receivers[..count], Messages);
            var median = measured.OrderBy(one => one.Seconds).ElementAt(rounds / 2);
            table.AddRow($"{count}", $"{events / median.Seconds:N0}", $"{count * events / median.Seconds:N0}",
                string.Join(' ', measured.Select(one => $"{count * events / one.Seconds:N0}")), $"{median.Processor * 1_000_000 / (count * events):N0}");
        }
        AnsiConsole.Write(table);
        foreach (var receiver in receivers) await receiver.DisposeAsync();
    }
}
