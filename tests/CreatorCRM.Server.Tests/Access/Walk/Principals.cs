using CreatorCRM.Access;

namespace CreatorCRM.Server.Tests.Access.Walk;

/// <summary>
/// Everybody who can come to the API: the operator's owner token, a member in each role by JWT, and a program for each scope that one can have, with as little
/// else as it can.
/// </summary>
internal sealed class Principals : IDisposable
{
    private readonly Dictionary<string, HttpClient> _clients = [];

    public IReadOnlyDictionary<string, HttpClient> Clients => _clients;

    public static async Task<Principals> Arrive(GuardedServer server)
    {
        var principals = new Principals { _clients = { ["OPERATOR"] = server.Crm.As().Http } };
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Integration))
        {
            var name = role.ToString();
            await server.Crm.Grains.Workspace().Hire(name.ToLowerInvariant(), role);
            principals._clients[name.ToUpperInvariant()] = server.Crm.As(server.Issuer.Token(server.Issuer.Claims($"{name}@example.com",
                TimeProvider.System.GetUtcNow()))).Http;
        }
        foreach (var scope in RoleScopes.Of(Role.Integration).Order())
            principals._clients[$"TOKEN({scope})"] = server.Crm.As(await server.Crm.Grains.Workspace().Issue($"token-{scope}", scopes: [.. With(scope)])).Http;
        return principals;
    }

    // The one scope that does not come alone.
    private static Scope[] With(Scope scope) => scope == Scope.Webhooks ? [Scope.RelationshipsRead, scope] : [scope];

    public void Dispose()
    {
        foreach (var client in _clients.Values) client.Dispose();
    }
}
