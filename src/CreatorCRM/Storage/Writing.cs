using System.Data.Common;
using CreatorCRM.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Storage;

/// <summary>
/// A context to write with beside the journal. On SQLite, where one writes at a time, it holds the turn to write until it is disposed of; it is not to be
/// nested.
/// </summary>
internal sealed class Writing : IAsyncDisposable
{
    private readonly DbConnection? _turn;

    private Writing(CrmDbContext db, DbConnection? turn) => (Db, _turn) = (db, turn);

    public CrmDbContext Db { get; }

    public static async Task<Writing> Begin(IDbContextFactory<CrmDbContext> contexts, DbDataSource source, CancellationToken cancel)
    {
        // An open connection of the source is the turn.
        var turn = source is SqliteTurns ? await source.OpenConnectionAsync(cancel) : null;
        return new Writing(await contexts.CreateDbContextAsync(cancel), turn);
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        if (_turn is not null) await _turn.DisposeAsync();
    }
}
