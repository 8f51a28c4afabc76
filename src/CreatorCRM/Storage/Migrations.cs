using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace CreatorCRM.Storage;

/// <summary>The schema's scripts of one engine, applied forward only. The caller holds the lock that keeps other nodes out.</summary>
public static class Migrations
{
    private const string CreateTable = "CREATE TABLE IF NOT EXISTS schema_migrations (version integer NOT NULL PRIMARY KEY, name text NOT NULL)";

    /// <exception cref="NewerSchemaException">A newer program migrated this database.</exception>
    public static async Task Apply(DbConnection connection, StorageEngine engine, CancellationToken cancel)
    {
        var scripts = Scripts(engine);
        await Execute(connection, CreateTable, cancel);
        var applied = await AppliedVersions(connection, cancel);
        if (applied.Count > 0 && applied.Max() is var newest && newest > scripts[^1].Version) throw new NewerSchemaException(newest, scripts[^1].Version);
        // Not only what is above the newest: scripts of two branches may meet a database in either order.
        foreach (var script in scripts.Where(script => !applied.Contains(script.Version)))
        {
            await Execute(connection, script.Sql, cancel);
            await Execute(connection, $"INSERT INTO schema_migrations (version, name) VALUES ({script.Version}, '{script.Name}')", cancel);
        }
    }

    /// <summary>Whether a database that a program has migrated before lacks a script of this one.</summary>
    public static async Task<bool> ArePending(DbConnection connection, StorageEngine engine, CancellationToken cancel)
    {
        await Execute(connection, CreateTable, cancel);
        var applied = await AppliedVersions(connection, cancel);
        return applied.Count > 0 && Scripts(engine).Exists(script => !applied.Contains(script.Version));
    }

    private static async Task<HashSet<int>> AppliedVersions(DbConnection connection, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT version FROM schema_migrations";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var versions = new HashSet<int>();
        while (await reader.ReadAsync(cancel)) versions.Add(reader.GetInt32(0));
        return versions;
    }

    private static async Task Execute(DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        // Building an index on years of data takes what it takes.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancel);
    }

    // Scripts are embedded as CreatorCRM.Storage.<Engine>.<0001_name>.sql.
    private static List<(int Version, string Name, string Sql)> Scripts(StorageEngine engine)
    {
        var prefix = $"CreatorCRM.Storage.{engine}.";
        return [.. typeof(Migrations).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal)
                && char.IsAsciiDigit(name[prefix.Length]))
            .Order(StringComparer.Ordinal)
            .Select(name => (int.Parse(name.AsSpan(prefix.Length, 4), CultureInfo.InvariantCulture), name[prefix.Length..^4], ReadScript(name)))];
    }

    private static string ReadScript(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}

public sealed class NewerSchemaException(int found, int known)
    : Exception($"The database has schema version {found}, but this program knows only up to {known}. Start the newer program, or restore the backup made before the upgrade.");
