namespace CreatorCRM.Server.Demo;

/// <summary>The time that the journal writes down while the demo runs: it stands still until the story moves it on. Orleans keeps the real one.</summary>
public sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    /// <exception cref="ArgumentOutOfRangeException">The moment is before the present one: a story is told forwards.</exception>
    public void MoveTo(DateTimeOffset moment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(moment, GetUtcNow());
        Volatile.Write(ref _ticks, moment.UtcTicks);
    }
}
