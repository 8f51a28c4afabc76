using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CreatorCRM.Server.Tests;

/// <summary>Remembers the statements that EF Core sends on behalf of requests.</summary>
public sealed class SqlLog : DbCommandInterceptor
{
    // Flows into the services that a starting server leaves running, which go their rounds whenever it is time; requests begin without it.
    private static readonly AsyncLocal<bool> IsOfTheServerItself = new();

    private readonly ConcurrentQueue<string> _statements = [];

    /// <summary>The statements sent while <paramref name="run"/> ran. Let nothing else read meanwhile.</summary>
    public async Task<IReadOnlyList<string>> During(Func<Task> run)
    {
        _statements.Clear();
        await run();
        return [.. _statements];
    }

    /// <summary>Starts a server, of whose own rounds nothing is remembered.</summary>
    public static async Task OfStart(Func<Task> server)
    {
        IsOfTheServerItself.Value = true;
        await server();
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (!IsOfTheServerItself.Value) _statements.Enqueue(command.CommandText);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
