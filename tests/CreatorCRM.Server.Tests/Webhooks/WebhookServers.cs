using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Webhooks;

/// <summary>One server per engine that may send to the loopback, for all tests of a class.</summary>
public sealed class WebhookServers(PostgresServer postgres) : IAsyncDisposable
{
    private readonly Dictionary<StorageEngine, CrmServer> _servers = [];

    public async Task<CrmServer> On(StorageEngine engine)
    {
        if (!_servers.TryGetValue(engine, out var server)) _servers[engine] = server = await CrmServer.Start(engine, postgres, settings: WebhookReceiver.Allowed);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values) await server.DisposeAsync();
    }
}
