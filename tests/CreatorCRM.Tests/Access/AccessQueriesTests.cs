using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Access;

public abstract class AccessQueriesTests(StorageEngine engine, PostgresServer postgres) : IAsyncLifetime
{
    private CrmSilo _crm = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AccessQueries Queries => _crm.Services.GetRequiredService<AccessQueries>();

    public async ValueTask InitializeAsync() => _crm = await CrmSilo.Start(engine, postgres);

    public ValueTask DisposeAsync() => _crm.DisposeAsync();

    [Fact]
    public async Task A_personal_token_is_its_member_within_the_scopes_of_both()
    {
        var home = _crm.Grains.Workspace("default");
        await home.Hire("m1", Role.Manager, "jo@example.com");
        var hash = AccessTokens.Hash(await home.Issue("t1", "m1", null, Scope.RelationshipsRead, Scope.RelationshipsWrite));
        var holder = (await Queries.FindToken(hash, Cancel)).ShouldNotBeNull();
        (holder.TokenId, holder.Workspace, holder.Actor, holder.Role, holder.RevokedAt, holder.LastUsedAt)
            .ShouldBe(("t1", "default", new Actor("member:m1", "Name of m1"), Role.Manager, null, null));
        holder.Scopes.ShouldBe([Scope.RelationshipsRead, Scope.RelationshipsWrite], ignoreOrder: true);
        holder.ExpiresAt.ShouldNotBeNull();

        // A lower role and a removal hold from the next question on.
        await home.Change("m1", Role.Analyst);
        (await Queries.FindToken(hash, Cancel)).ShouldNotBeNull().Scopes.ShouldBe([Scope.RelationshipsRead]);
        await home.Dismiss("m1");
        (await Queries.FindToken(hash, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task An_integration_token_is_a_program_and_says_when_it_was_revoked()
    {
        var hash = AccessTokens.Hash(await _crm.Grains.Workspace("default").Issue("t1", null, null, Scope.RelationshipsRead, Scope.Webhooks));
        var holder = (await Queries.FindToken(hash, Cancel)).ShouldNotBeNull();
        (holder.Actor, holder.Role, holder.ExpiresAt).ShouldBe((new Actor("token:t1", "Token t1"), Role.Integration, null));
        await _crm.Grains.Workspace("default").Revoke("t1");
        (await Queries.FindToken(hash, Cancel)).ShouldNotBeNull().RevokedAt.ShouldNotBeNull();
        (await Queries.FindToken(AccessTokens.Hash("another"), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_use_is_noted_once_a_minute()
    {
        var hash = AccessTokens.Hash(await _crm.Grains.Workspace("default").Issue("t1", null, null, Scope.RelationshipsRead));
        var noon = new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);
        foreach (var second in (int[])[0, 59, 60, 30]) await Queries.Touch("t1", "default", noon.AddSeconds(second));
        (await Queries.FindToken(hash, Cancel)).ShouldNotBeNull().LastUsedAt.ShouldBe(noon.AddSeconds(60));
        (await _crm.Services.GetRequiredService<IJournalStore>().Read(new StreamId("default", Workspace.Kind, "default"), 1, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_who_signs_in_is_found_by_subject_and_else_by_an_address_that_nobody_is_linked_to()
    {
        await _crm.Grains.Found("acme");
        await _crm.Grains.Workspace("default").Hire("m1", Role.Owner, "Jo@Example.com");
        await _crm.Grains.Workspace("acme").Hire("m2", Role.Analyst, "jo@example.com");
        await _crm.Grains.Workspace("acme").Hire("m3", Role.Manager, "other@example.com");
        (await Find("idp|jo", "JO@example.com")).ShouldBe(["acme m2", "default m1"]);
        (await Find("idp|jo", null)).ShouldBeEmpty();

        await _crm.Grains.Workspace("acme").Link("m3", "idp|jo");
        await _crm.Grains.Workspace("default").Link("m1", "idp|else");
        // In acme the link goes before the address; in default the address belongs to somebody else by now.
        (await Find("idp|jo", "jo@example.com")).ShouldBe(["acme m3"]);
        (await Find("idp|else", null)).ShouldBe(["default m1"]);
        (await Queries.FindMemberships("idp|jo", null, Cancel)).ShouldBe([new Membership("acme", "m3", "Name of m3", Role.Manager, "idp|jo")]);
        await _crm.Grains.Workspace("acme").Dismiss("m3");
        (await Find("idp|jo", null)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_default_workspace_exists_from_the_start_and_others_once_they_are_created()
    {
        (await Queries.WorkspaceExists("default", Cancel)).ShouldBeTrue();
        (await Queries.WorkspaceExists("acme", Cancel)).ShouldBeFalse();
        await _crm.Grains.Found("acme");
        (await Queries.WorkspaceExists("acme", Cancel)).ShouldBeTrue();
        (await Queries.WorkspaceExists("ACME", Cancel)).ShouldBeFalse();
    }

    private async Task<IEnumerable<string>> Find(string subject, string? email) =>
        (await Queries.FindMemberships(subject, email, Cancel)).Select(one => $"{one.Workspace} {one.MemberId}");
}

public sealed class SqliteAccessQueriesTests(PostgresServer postgres) : AccessQueriesTests(StorageEngine.Sqlite, postgres);

public sealed class PostgresAccessQueriesTests(PostgresServer postgres) : AccessQueriesTests(StorageEngine.Postgres, postgres);
