using CreatorCRM.Server.Demo;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace CreatorCRM.Server.Tests.Demo;

/// <summary>A database in which the demo was told once, for all tests of an engine.</summary>
public abstract class ToldDemo(StorageEngine engine, PostgresServer postgres) : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 3, 18, 14, 37, 21, TimeSpan.Zero);

    private ServiceProvider? _services;

    public DemoSummary Summary { get; private set; } = null!;

    public StorageOptions Storage { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Storage = await CrmSilo.NewStorage(engine, postgres);
        Summary = await Tell(Storage, Now);
        _services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddCrmStorage(Storage).BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        if (Storage is { Engine: StorageEngine.Sqlite }) Directory.Delete(Storage.DataFolder, recursive: true);
    }

    public CrmDbContext Read() => _services!.GetRequiredService<IDbContextFactory<CrmDbContext>>().CreateDbContext();

    public static Task<DemoSummary> Tell(StorageOptions storage, DateTimeOffset now, DemoOptions? options = null, TextWriter? output = null) =>
        DemoCommand.Run(storage, options ?? new DemoOptions(), new FakeTimeProvider(now), Plain(output), TestContext.Current.CancellationToken);

    private static IAnsiConsole Plain(TextWriter? output) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output ?? TextWriter.Null), Interactive = InteractionSupport.No });
}

public sealed class DemoOnSqlite(PostgresServer postgres) : ToldDemo(StorageEngine.Sqlite, postgres);

public sealed class DemoOnPostgres(PostgresServer postgres) : ToldDemo(StorageEngine.Postgres, postgres);
