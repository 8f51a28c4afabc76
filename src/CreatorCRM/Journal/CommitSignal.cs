namespace CreatorCRM.Journal;

/// <summary>Wakes everybody who waits for the next commit.</summary>
public sealed class CommitSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Wait(CancellationToken cancel) => Volatile.Read(ref _next).Task.WaitAsync(cancel);

    public void Pulse() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
