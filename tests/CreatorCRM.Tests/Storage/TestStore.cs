using System.Data.Common;
using System.Net;
using CreatorCRM.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CreatorCRM.Tests.Storage;

/// <summary>An empty database of one engine, with the Orleans schema and deleted at the end.</summary>
public abstract class TestStore : IAsyncDisposable
{
    public static async Task<TestStore> Sqlite() => await WithSchema(new SqliteStore());

    public static async Task<TestStore> Postgres(PostgresServer server) => await WithSchema(new PostgresStore(await server.CreateDatabase()));

    public abstract void Use(ISiloBuilder silo, int siloPort);

    public abstract DbConnection Connection();

    public async Task<object?> Scalar(string sql)
    {
        await using var connection = Connection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    public async Task ApplySchema()
    {
        await using var connection = Connection();
        await connection.OpenAsync();
        await OrleansSchema.Apply(connection);
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static async Task<TestStore> WithSchema(TestStore store)
    {
        await store.ApplySchema();
        return store;
    }

    private sealed class SqliteStore : TestStore
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("creatorcrm-");

        private string File => Path.Combine(_folder.FullName, "orleans.db");

        public override void Use(ISiloBuilder silo, int siloPort) => silo.UseSqliteStorage(File).UseLocalhostClustering(siloPort, gatewayPort: 0);

        public override DbConnection Connection() => new SqliteConnection($"Data Source={File};Pooling=false");

        public override ValueTask DisposeAsync()
        {
            _folder.Delete(recursive: true);
            return base.DisposeAsync();
        }
    }

    private sealed class PostgresStore(string connectionString) : TestStore
    {
        public override void Use(ISiloBuilder silo, int siloPort) =>
            silo.UsePostgresStorage(connectionString).ConfigureEndpoints(IPAddress.Loopback, siloPort, gatewayPort: 0);

        public override DbConnection Connection() => new NpgsqlConnection(connectionString);
    }
}
