using Microsoft.Extensions.Logging;

namespace CreatorCRM.Journal;

/// <summary>What every aggregate grain needs, as one dependency.</summary>
public sealed class AggregateServices(JournalWriter writer, IJournalStore store, EventCatalog events, TimeProvider time, ILoggerFactory loggers)
{
    public JournalWriter Writer { get; } = writer;
    public IJournalStore Store { get; } = store;
    public EventCatalog Events { get; } = events;
    public TimeProvider Time { get; } = time;
    public ILogger Logger { get; } = loggers.CreateLogger("CreatorCRM.Journal");

    /// <summary>UTC, cut to the microseconds that both engines keep.</summary>
    public DateTimeOffset Now()
    {
        var now = Time.GetUtcNow().UtcDateTime;
        return new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
    }
}
