namespace CreatorCRM.TestSupport;

/// <summary>
/// A clock that stands still until it leaps. However far it leaps, each timer that became due on the way fires once, as when a machine wakes up: a fake clock
/// that tells every second to every timer takes minutes for a year.
/// </summary>
public sealed class LeapingTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan by) => LeapTo(GetUtcNow() + by);

    /// <param name="instant">Not before now.</param>
    public void LeapTo(DateTimeOffset instant)
    {
        List<Alarm> due;
        lock (_lock)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(instant, _now);
            _now = instant;
            due = [.. _alarms.Where(alarm => alarm.Pass(_now))];
        }
        foreach (var alarm in due) alarm.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    private sealed class Alarm(LeapingTime time, TimerCallback callback, object? state) : ITimer
    {
        private readonly ExecutionContext? _context = ExecutionContext.Capture();
        private DateTimeOffset? _at;
        private TimeSpan _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                _period = period;
                _at = dueTime == Timeout.InfiniteTimeSpan ? null : time._now + dueTime;
                if (!time._alarms.Contains(this)) time._alarms.Add(this);
                if (dueTime != TimeSpan.Zero) return true;
                Pass(time._now);
            }
            ThreadPool.UnsafeQueueUserWorkItem(alarm => alarm.Fire(), this, preferLocal: false);
            return true;
        }

        /// <summary>Whether it was due; then it waits for its next time.</summary>
        public bool Pass(DateTimeOffset now)
        {
            if (_at is not { } at || at > now) return false;
            _at = _period == Timeout.InfiniteTimeSpan || _period == TimeSpan.Zero ? null : now + _period;
            return true;
        }

        public void Fire()
        {
            if (_context is null) callback(state);
            else ExecutionContext.Run(_context, state => callback(state), state);
        }

        public void Dispose()
        {
            lock (time._lock) time._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
