using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using CreatorCRM.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace CreatorCRM.Benchmarks;

/// <summary>A silo in this process, called without a network as the server calls its own.</summary>
internal sealed class BenchmarkSilo : IAsyncDisposable
{
    private readonly IHost _host;

    private BenchmarkSilo(IHost host) => _host = host;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<BenchmarkSilo> OnSqlite(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        return await Start(connection, (silo, port) => silo.UseSqliteStorage(file).UseLocalhostClustering(port, gatewayPort: 0));
    }

    public static async Task<BenchmarkSilo> OnPostgres(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        return await Start(connection, (silo, port) => silo.UsePostgresStorage(connectionString).ConfigureEndpoints(IPAddress.Loopback, port, gatewayPort: 0));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
    }

    private static async Task<BenchmarkSilo> Start(DbConnection connection, Action<ISiloBuilder, int> storage)
    {
        await connection.OpenAsync();
        await OrleansSchema.Apply(connection);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleans(silo => storage(silo, FreePort()));
        var started = new BenchmarkSilo(builder.Build());
        await started._host.StartAsync();
        return started;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
