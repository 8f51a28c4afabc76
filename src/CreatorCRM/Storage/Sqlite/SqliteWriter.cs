using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CreatorCRM.Storage.Sqlite;

/// <summary>The one writing connection. Used by one thread at a time.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int UniqueViolation = 2067, PrimaryKeyViolation = 1555, RaisedByTrigger = 1811;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommits _commits;
    private readonly SqliteStatement _begin, _end, _rollBack, _mark, _undo, _release;

    public SqliteWriter(string connectionString, IReadOnlyDictionary<Type, RowTable> tables)
    {
        // Not pooled: its settings are its own.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        _connection.Open();
        // FULL: a commit is acknowledged only when it has reached the disk. The cache (in KiB) holds the hot ends of the tables and their indexes, and the
        // timeout (in milliseconds) is for the lock of another process: a backup, a look with the command line.
        foreach (var setting in new[] { "synchronous = FULL", "cache_size = -65536", "temp_store = MEMORY", "busy_timeout = 30000",
            "wal_autocheckpoint = 4000" })
        {
            using var pragma = new SqliteCommand("PRAGMA " + setting, _connection);
            pragma.ExecuteNonQuery();
        }
        _commits = new SqliteCommits(_connection, tables);
        _begin = new SqliteStatement(_connection, "BEGIN IMMEDIATE");
        _end = new SqliteStatement(_connection, "COMMIT");
        _rollBack = new SqliteStatement(_connection, "ROLLBACK");
        _mark = new SqliteStatement(_connection, "SAVEPOINT one");
        _undo = new SqliteStatement(_connection, "ROLLBACK TO one");
        _release = new SqliteStatement(_connection, "RELEASE one");
    }

    /// <summary>
    /// All commits in one transaction. Bad rows are rare and savepoints are not free, so only when one commit breaks a rule are all of them written again,
    /// each in a savepoint of its own: the one writes nothing while its neighbours go on.
    /// </summary>
    public AppendOutcome[] Write(IReadOnlyList<Commit> commits)
    {
        _begin.Run();
        try
        {
            AppendOutcome[] outcomes;
            try
            {
                outcomes = [.. commits.Select(_commits.Write)];
            }
            catch (Exception e) when (IsBadRow(e))
            {
                _rollBack.Run();
                _begin.Run();
                outcomes = [.. commits.Select(WriteAlone)];
            }
            _end.Run();
            return outcomes;
        }
        catch
        {
            // SQLite has given up the transaction by itself after some faults, such as a full disk.
            if (raw.sqlite3_get_autocommit(_connection.Handle) == 0) _rollBack.Run();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in new[] { _begin, _end, _rollBack, _mark, _undo, _release }) statement.Dispose();
        _commits.Dispose();
        await _connection.DisposeAsync();
    }

    private AppendOutcome WriteAlone(Commit commit)
    {
        _mark.Run();
        AppendOutcome outcome;
        try
        {
            outcome = _commits.Write(commit);
        }
        catch (Exception e) when (IsBadRow(e))
        {
            _undo.Run();
            outcome = Explain(commit, e);
        }
        _release.Run();
        return outcome;
    }

    // Anything else is the database's fault, not the row's.
    private static bool IsBadRow(Exception e) =>
        e is not SqliteException { SqliteErrorCode: not (raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG or raw.SQLITE_ERROR) };

    private static AppendOutcome Explain(Commit commit, Exception e)
    {
        if (e is SqliteException { SqliteExtendedErrorCode: RaisedByTrigger } && commit.Explain(e.Message) is { } refusal)
            return new AppendOutcome.Refused(refusal);
        if (e is not SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation }) return new AppendOutcome.Failed(e);
        var rule = commit.UniqueRules.FirstOrDefault(rule => e.Message.Contains(string.Join(", ", rule.Columns.Select(column => $"{rule.Table}.{column}")),
            StringComparison.Ordinal));
        return rule is null ? new AppendOutcome.Failed(e) : new AppendOutcome.Refused(rule.Refusal);
    }
}
