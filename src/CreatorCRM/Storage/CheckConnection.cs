using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Storage;

/// <summary>Reads the database as it was at one moment, however long the reading takes and whatever is written meanwhile.</summary>
internal sealed class CheckConnection : IAsyncDisposable
{
    private readonly CrmDbContext _context;
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;

    private CheckConnection(CrmDbContext context, DbTransaction transaction)
    {
        _context = context;
        _transaction = transaction;
        _connection = transaction.Connection!;
        Tables = RowTable.ReadFrom(context.Model);
    }

    public IReadOnlyDictionary<Type, RowTable> Tables { get; }

    public static async Task<CheckConnection> Open(IDbContextFactory<CrmDbContext> contexts, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel);
        await context.Database.OpenConnectionAsync(cancel);
        var connection = context.Database.GetDbConnection();
        var transaction = context.Engine == StorageEngine.Sqlite
            ? ((Microsoft.Data.Sqlite.SqliteConnection)connection).BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        return new CheckConnection(context, transaction);
    }

    /// <param name="sql">In words that both engines understand, with parameters <c>@p0</c>, <c>@p1</c> and so on.</param>
    public async IAsyncEnumerable<DbDataReader> Read(string sql, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel,
        params object[] parameters)
    {
        await using var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        // An operator waits as long as a large database takes.
        command.CommandTimeout = 0;
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            parameter.Value = parameters[i];
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) yield return reader;
    }

    public static DateTimeOffset Instant(DbDataReader row, int column) =>
        row.GetValue(column) is long microseconds ? Microseconds.ToInstant(microseconds) : row.GetFieldValue<DateTimeOffset>(column);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _context.DisposeAsync();
    }
}
