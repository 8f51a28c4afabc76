namespace CreatorCRM.Server.Access;

/// <summary>
/// Whether somebody who stays connected may still be there. Asked again every minute and at the moment their token ends; so a revoked token, a removed member
/// or a changed role takes effect within a minute.
/// </summary>
internal sealed class LiveAccess(TimeProvider time, ILogger<LiveAccess> log)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <returns>Why their access has ended, as soon as it has.</returns>
    /// <exception cref="OperationCanceledException">The connection has ended before.</exception>
    public async Task<AccessProblem> Ended(Identity identity, CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(TimeToWait(identity), time, cancel);
            if (await Ask(identity, cancel) is { } problem) return problem;
        }
    }

    private TimeSpan TimeToWait(Identity identity) =>
        identity.ExpiresAt - time.GetUtcNow() is { } left && left < Interval ? (left > TimeSpan.Zero ? left : TimeSpan.Zero) : Interval;

    private async Task<AccessProblem?> Ask(Identity identity, CancellationToken cancel)
    {
        if (identity.ExpiresAt <= time.GetUtcNow()) return AccessProblem.Expired;
        if (identity.AskAgain is not { } askAgain) return null;
        try
        {
            var now = await askAgain(cancel);
            return now.Problem ?? (now.Value!.HasSameRightsAs(identity) ? null : AccessProblem.Changed);
        }
        catch (Exception e)
        {
            cancel.ThrowIfCancellationRequested();
            // No answer is no reason to throw out everybody. The next question comes in a minute.
            log.LogWarning(e, "Whether {Actor} may stay connected could not be asked.", identity.Actor.Id);
            return null;
        }
    }
}
