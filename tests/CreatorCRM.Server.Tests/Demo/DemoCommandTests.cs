using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Server.Demo;
using CreatorCRM.Server.Hosting;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Server.Tests.Demo;

public abstract class DemoCommandTests(StorageEngine engine, PostgresServer postgres) : IAsyncLifetime
{
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));
    private StorageOptions _storage = null!;

    public async ValueTask InitializeAsync() => _storage = await CrmSilo.NewStorage(engine, postgres);

    public ValueTask DisposeAsync()
    {
        if (_storage.Engine == StorageEngine.Sqlite) Directory.Delete(_storage.DataFolder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_used_workspace_is_left_alone_unless_forced()
    {
        await using (var crm = await CrmSilo.Start(_storage))
            (await crm.Grain<IInfluencerGrain>("mine").Create(new CreateInfluencer("Mia Brot", [], new InfluencerChanges()), Manager)).IsAccepted.ShouldBeTrue();
        (await Should.ThrowAsync<StartupException>(ToldDemo.Tell(_storage, ToldDemo.Now))).Message.ShouldContain("--force");
        (await ToldDemo.Tell(_storage, ToldDemo.Now, new DemoOptions(Force: true))).Influencers.ShouldBe(120);
        await using (var crm = await CrmSilo.Start(_storage))
        await using (var read = crm.Read())
            (await read.Set<InfluencerRow>().CountAsync()).ShouldBe(121);
    }

    [Fact]
    public async Task A_run_that_was_interrupted_is_completed_as_if_it_had_not_been()
    {
        var whole = DemoScenario.Invent(DemoScenario.DefaultSeed, ToldDemo.Now.AddSeconds(-ToldDemo.Now.Second));
        var half = whole with { Steps = whole.Steps[..(whole.Steps.Length / 2)] };
        var clock = new DemoClock(whole.From);
        await using (var crm = await CrmSilo.Start(_storage, clock))
            await new DemoRunner(half, "default").Run(crm.Grains, clock, new Progress<DemoProgress>(), TestContext.Current.CancellationToken);
        var rest = await ToldDemo.Tell(_storage, ToldDemo.Now.AddDays(3));
        (rest.Repeated, rest.Written, rest.Until).ShouldBe((half.Steps.Length, whole.Steps.Length - half.Steps.Length, whole.Steps[^1].At));
    }
}

public sealed class DemoCommandTestsOnSqlite(PostgresServer postgres) : DemoCommandTests(StorageEngine.Sqlite, postgres);

public sealed class DemoCommandTestsOnPostgres(PostgresServer postgres) : DemoCommandTests(StorageEngine.Postgres, postgres);
