using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace CreatorCRM.Tests.Webhooks;

/// <summary>Time that stands still until a test moves it, and knows until when somebody waits. Who looks around every so often does not count.</summary>
internal sealed class WaitingTime() : FakeTimeProvider(DateTimeOffset.Parse("2100-04-01T12:00:00Z", CultureInfo.InvariantCulture))
{
    private readonly ConcurrentDictionary<Wait, DateTimeOffset> _waits = [];

    /// <summary>Until when somebody waits, the next one first.</summary>
    public IReadOnlyList<DateTimeOffset> Waits => [.. _waits.Values.Order()];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        return period == Timeout.InfiniteTimeSpan && dueTime > TimeSpan.Zero ? new Wait(this, timer, GetUtcNow() + dueTime) : timer;
    }

    private sealed class Wait : ITimer
    {
        private readonly WaitingTime _time;
        private readonly ITimer _timer;

        public Wait(WaitingTime time, ITimer timer, DateTimeOffset until)
        {
            (_time, _timer) = (time, timer);
            _time._waits[this] = until;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => _timer.Change(dueTime, period);

        public void Dispose()
        {
            _time._waits.TryRemove(this, out _);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
