using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Server.Tests.Hosting;

/// <summary>The option --workspace of the verbs, as an operator types it.</summary>
public sealed class WorkspaceOptionTests(PostgresServer postgres) : IAsyncLifetime
{
    private StorageOptions _storage = null!;

    public async ValueTask InitializeAsync()
    {
        _storage = await CrmSilo.NewStorage(StorageEngine.Sqlite, postgres);
        await using var crm = await CrmSilo.Start(_storage);
        var acme = crm.Grains.GetGrain<IWorkspaceGrain>(WorkspaceKey.GrainOf("acme").ToString());
        (await acme.Create(new CreateWorkspace("Acme"), new CommandContext(new Actor("owner", "Owner")))).IsAccepted.ShouldBeTrue();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_storage.DataFolder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_list_goes_into_the_workspace_that_is_named_and_into_no_other()
    {
        var list = Path.Combine(_storage.DataFolder, "list.csv");
        await File.WriteAllTextAsync(list, "name,tiktok\nMia,mia\nTom,tom\n", TestContext.Current.CancellationToken);
        (await ProgramRun.Of(["import", list, "--yes", "--data", _storage.DataFolder, "--workspace", "acme"])).Output.ShouldContain("2 created");
        (await ProgramRun.Of(["import", list, "--yes", "--data", _storage.DataFolder])).Output.ShouldContain("2 created");
        await using (var crm = await CrmSilo.Start(_storage))
        await using (var read = crm.Read())
            (await read.Set<InfluencerRow>().GroupBy(row => row.Workspace).Select(same => $"{same.Key} {same.Count()}")
                .ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["acme 2", "default 2"], ignoreOrder: true);
        (await ProgramRun.Of(["verify", "--data", _storage.DataFolder, "--workspace", "acme"])).Output.ShouldContain("3 streams, ");
        (await ProgramRun.Of(["verify", "--data", _storage.DataFolder])).Output.ShouldContain("5 streams, ");
    }

    [Fact]
    public async Task A_workspace_that_does_not_exist_is_named()
    {
        var list = Path.Combine(_storage.DataFolder, "list.csv");
        await File.WriteAllTextAsync(list, "name,tiktok\nMia,mia\n", TestContext.Current.CancellationToken);
        foreach (var verb in (string[][])[["import", list, "--yes"], ["demo"], ["verify"]])
            (await ProgramRun.Of([.. verb, "--data", _storage.DataFolder, "--workspace", "nowhere"])).ShouldHaveSaid("There is no workspace 'nowhere'");
    }

    [Fact]
    public async Task The_demo_is_told_in_the_workspace_that_is_named()
    {
        (await ProgramRun.Of(["demo", "--data", _storage.DataFolder])).ExitCode.ShouldBe(0);
        var second = await ProgramRun.Of(["demo", "--data", _storage.DataFolder, "--workspace", "acme"]);
        (second.ExitCode, second.Errors).ShouldBe((0, ""));
        await using var crm = await CrmSilo.Start(_storage);
        await using var read = crm.Read();
        foreach (var workspace in (string[])["default", "acme"])
            (await read.Set<InfluencerRow>().CountAsync(row => row.Workspace == workspace, TestContext.Current.CancellationToken)).ShouldBe(120, workspace);
    }
}
