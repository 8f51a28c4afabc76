using System.Collections.Immutable;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Tests.Journal;

namespace CreatorCRM.Tests.Access;

public sealed class WorkspaceDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly AccessOptions Options = new();
    private static readonly Workspace Empty = Workspace.New(WorkspaceKey.GrainOf("default"));

    [Theory]
    [InlineData("ab", RefusalCode.Invalid)]
    [InlineData("-abc", RefusalCode.Invalid)]
    [InlineData("abc-", RefusalCode.Invalid)]
    [InlineData("Abc", RefusalCode.Invalid)]
    [InlineData("a_c", RefusalCode.Invalid)]
    [InlineData("äbc", RefusalCode.Invalid)]
    [InlineData("abc\n", RefusalCode.Invalid)]
    [InlineData("a1234567890123456789012345678901234567890", RefusalCode.Invalid)]
    [InlineData("default", RefusalCode.WorkspaceTaken)]
    public void A_key_is_short_and_plain_and_free(string key, RefusalCode refusal) =>
        Workspace.New(WorkspaceKey.GrainOf(key)).Create(new CreateWorkspace("Krume")).Refusals.ShouldHaveSingleItem().Code.ShouldBe(refusal);

    [Theory]
    [InlineData("abc")]
    [InlineData("a-1")]
    [InlineData("2026")]
    [InlineData("a123456789012345678901234567890123456789")]
    public void Such_a_key_is_taken(string key) =>
        Workspace.New(WorkspaceKey.GrainOf(key)).Create(new CreateWorkspace(" Krume ")).Events.ShouldBe([new WorkspaceCreated("Krume")]);

    [Fact]
    public void A_grain_beside_a_workspace_is_none() =>
        Workspace.New(new EntityKey("default", "other"))
            .Create(new CreateWorkspace("Krume")).Refusals.ShouldHaveSingleItem().Code.ShouldBe(RefusalCode.Invalid);

    [Fact]
    public void Nothing_happens_in_a_workspace_that_does_not_exist()
    {
        var none = Workspace.New(WorkspaceKey.GrainOf("none"));
        Decision[] decisions =
        [
            none.Rename(new RenameWorkspace("X")), none.AddMember(Adding("m1", Role.Owner)),
            none.ChangeMemberRole(new ChangeMemberRole("m1", Role.Owner, Staff.Everything)),
            none.RemoveMember("m1"), none.LinkMember("m1", "i|s"), none.CreateToken(Token("t1", null), Now, Options),
            none.RevokeToken(new RevokeToken("t1", null), Now),
            none.RecordExport(new RecordExport("influencers", "all", 1, "CSV")),
        ];
        decisions.ShouldAllBe(decision => decision.Refusals.Single().Code == RefusalCode.NotFound);
    }

    [Fact]
    public void One_address_is_one_member_in_any_case_until_they_are_removed()
    {
        var state = With(Empty.AddMember(Adding("m1", Role.Owner) with { Email = "Jo@Example.com" }), Empty);
        state.AddMember(Adding("m2", Role.Analyst) with { Email = " jo@example.COM" }).Refusals.Single().Code.ShouldBe(RefusalCode.MemberExists);
        state = With(state.AddMember(Adding("m2", Role.Owner)), state);
        state = With(state.RemoveMember("m1"), state);
        state.AddMember(Adding("m3", Role.Analyst) with { Email = "jo@example.com" }).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void An_id_is_one_members_and_a_workspace_has_so_many_members_and_no_more()
    {
        var state = Empty;
        for (var i = 0; i < Workspace.MaxMembers; i++) state = With(Decision.Accept(new MemberAdded($"m{i}", $"m{i}@example.com", $"Name of m{i}", Role.Owner)),
            state);
        state.AddMember(Adding("m1", Role.Analyst) with { Email = "new@example.com" }).Refused().ShouldBe("memberId Invalid");
        state.AddMember(Adding("more", Role.Analyst)).Refused().ShouldBe(" TooLong");
        With(state.RemoveMember("m1"), state).AddMember(Adding("more", Role.Analyst)).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Nobody_gives_a_role_that_may_more_than_they()
    {
        ImmutableArray<Scope> held = [Scope.Access, Scope.RelationshipsRead];
        Empty.AddMember(Adding("m1", Role.Analyst) with { Held = held }).IsRefused.ShouldBeFalse();
        var refusal = Empty.AddMember(Adding("m1", Role.Owner) with { Held = held }).Refusals.ShouldHaveSingleItem();
        (refusal.Code, refusal.Field, refusal.Message)
            .ShouldBe((RefusalCode.BeyondOwnScopes, "role", "You cannot give what you do not have: relationships write, payouts, webhooks."));
        var state = With(Empty.AddMember(Adding("m1", Role.Analyst)), Empty);
        state.ChangeMemberRole(new ChangeMemberRole("m1", Role.Finance, held)).Refusals.Single().Code.ShouldBe(RefusalCode.BeyondOwnScopes);
        Empty.AddMember(Adding("m1", Role.Integration)).Refusals.Single().Field.ShouldBe("role");
    }

    [Fact]
    public void A_token_may_nothing_that_its_maker_or_its_member_may_not()
    {
        var state = With(Empty.AddMember(Adding("m1", Role.Analyst)), Empty);
        Refused(Token("t1", null, Scope.RelationshipsWrite) with { Held = [Scope.Access, Scope.RelationshipsRead] }).ShouldBe("scopes BeyondOwnScopes");
        Refused(Token("t1", "m1", Scope.RelationshipsWrite)).ShouldBe("scopes Invalid");
        Refused(Token("t1", "m1", Scope.OwnTokens)).ShouldBe("scopes Invalid");
        Refused(Token("t1", null, Scope.Access)).ShouldBe("scopes Invalid");
        Refused(Token("t1", null, Scope.Webhooks)).ShouldBe("scopes Invalid");
        Refused(Token("t1", null, Scope.Installation) with { Held = [.. Staff.Everything, Scope.Installation] }).ShouldBe("scopes Invalid");
        Refused(Token("t1", null) with { Scopes = [] }).ShouldBe("scopes Invalid");
        Refused(Token("t1", "nobody")).ShouldBe("memberId NotFound");

        string Refused(CreateToken command) =>
            string.Join(", ", state.CreateToken(command, Now, Options).Refusals.Select(refusal => $"{refusal.Field} {refusal.Code}"));
    }

    [Fact]
    public void A_personal_token_lives_a_year_at_most_and_a_program_as_long_as_it_likes()
    {
        var state = With(Empty.AddMember(Adding("m1", Role.Analyst)), Empty);
        Until(Token("t1", "m1")).ShouldBe(Now.AddDays(365));
        Until(Token("t1", null)).ShouldBeNull();
        Until(Token("t1", null) with { ExpiresAt = Now.AddYears(30) }).ShouldBe(Now.AddYears(30));
        state.CreateToken(Token("t1", "m1") with { ExpiresAt = Now.AddDays(365).AddTicks(10) }, Now, Options).Refusals.Single().Field.ShouldBe("expiresAt");
        state.CreateToken(Token("t1", "m1") with { ExpiresAt = Now }, Now, Options).Refusals.Single().Field.ShouldBe("expiresAt");

        DateTimeOffset? Until(CreateToken command) => state.CreateToken(command, Now, Options).Events.OfType<TokenCreated>().Single().ExpiresAt;
    }

    [Fact]
    public void So_many_tokens_and_no_more_and_those_that_ended_are_forgotten_in_the_end()
    {
        var state = Empty;
        for (var i = 0; i < Workspace.MaxTokens; i++) state = With(state.CreateToken(Token($"t{i}", null), Now, Options), state);
        state.CreateToken(Token("more", null), Now, Options).Refusals.Single().Code.ShouldBe(RefusalCode.TooManyTokens);
        for (var i = 0; i < 300; i++)
        {
            state = With(state.RevokeToken(new RevokeToken($"t{i}", null), Now), state);
            state = With(state.CreateToken(Token($"t{i + Workspace.MaxTokens}", null), Now, Options), state);
        }
        state.Tokens.Count(token => token.WorksAt(Now)).ShouldBe(Workspace.MaxTokens);
        state.Tokens.Length.ShouldBe(Workspace.MaxTokens + Workspace.EndedTokensKept);
        state.Tokens[0].Id.ShouldBe("t200");
    }

    [Fact]
    public void Only_ones_own_tokens_are_there_for_somebody_who_may_revoke_only_those()
    {
        var state = With(Empty.AddMember(Adding("m1", Role.Analyst)), Empty);
        state = With(state.CreateToken(Token("t1", "m1"), Now, Options), state);
        state = With(state.CreateToken(Token("t2", null), Now, Options), state);
        foreach (var foreign in (RevokeToken[])[new("t1", "m2"), new("t2", "m1"), new("t2", ""), new("none", null)])
            state.RevokeToken(foreign, Now).Refusals.ShouldHaveSingleItem().ShouldBe(Refusal.NotFound("token", "tokenId"));
        state = With(state.RevokeToken(new RevokeToken("t1", "m1"), Now), state);
        state.RevokeToken(new RevokeToken("t1", "m1"), Now)
            .ShouldSatisfyAllConditions(again => again.IsRefused.ShouldBeFalse(), again => again.Events.ShouldBeEmpty());
    }

    [Fact]
    public void Who_is_linked_to_one_person_is_never_linked_to_another()
    {
        var state = With(Empty.AddMember(Adding("m1", Role.Owner)), Empty);
        state = With(state.AddMember(Adding("m2", Role.Owner)), state);
        state = With(state.LinkMember("m1", "idp|jo"), state);
        state.LinkMember("m1", "idp|jo").Events.ShouldBeEmpty();
        state.LinkMember("m1", "idp|else").IsRefused.ShouldBeTrue();
        state.LinkMember("m2", "idp|jo").IsRefused.ShouldBeTrue();
        state.LinkMember("m2", "no issuer").IsRefused.ShouldBeTrue();
        state = With(state.RemoveMember("m1"), state);
        state.LinkMember("m2", "idp|jo").IsRefused.ShouldBeFalse();
        state.LinkMember("m1", "idp|else").Refusals.Single().Code.ShouldBe(RefusalCode.NotFound);
    }

    [Fact]
    public void The_secret_and_its_hash_are_told_to_nobody()
    {
        var created = Empty.CreateToken(Token("t1", null), Now, Options).Events.OfType<TokenCreated>().Single();
        created.Summary.ShouldBe("The integration token Token t1 (…Qx7a) was created for relationships read, without an end.");
    }

    private static AddMember Adding(string id, Role role) => new(id, $"{id}@example.com", $"Name of {id}", role, Staff.Everything);

    private static CreateToken Token(string id, string? member, params ImmutableArray<Scope> scopes) =>
        new(id, member, $"Token {id}", scopes.IsEmpty ? [Scope.RelationshipsRead] : scopes, AccessTokens.Hash(id), "Qx7a", null, Staff.Everything);

    private static Workspace With(Decision decision, Workspace state)
    {
        decision.Refusals.ShouldBeEmpty();
        return decision.Events.Aggregate(state, (told, @event) => told.Apply(@event, new EventMeta(told.Version + 1, new Actor("owner", "Owner"), Now, Now)));
    }
}
