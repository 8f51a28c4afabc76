using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CreatorCRM.TestSupport;

/// <summary>How the engine would run each query that EF Core sends, one step a line; the query itself is run, too.</summary>
internal sealed class QueryPlans : DbCommandInterceptor
{
    public List<string> Plans { get; } = [];

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        var sql = command.CommandText;
        var isSqlite = command is SqliteCommand;
        command.CommandText = (isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN (COSTS OFF) ") + sql;
        var steps = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            var depths = new Dictionary<int, int> { [0] = 0 };
            while (await reader.ReadAsync(cancellationToken))
            {
                if (isSqlite) depths[reader.GetInt32(0)] = depths[reader.GetInt32(1)] + 1;
                steps.Add(isSqlite ? new string(' ', 2 * depths[reader.GetInt32(0)] - 2) + reader.GetString(3) : reader.GetString(0));
            }
        }
        Plans.Add(string.Join('\n', steps));
        command.CommandText = sql;
        return result;
    }
}
