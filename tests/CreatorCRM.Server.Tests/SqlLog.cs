using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CreatorCRM.Server.Tests;

/// <summary>Remembers the statements that EF Core sends.</summary>
public sealed class SqlLog : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _statements = [];

    /// <summary>The statements sent while <paramref name="run"/> ran. Let nothing else read meanwhile.</summary>
    public async Task<IReadOnlyList<string>> During(Func<Task> run)
    {
        _statements.Clear();
        await run();
        return [.. _statements];
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _statements.Enqueue(command.CommandText);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
