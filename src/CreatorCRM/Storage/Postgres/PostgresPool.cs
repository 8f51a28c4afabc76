using System.Data.Common;
using Npgsql;

namespace CreatorCRM.Storage.Postgres;

/// <summary>What a node asks of PostgreSQL where the operator's connection string does not say.</summary>
internal static class PostgresPool
{
    // A node needs few connections, since commits go in batches; a server grants 100 to all its nodes unless it is told otherwise.
    private const int MaxConnections = 20;
    private static readonly string[] PoolSizeNames = ["Maximum Pool Size", "Max Pool Size", "MaxPoolSize"];

    public static NpgsqlConnectionStringBuilder Bounded(string connectionString, string application, int prepared)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = application };
        // Npgsql's own builder claims to hold every keyword there is, set or not.
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!PoolSizeNames.Any(given.ContainsKey)) settings.MaxPoolSize = MaxConnections;
        if (settings.MaxAutoPrepare == 0) settings.MaxAutoPrepare = prepared;
        return settings;
    }
}
