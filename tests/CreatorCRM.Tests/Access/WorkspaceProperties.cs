using System.Collections.Immutable;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CsCheck;

namespace CreatorCRM.Tests.Access;

/// <summary>Whatever owners do in whatever order.</summary>
public sealed class WorkspaceProperties
{
    private const int Count = 1000;
    private static readonly DateTimeOffset Start = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Gen<string> Someone = Gen.Int[1, 5].Select(i => $"m{i}");
    private static readonly Gen<string> SomeToken = Gen.Int[1, 8].Select(i => $"t{i}");
    private static readonly Gen<ImmutableArray<Scope>> SomeScopes = Gen.Enum<Scope>().Array[0, 4].Select(scopes => scopes.ToImmutableArray());

    private static readonly Gen<Func<Workspace, DateTimeOffset, Decision>> Step = Gen.OneOf<Func<Workspace, DateTimeOffset, Decision>>(
        Gen.Select(Someone, Gen.Enum<Role>(), (id, role) => Do((state, _) => state.AddMember(new AddMember(id, $"{id}@example.com", id, role, Staff.Everything)))),
        Gen.Select(Someone, Gen.Enum<Role>(), SomeScopes, (id, role, held) => Do((state, _) => state.ChangeMemberRole(new ChangeMemberRole(id, role, held.IsEmpty ? Staff.Everything : held)))),
        Someone.Select(id => Do((state, _) => state.RemoveMember(id))),
        Gen.Select(Someone, Gen.Int[1, 3], (id, person) => Do((state, _) => state.LinkMember(id, $"idp|{person}"))),
        Gen.Select(SomeToken, Someone.Null(), SomeScopes, Gen.Int[-1, 400], (id, member, scopes, days) => Do((state, now) =>
            state.CreateToken(new CreateToken(id, member, id, scopes, AccessTokens.Hash(id), "last", days == 0 ? null : now.AddDays(days), Staff.Everything), now, new AccessOptions()))),
        Gen.Select(SomeToken, Someone.Null(), (id, onlyOf) => Do((state, now) => state.RevokeToken(new RevokeToken(id, onlyOf), now))),
        Gen.Int[1, 3].Select(i => Do((state, _) => state.Rename(new RenameWorkspace($"Name {i}")))));

    private static readonly Gen<Func<Workspace, DateTimeOffset, Decision>[]> Runs = Step.Array[1, 80];

    [Fact]
    public void Once_there_is_an_owner_there_always_is_one() => Check((before, after) =>
    {
        if (Owners(before) > 0) Owners(after).ShouldBeGreaterThan(0);
    });

    [Fact]
    public void Addresses_and_people_are_unique_among_those_present() => Check((_, after) =>
    {
        var present = after.Members.Where(member => member.RemovedAt is null).ToList();
        present.Select(member => Member.EmailKey(member.Email)).ShouldBeUnique();
        present.Where(member => member.Subject is not null).Select(member => member.Subject).ShouldBeUnique();
    });

    [Fact]
    public void No_token_goes_beyond_what_its_kind_may_whatever_becomes_of_its_member() => Check((_, after) =>
    {
        foreach (var token in after.Tokens)
        {
            token.Scopes.ShouldNotContain(Scope.Installation);
            token.Scopes.ShouldNotContain(Scope.OwnTokens);
            var role = after.Members.SingleOrDefault(member => member.Id == token.MemberId)?.Role ?? Role.Integration;
            AccessToken.Effective(role, token.Scopes).ShouldBeSubsetOf(RoleScopes.Of(role));
        }
    });

    [Fact]
    public void What_ended_stays_ended_and_nobody_comes_back() => Check((before, after) =>
    {
        foreach (var (old, now) in before.Members.Zip(after.Members))
        {
            now.Id.ShouldBe(old.Id);
            if (old.RemovedAt is not null) now.ShouldBe(old);
        }
        foreach (var old in before.Tokens.Where(token => token.RevokedAt is not null)) after.Tokens.ShouldContain(old);
    });

    [Fact]
    public void The_stored_events_tell_the_same_state_again_and_its_snapshot_too() => Runs.Sample(steps =>
    {
        var stored = new List<(string Type, string Data, EventMeta Meta)>();
        var state = Play(steps, (_, _, @event, meta) => stored.Add((EventCatalog.Default.NameOf(@event).Name, EventCatalog.Write(@event), meta)));
        var replayed = stored.Aggregate(New(), (told, entry) => told.Apply(EventCatalog.Default.Read(entry.Type, 1, entry.Data), entry.Meta));
        CrmJson.Write(replayed).ShouldBe(CrmJson.Write(state));
        CrmJson.Read<Workspace>(CrmJson.Write(state)).Rows().ShouldBe(state.Rows());
        state.Rows().Select(row => (row.GetType(), row.RowKey)).ShouldBeUnique();
    }, iter: Count);

    private static void Check(Action<Workspace, Workspace> check) => Runs.Sample(steps => { Play(steps, (before, after, _, _) => check(before, after)); }, iter: Count);

    private static int Owners(Workspace state) => state.Members.Count(member => member is { Role: Role.Owner, RemovedAt: null });

    private static Workspace New() => Workspace.New(WorkspaceKey.GrainOf("default"));

    private static Workspace Play(Func<Workspace, DateTimeOffset, Decision>[] steps, Action<Workspace, Workspace, IEvent, EventMeta> onEvent)
    {
        var (state, now) = (New(), Start);
        foreach (var step in steps)
        {
            now = now.AddHours(1);
            foreach (var @event in step(state, now).Events)
            {
                var meta = new EventMeta(state.Version + 1, new Actor("owner", "Owner"), now, now);
                var next = state.Apply(@event, meta);
                @event.Summary.ShouldEndWith(".");
                onEvent(state, next, @event, meta);
                state = next;
            }
        }
        return state;
    }

    // Gives the lambda its type.
    private static Func<Workspace, DateTimeOffset, Decision> Do(Func<Workspace, DateTimeOffset, Decision> step) => step;
}
