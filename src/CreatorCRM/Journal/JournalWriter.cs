using System.Threading.Channels;

namespace CreatorCRM.Journal;

/// <summary>
/// Group commit: one per silo. Commits that wait together share a transaction and its flush; while one batch is being written the next one gathers,
/// so there is no timer and an idle system answers at once.
/// </summary>
public sealed class JournalWriter : IAsyncDisposable
{
    private const int MaxBatch = 512;

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(16 * MaxBatch) { SingleReader = true });
    private readonly IJournalStore _store;
    private readonly Task _loop;

    public JournalWriter(IJournalStore store)
    {
        _store = store;
        _loop = Task.Run(WriteBatches);
    }

    /// <summary>Answers when the commit is durable or has failed alone.</summary>
    /// <exception cref="CommitOutcomeUnknownException">The store failed while it wrote.</exception>
    public async Task<AppendOutcome> Append(Commit commit)
    {
        var waiting = new Waiting(commit);
        await _queue.Writer.WriteAsync(waiting);
        return await waiting.Outcome.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private async Task WriteBatches()
    {
        var batch = new List<Waiting>();
        var held = new List<Waiting>();
        while (held.Count > 0 || await _queue.Reader.WaitToReadAsync())
        {
            Gather(batch, held);
            try
            {
                var outcomes = await _store.Write(batch.ConvertAll(waiting => waiting.Commit), CancellationToken.None);
                for (var i = 0; i < batch.Count; i++) batch[i].Outcome.SetResult(outcomes[i]);
            }
            catch (Exception e)
            {
                // Every waiting caller gets the fault; the loop goes on, since the store may be back for the next batch.
                foreach (var waiting in batch) waiting.Outcome.TrySetException(new CommitOutcomeUnknownException("The journal could not be written.", e));
            }
        }
    }

    // A stream or a key twice in one batch would wait for itself: the later one goes into the next batch.
    private void Gather(List<Waiting> batch, List<Waiting> held)
    {
        batch.Clear();
        var streams = new HashSet<StreamId>();
        var commands = new HashSet<string>(StringComparer.Ordinal);
        var earlier = held.ToArray();
        held.Clear();
        foreach (var waiting in earlier) Take(waiting);
        while (batch.Count < MaxBatch && _queue.Reader.TryRead(out var next)) Take(next);

        void Take(Waiting waiting)
        {
            var free = streams.Add(waiting.Commit.Stream) & (waiting.Commit.Command is null || commands.Add(waiting.Commit.Command.Id));
            (free ? batch : held).Add(waiting);
        }
    }

    private sealed record Waiting(Commit Commit)
    {
        public TaskCompletionSource<AppendOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
