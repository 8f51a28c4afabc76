namespace CreatorCRM.Server.Tests.Access;

/// <summary>A clock that stands still, however long the test takes, until it is moved. Timers run in real time.</summary>
public sealed class MovedTime : TimeProvider
{
    private long _ticks = System.GetUtcNow().UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    public void Move(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
