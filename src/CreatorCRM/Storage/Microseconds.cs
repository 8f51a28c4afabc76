namespace CreatorCRM.Storage;

/// <summary>Instants as both engines keep them: whole microseconds since 1970 in UTC, rounded down.</summary>
public static class Microseconds
{
    public static long From(DateTimeOffset instant) => (Floor(instant).UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <exception cref="ArgumentOutOfRangeException">Outside the years 1 to 9999.</exception>
    public static DateTimeOffset ToInstant(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(checked(microseconds * TimeSpan.TicksPerMicrosecond));

    public static DateTimeOffset Floor(DateTimeOffset instant) => new(instant.UtcTicks - instant.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
