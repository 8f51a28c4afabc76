using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace CreatorCRM.TestSupport;

/// <summary>Time that stands still until a test moves it, and tells who waits for it to pass.</summary>
public sealed class WatchedTime() : FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Until somebody begins to wait for so long.</summary>
    public async Task Wait(TimeSpan time)
    {
        while (await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken) != time) { }
    }
}
