using System.Collections.Immutable;
using CreatorCRM.Access;
using CreatorCRM.Journal;
using CreatorCRM.Tests.Journal;
using CsCheck;

namespace CreatorCRM.Tests.Access;

/// <summary>Whatever owners do in whatever order.</summary>
public sealed class WorkspaceProperties
{
    private static readonly Gen<string> Someone = Gen.Int[1, 5].Select(i => $"m{i}");
    private static readonly Gen<string> SomeToken = Gen.Int[1, 8].Select(i => $"t{i}");
    private static readonly Gen<ImmutableArray<Scope>> SomeScopes = Gen.Enum<Scope>().Array[0, 4].Select(scopes => scopes.ToImmutableArray());

    private static readonly Gen<Func<Workspace, DateTimeOffset, Decision>> Step = Gen.OneOf<Func<Workspace, DateTimeOffset, Decision>>(
        Gen.Select(Someone, Gen.Enum<Role>(), (id, role) => Do((state, _) => state.AddMember(new AddMember(id, $"{id}@example.com", id, role, Staff.Everything)))),
        Gen.Select(Someone, Gen.Enum<Role>(), SomeScopes,
            (id, role, held) => Do((state, _) => state.ChangeMemberRole(new ChangeMemberRole(id, role, held.IsEmpty ? Staff.Everything : held)))),
        Someone.Select(id => Do((state, _) => state.RemoveMember(id))),
        Gen.Select(Someone, Gen.Int[1, 3], (id, person) => Do((state, _) => state.LinkMember(id, $"idp|{person}"))),
        Gen.Select(SomeToken, Someone.Null(), SomeScopes, Gen.Int[-1, 400], (id, member, scopes, days) => Do((state, now) =>
            state.CreateToken(new CreateToken(id, member, id, scopes, AccessTokens.Hash(id), "last", days == 0 ? null : now.AddDays(days), Staff.Everything),
                now, new AccessOptions()))),
        Gen.Select(SomeToken, Someone.Null(), (id, onlyOf) => Do((state, now) => state.RevokeToken(new RevokeToken(id, onlyOf), now))),
        Gen.Int[1, 3].Select(i => Do((state, _) => state.Rename(new RenameWorkspace($"Name {i}")))));

    [Fact]
    public void Ten_thousand_runs_keep_every_rule() => Machine.Check(Step, (before, after) =>
    {
        Once_there_is_an_owner_there_always_is_one(before, after);
        Addresses_and_people_are_unique_among_those_present(after);
        No_token_goes_beyond_what_its_kind_may_whatever_becomes_of_its_member(after);
        What_ended_stays_ended_and_nobody_comes_back(before, after);
    }, longest: 60, _ => Workspace.New(WorkspaceKey.GrainOf("default")));

    private static void Once_there_is_an_owner_there_always_is_one(Workspace before, Workspace after)
    {
        if (Owners(before) > 0) Owners(after).ShouldBeGreaterThan(0);
    }

    private static void Addresses_and_people_are_unique_among_those_present(Workspace after)
    {
        var present = after.Members.Where(member => member.RemovedAt is null).ToList();
        present.Select(member => Member.EmailKey(member.Email)).Distinct().Count().ShouldBe(present.Count);
        var linked = present.Where(member => member.Subject is not null).ToList();
        linked.Select(member => member.Subject).Distinct().Count().ShouldBe(linked.Count);
    }

    private static void No_token_goes_beyond_what_its_kind_may_whatever_becomes_of_its_member(Workspace after)
    {
        foreach (var token in after.Tokens)
        {
            (token.Scopes.Contains(Scope.Installation) || token.Scopes.Contains(Scope.OwnTokens)).ShouldBeFalse();
            var role = after.Members.SingleOrDefault(member => member.Id == token.MemberId)?.Role ?? Role.Integration;
            AccessToken.Effective(role, token.Scopes).Except(RoleScopes.Of(role)).Any().ShouldBeFalse();
        }
    }

    private static void What_ended_stays_ended_and_nobody_comes_back(Workspace before, Workspace after)
    {
        foreach (var (old, now) in before.Members.Zip(after.Members))
        {
            now.Id.ShouldBe(old.Id);
            if (old.RemovedAt is not null) now.ShouldBe(old);
        }
        foreach (var old in before.Tokens.Where(token => token.RevokedAt is not null)) after.Tokens.Contains(old).ShouldBeTrue();
    }

    private static int Owners(Workspace state) => state.Members.Count(member => member is { Role: Role.Owner, RemovedAt: null });

    // Gives the lambda its type.
    private static Func<Workspace, DateTimeOffset, Decision> Do(Func<Workspace, DateTimeOffset, Decision> step) => step;
}
