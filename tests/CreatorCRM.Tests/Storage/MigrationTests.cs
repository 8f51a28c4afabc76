using System.Data.Common;
using CreatorCRM.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CreatorCRM.Tests.Storage;

public abstract class MigrationTests(StorageEngine engine, PostgresServer postgres) : IAsyncLifetime
{
    private StorageOptions _storage = null!;

    public async ValueTask InitializeAsync() => _storage = await CrmSilo.NewStorage(engine, postgres);

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (engine == StorageEngine.Sqlite) Directory.Delete(_storage.DataFolder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_second_migration_changes_nothing()
    {
        await CrmStorage.Migrate(_storage, CancellationToken.None);
        var before = await Schema();
        before.ShouldContain(line => line.Contains("events", StringComparison.Ordinal));
        await CrmStorage.Migrate(_storage, CancellationToken.None);
        (await Schema()).ShouldBe(before);
    }

    [Fact]
    public async Task Nodes_that_start_together_all_succeed()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => CrmStorage.Migrate(_storage, CancellationToken.None))));
        var versions = await Lines("SELECT version FROM schema_migrations ORDER BY version");
        versions.ShouldNotBeEmpty();
        versions.ShouldBeUnique();
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        await CrmStorage.Migrate(_storage, CancellationToken.None);
        await Lines("INSERT INTO schema_migrations (version, name) VALUES (9999, '9999_later')");
        var before = await Schema();
        var refused = await Should.ThrowAsync<NewerSchemaException>(() => CrmStorage.Migrate(_storage, CancellationToken.None));
        refused.Message.ShouldContain("9999");
        (await Schema()).ShouldBe(before);
    }

    private async Task<List<string>> Schema() =>
    [
        .. await Lines("SELECT name FROM schema_migrations ORDER BY version"),
        .. await Lines(engine == StorageEngine.Sqlite
            ? "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1"
            : """
              SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable FROM information_schema.columns WHERE table_schema = 'public'
              UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1
              """),
    ];

    private async Task<List<string>> Lines(string sql)
    {
        await using DbConnection connection = engine == StorageEngine.Sqlite
            ? new SqliteConnection(_storage.CrmConnectionString)
            : new NpgsqlConnection(_storage.CrmConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        return lines;
    }
}

public sealed class SqliteMigrationTests(PostgresServer postgres) : MigrationTests(StorageEngine.Sqlite, postgres);

public sealed class PostgresMigrationTests(PostgresServer postgres) : MigrationTests(StorageEngine.Postgres, postgres);
