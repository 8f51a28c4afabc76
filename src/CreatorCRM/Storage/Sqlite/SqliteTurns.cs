using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CreatorCRM.Storage.Sqlite;

/// <summary>
/// Connections to one SQLite file, one at a time. SQLite admits a single writer, and Microsoft.Data.Sqlite lets the others sleep on their threads for
/// 150 ms between attempts, for as long as others are luckier; here they wait in a queue and hold no thread. Every write is on the disk when it is
/// acknowledged: synchronous=FULL is the default of the SQLite that comes with the program.
/// </summary>
public sealed class SqliteTurns(string file) : DbDataSource
{
    private readonly SemaphoreSlim _turn = new(1);

    public override string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = file,
        // In seconds, for the lock of another process: a backup, a look with the command line.
        DefaultTimeout = 30,
    }.ConnectionString;

    /// <summary>
    /// A writer that has a connection of its own takes its turn. SQLite's calls block, so it runs on a thread of the pool rather than on the caller's.
    /// </summary>
    public async Task<T> Run<T>(Func<T> write, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await Task.Run(write, cancel).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override DbConnection OpenDbConnection()
    {
        _turn.Wait();
        return new Turn(this).Opened();
    }

    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(this).Opened();
    }

    protected override void Dispose(bool disposing)
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        base.Dispose(disposing);
    }

    private sealed class Turn(SqliteTurns turns) : SqliteConnection(turns.ConnectionString)
    {
        private SemaphoreSlim? _turn = turns._turn;

        public Turn Opened()
        {
            try
            {
                Open();
                return this;
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        protected override void Dispose(bool disposing)
        {
            try
            {
                base.Dispose(disposing);
            }
            finally
            {
                Interlocked.Exchange(ref _turn, null)?.Release();
            }
        }
    }
}
