using System.Collections.Frozen;

namespace CreatorCRM.Access;

/// <summary>What each role may do: the one table of it.</summary>
public static class RoleScopes
{
    private static readonly FrozenDictionary<Role, FrozenSet<Scope>> Table = new Dictionary<Role, FrozenSet<Scope>>
    {
        [Role.Owner] = Set(Scope.RelationshipsRead, Scope.RelationshipsWrite, Scope.Payouts, Scope.Webhooks, Scope.Access, Scope.OwnTokens),
        [Role.Manager] = Set(Scope.RelationshipsRead, Scope.RelationshipsWrite, Scope.OwnTokens),
        [Role.Analyst] = Set(Scope.RelationshipsRead, Scope.OwnTokens),
        [Role.Finance] = Set(Scope.RelationshipsRead, Scope.Payouts, Scope.OwnTokens),
        // A program gets what its token names of these; it makes no tokens.
        [Role.Integration] = Set(Scope.RelationshipsRead, Scope.RelationshipsWrite, Scope.Payouts, Scope.Webhooks),
    }.ToFrozenDictionary();

    /// <summary>Never contains <see cref="Scope.Installation"/>.</summary>
    public static IReadOnlySet<Scope> Of(Role role) => Table[role];

    private static FrozenSet<Scope> Set(params Scope[] scopes) => scopes.ToFrozenSet();
}
