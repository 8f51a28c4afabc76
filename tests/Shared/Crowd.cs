using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.TestSupport;

/// <summary>
/// A large workspace that is like a real one, the same on both engines: few influencers are large, most come from one country and many have no owner,
/// a niche is common or rare, and a third of the people were ever worked with. Written straight into the tables, since the journal would take minutes.
/// </summary>
internal static class Crowd
{
    public const string Workspace = "w";

    private const string Tables = "'influencers', 'influencer_niches', 'influencer_tags', 'accounts', 'partnerships'";

    public static async Task Fill(CrmDbContext db, int influencers = 200_000)
    {
        var isSqlite = db.Engine == StorageEngine.Sqlite;
        await db.Database.OpenConnectionAsync();
        foreach (var setting in isSqlite ? ["PRAGMA synchronous = OFF"] : (string[])["SET maintenance_work_mem = '256MB'", "SET synchronous_commit = off"])
            await Execute(db, setting);
        await Execute(db, "BEGIN");
        // An index that goes takes its statistics along.
        if (isSqlite) await Execute(db, "CREATE TEMP TABLE statistics AS SELECT * FROM sqlite_stat1");
        var later = await TakeAside(db, isSqlite
            ? $"SELECT sql, 'DROP ' || type || ' ' || name FROM sqlite_schema WHERE (name LIKE 'ix%' OR type = 'trigger') AND tbl_name IN ({Tables})"
            : $"SELECT indexdef, 'DROP INDEX ' || indexname FROM pg_indexes WHERE indexname LIKE 'ix%' AND tablename IN ({Tables})");
        // The sums over someone's partnerships are filled in, not summed.
        if (!isSqlite) await Execute(db, "ALTER TABLE partnerships DISABLE TRIGGER ALL");
        foreach (var statement in new CrowdSql(isSqlite, influencers).Statements.Concat(later).Append("COMMIT")) await Execute(db, statement);
        if (isSqlite) await Execute(db, "DELETE FROM sqlite_stat1; INSERT INTO sqlite_stat1 SELECT * FROM statistics; ANALYZE sqlite_schema");
        // As autovacuum would, but of all rows rather than of a sample, so that the plans are the same every time. SQLite has its statistics from the schema.
        if (isSqlite) return;
        await Execute(db, "SET default_statistics_target = 700");
        await Execute(db, $"VACUUM ANALYZE {Tables.Replace("'", "")}");
    }

    // An index that is built at the end is built by sorting, in a fraction of the time; triggers on SQLite would index texts that nobody searches.
    private static async Task<List<string>> TakeAside(CrmDbContext db, string parts)
    {
        var (make, drop) = (new List<string>(), new List<string>());
        await using (var command = db.Database.GetDbConnection().CreateCommand())
        {
            command.CommandText = parts;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                make.Add(reader.GetString(0));
                drop.Add(reader.GetString(1));
            }
        }
        foreach (var statement in drop) await Execute(db, statement);
        return make;
    }

    private static async Task Execute(CrmDbContext db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
