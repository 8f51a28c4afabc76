namespace CreatorCRM.Server.Tests.Webhooks;

/// <summary>
/// The real time, in which nobody loses patience: what waits longer than a few seconds waits for ever. So no receiver on a busy machine gets anything twice.
/// </summary>
internal sealed class PatientTime : TimeProvider
{
    private static readonly TimeSpan Few = TimeSpan.FromSeconds(5);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > Few ? Timeout.InfiniteTimeSpan : dueTime, period);
}
