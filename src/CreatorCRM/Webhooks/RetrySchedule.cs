namespace CreatorCRM.Webhooks;

/// <summary>When a failed delivery is tried again: twelve attempts within 24 hours, each wait longer or shorter by up to a tenth.</summary>
public sealed class RetrySchedule(Random random)
{
    /// <summary>So often newer events wait for one that fails; then it is set aside.</summary>
    public const int TriesInLine = 3;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(6), TimeSpan.FromHours(10),
    ];

    // A receiver that comes back after an outage shall not wait for its events much longer than this.
    private static readonly TimeSpan LongestInLine = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    public static int MaxTries => Waits.Length + 1;

    /// <summary>The wait after so many attempts; null when that was the last one.</summary>
    /// <param name="asked">How long the receiver wants to be left alone.</param>
    public TimeSpan? After(int tries, TimeSpan? asked) => tries < MaxTries ? AtLeast(Jittered(Waits[tries - 1]), asked) : null;

    /// <summary>How long the receiver is left alone by the events in line after so many failures in a row.</summary>
    public TimeSpan InLine(int failures, TimeSpan? asked)
    {
        var wait = Waits[Math.Min(failures, Waits.Length) - 1];
        return AtLeast(Jittered(wait < LongestInLine ? wait : LongestInLine), asked);
    }

    private static TimeSpan AtLeast(TimeSpan wait, TimeSpan? asked) =>
        asked is not { } least || least <= wait ? wait : least < LongestAsked ? least : LongestAsked;

    private TimeSpan Jittered(TimeSpan wait)
    {
        lock (random) return wait * (0.9 + (random.NextDouble() * 0.2));
    }
}
