using System.Net;
using System.Net.Sockets;
using CreatorCRM.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CreatorCRM.Benchmarks;

/// <summary>A silo in this process, called without a network as the server calls its own. Grain state and journal lie side by side on one engine.</summary>
internal sealed class BenchmarkSilo : IAsyncDisposable
{
    private readonly IHost _host;

    private BenchmarkSilo(IHost host) => _host = host;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<BenchmarkSilo> Start(StorageOptions storage)
    {
        await CrmStorage.Migrate(storage, CancellationToken.None);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(TimeProvider.System).AddCrmStorage(storage);
        builder.UseOrleans(silo =>
        {
            if (storage.Engine == StorageEngine.Sqlite) silo.UseLocalhostClustering(FreePort(), gatewayPort: 0);
            else silo.ConfigureEndpoints(IPAddress.Loopback, FreePort(), gatewayPort: 0);
            silo.UseCrmStorage(storage);
        });
        var started = new BenchmarkSilo(builder.Build());
        await started._host.StartAsync();
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
