using System.Data.Common;
using Npgsql;

namespace CreatorCRM.Storage.Postgres;

/// <summary>What a node asks of PostgreSQL where the operator's connection string does not say.</summary>
internal static class PostgresPool
{
    // A node needs few connections, since commits go in batches; a server grants 100 to all its nodes unless it is told otherwise.
    private const int MaxConnections = 20;

    // A node writes one batch at a time; the other takes the place of one that is breaking.
    private const int JournalConnections = 2;

    private static readonly string[] PoolSizeNames = ["Maximum Pool Size", "Max Pool Size", "MaxPoolSize"];

    /// <summary>
    /// Where the journal's writer takes its connection, by this key among the services. A pool of its own: however many slow reads there are, they do not make
    /// everybody wait who writes.
    /// </summary>
    public const string JournalWriter = "journal writer";

    public static NpgsqlConnectionStringBuilder OfJournal(string connectionString)
    {
        var settings = Bounded(connectionString, "CreatorCRM journal", prepared: 50);
        (settings.MinPoolSize, settings.MaxPoolSize) = (0, JournalConnections);
        return settings;
    }

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
