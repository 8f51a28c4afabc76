using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Storage;
using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Access;

public abstract class WorkspaceGrainTests(StorageEngine engine, PostgresServer postgres) : IAsyncLifetime
{
    private CrmSilo _crm = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _crm = await CrmSilo.Start(engine, postgres);

    public ValueTask DisposeAsync() => _crm.DisposeAsync();

    [Fact]
    public async Task What_was_done_about_access_is_told_with_who_and_when_and_the_rows_say_the_same()
    {
        await _crm.Grains.Found("acme");
        var acme = _crm.Grains.Workspace("acme");
        await acme.Hire("m1", Role.Owner, "jo@example.com");
        var secret = await acme.Issue("t1", "m1", null, Scope.RelationshipsRead, Scope.Access);
        Staff.Accept(await acme.LinkMember("m1", "https://login.example.com|7", new CommandContext(Member.ActorOf("m1", "Name of m1"))));
        await acme.Revoke("t1");
        Staff.Accept(await acme.RecordExport(new RecordExport("influencers", "all", 12, "CSV"), Staff.Owner));

        var timelines = _crm.Services.GetRequiredService<TimelineQueries>();
        var log = new Subject(Workspace.Kind, "acme");
        var told = (await timelines.Read("acme", [log], new TimelineQuestion(OrderDirection.Asc), new PageRequest(20, null, null, null), Cancel))[log].Items.Select(item => item.Node).ToList();
        told.Select(entry => entry.Kind).ShouldBe(["workspace.created", "member.added", "token.created", "member.linked", "token.revoked", "data.exported"]);
        told[3].Actor.ShouldBe(new Actor("member:m1", "Name of m1"));
        told.ShouldAllBe(entry => !entry.Summary.Contains(AccessTokens.Hash(secret)));
        await using var read = _crm.Read();
        foreach (var data in await read.Set<EventRow>().Select(row => row.Data).ToListAsync(Cancel)) data.ShouldNotContain(secret);
        (await new ReadModelCheck(_crm.Services.GetRequiredService<IDbContextFactory<CrmDbContext>>(), EventCatalog.Default).Run(cancel: Cancel)).Damages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_who_remove_each_other_one_owner_stays()
    {
        var home = _crm.Grains.Workspace("default");
        await home.Hire("m1", Role.Owner, "a@example.com");
        await home.Hire("m2", Role.Owner, "b@example.com");
        var results = await Task.WhenAll(home.RemoveMember("m1", Staff.Owner),
            home.ChangeMemberRole(new ChangeMemberRole("m2", Role.Analyst, Staff.Everything), Staff.Owner));
        results.Count(result => result.IsAccepted).ShouldBe(1);
        results.Single(result => !result.IsAccepted).Refusals.Single().Code.ShouldBe(RefusalCode.LastOwner);
    }

    [Fact]
    public async Task A_check_of_one_workspace_looks_at_no_other()
    {
        await _crm.Grains.Found("acme");
        await _crm.Grains.Workspace("acme").Hire("m1", Role.Owner, "jo@example.com");
        await _crm.Grains.Workspace("default").Hire("m1", Role.Owner, "jo@example.com");
        await using (var write = _crm.Read())
        {
            await write.Set<MemberRow>().Where(row => row.Workspace == "acme").ExecuteDeleteAsync(Cancel);
            await write.Database.ExecuteSqlAsync($"INSERT INTO workspaces (workspace, name) VALUES ('ghost', 'Nobody told of it')", Cancel);
        }
        var check = new ReadModelCheck(_crm.Services.GetRequiredService<IDbContextFactory<CrmDbContext>>(), EventCatalog.Default);
        var home = await check.Run(workspace: "default", cancel: Cancel);
        (home.Damages, home.Streams, home.Rows)
            .ShouldSatisfyAllConditions(_ => home.Damages.ShouldBeEmpty(), _ => home.Streams.ShouldBe(1), _ => home.Rows.ShouldBe(2));
        (await check.Run(workspace: "acme", cancel: Cancel)).Damages.ShouldHaveSingleItem().Kind.ShouldBe(DamageKind.MissingRow);
        (await check.Run(workspace: "ghost", cancel: Cancel)).Damages.ShouldHaveSingleItem().Kind.ShouldBe(DamageKind.ExtraRow);
        (await check.Run(cancel: Cancel)).DamageCount.ShouldBe(2);
    }
}

public sealed class SqliteWorkspaceGrainTests(PostgresServer postgres) : WorkspaceGrainTests(StorageEngine.Sqlite, postgres);

public sealed class PostgresWorkspaceGrainTests(PostgresServer postgres) : WorkspaceGrainTests(StorageEngine.Postgres, postgres);
