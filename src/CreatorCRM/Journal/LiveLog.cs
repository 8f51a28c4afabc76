using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Journal;

/// <summary>Reads the next page of a follower who is behind, when it is their turn.</summary>
public delegate Task<IReadOnlyList<LoggedEvent>> LogPace(Func<Task<IReadOnlyList<LoggedEvent>>> read);

/// <summary>
/// The log for many followers on one node. One reader keeps the latest stretch in memory while anybody follows; a follower is no more than a place in the log.
/// Who is within the stretch reads it there, who is behind reads the database at their own pace, so a slow follower costs nobody anything.
/// </summary>
public sealed class LiveLog(IJournalStore store, LogReader log, TimeProvider time, ILogger<LiveLog> logger) : IAsyncDisposable
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);

    private readonly CommitSignal _moved = new();
    private readonly CommitSignal _joined = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private volatile LogWindow? _window;
    private int _followers;
    private Task? _reading;

    /// <summary>Every committed event of the workspace behind the cursor once and in order, then those to come. No page is empty.</summary>
    /// <param name="after">Null: only those to come.</param>
    /// <param name="pace">Decides when each page that only the database has is read; null: at once.</param>
    public async IAsyncEnumerable<IReadOnlyList<LoggedEvent>> Follow(
        string workspace, LogCursor? after, [EnumeratorCancellation] CancellationToken cancel, LogPace? pace = null)
    {
        pace ??= read => read();
        Join();
        try
        {
            var place = after ?? await store.ReadHead(cancel);
            while (true)
            {
                // Both asked for before reading: what is committed meanwhile wakes the wait, and lies behind the window's end.
                var moved = _moved.Wait(cancel);
                var window = _window;
                var isInWindow = window is not null && place >= window.Start;
                var page = isInWindow ? window!.After(place, workspace) : await pace(() => log.Read(place, workspace, cancel));
                if (page.Count > 0) place = page[^1].Cursor;
                var isAllThereWas = isInWindow || page.Count < LogReader.PageSize;
                if (isAllThereWas && window is not null && window.End > place) place = window.End;
                if (page.Count > 0) yield return page;
                else await moved;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _followers);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_reading is not null) await _reading;
        _stop.Dispose();
    }

    private void Join()
    {
        lock (_lock) _reading ??= Task.Run(Read, CancellationToken.None);
        if (Interlocked.Increment(ref _followers) == 1) _joined.Pulse();
    }

    private async Task Read()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await ReadNext(_stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "The log could not be read for its followers; trying again.");
                await Task.Delay(PauseAfterFault, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ReadNext(CancellationToken stop)
    {
        var joined = _joined.Wait(stop);
        if (Volatile.Read(ref _followers) == 0)
        {
            _window = null;
            await joined;
        }
        var commit = store.WaitForCommit(stop);
        var window = _window ?? LogWindow.At(await store.ReadHead(stop));
        var page = await log.Read(window.End, workspace: null, stop);
        var isNew = page.Count > 0 || _window is null;
        _window = window.With(page);
        if (isNew) _moved.Pulse();
        if (page.Count < LogReader.PageSize) await commit;
    }
}
