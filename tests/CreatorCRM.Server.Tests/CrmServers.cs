using CreatorCRM.Server.Tests.Webhooks;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests;

/// <summary>
/// One server per engine for all tests of a class, which may send to the loopback; started when first asked for. The tests share its data: let each look only
/// at what it made.
/// </summary>
public sealed class CrmServers(PostgresServer postgres) : IAsyncDisposable
{
    private readonly Dictionary<StorageEngine, CrmServer> _servers = [];

    public async Task<CrmServer> On(StorageEngine engine)
    {
        if (!_servers.TryGetValue(engine, out var server))
            _servers[engine] = server = await CrmServer.Start(engine, postgres, settings: WebhookReceiver.Allowed);
        return server;
    }

    /// <summary>A server with no data yet, for a test that looks at whole lists. Dispose of it.</summary>
    public Task<CrmServer> New(StorageEngine engine) => CrmServer.Start(engine, postgres);

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values) await server.DisposeAsync();
    }
}
