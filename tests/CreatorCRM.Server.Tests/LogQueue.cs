using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Server.Tests;

/// <summary>Keeps what a server of the tests warns of.</summary>
internal sealed class LogQueue : ILoggerProvider
{
    public ConcurrentQueue<string> Entries { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Category(this, Least(categoryName));

    // Orleans and Kestrel warn of the machine too: a thread pool that was stalled, a heartbeat that came late, a silo that found itself slow. Such a line on a
    // busy machine says nothing about the program; their errors do.
    private static LogLevel Least(string category) =>
        category.StartsWith("Orleans", StringComparison.Ordinal) || category.StartsWith("Polly", StringComparison.Ordinal)
            || category.StartsWith("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal)
            ? LogLevel.Error
            : LogLevel.Warning;

    public void Dispose()
    {
    }

    private sealed class Category(LogQueue queue, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) queue.Entries.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
        }
    }
}
