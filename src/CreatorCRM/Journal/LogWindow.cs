namespace CreatorCRM.Journal;

/// <summary>
/// The latest stretch of the log without a gap: every event behind <see cref="Start"/> up to <see cref="End"/>. Immutable, so that all followers share it.
/// </summary>
internal sealed class LogWindow
{
    private const int Capacity = 2_000;

    private readonly LoggedEvent[] _events;

    private LogWindow(LogCursor start, LoggedEvent[] events, LogCursor end) => (Start, _events, End) = (start, events, end);

    public LogCursor Start { get; }

    public LogCursor End { get; }

    public static LogWindow At(LogCursor head) => new(head, [], head);

    /// <summary>The window with what the log gave next; its oldest events go when it is full.</summary>
    public LogWindow With(IReadOnlyList<LoggedEvent> next)
    {
        if (next.Count == 0) return this;
        var surplus = Math.Max(0, _events.Length + next.Count - Capacity);
        LoggedEvent[] all = [.. _events, .. next];
        return surplus == 0 ? new LogWindow(Start, all, all[^1].Cursor) : new LogWindow(all[surplus - 1].Cursor, all[surplus..], all[^1].Cursor);
    }

    /// <summary>What the window holds of a workspace behind a place that is not before <see cref="Start"/>.</summary>
    public IReadOnlyList<LoggedEvent> After(LogCursor place, string workspace) =>
        place >= End ? [] : [.. _events[FirstAfter(place)..].Where(logged => logged.Event.Stream.Workspace == workspace)];

    private int FirstAfter(LogCursor place)
    {
        var (low, high) = (0, _events.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_events[middle].Cursor > place) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
