using GraphQL.DataLoader;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Collects the keys that the fields of one level ask for and fetches them together. One instance serves one request.
/// Nothing is kept once a batch has been fetched, so that a field read after a mutation shows what the mutation did.
/// </summary>
public abstract class BatchLoader<TKey, TValue> : ILoader
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private Batch? _open;

    /// <summary>How many keys one fetch may ask for; more keys mean more fetches.</summary>
    protected virtual int MaxBatchSize => 500;

    /// <summary>Fetches what exists; keys of what does not exist are left out. The keys are distinct.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatch(IReadOnlyCollection<TKey> keys, CancellationToken cancellation);

    /// <summary>The value of the key, or null when there is none.</summary>
    public IDataLoaderResult<TValue?> LoadAsync(TKey key)
    {
        lock (_lock)
        {
            if (_open is null || _open.IsFull) _open = new Batch(this);
            _open.Add(key);
            var batch = _open;
            return new LoaderResult<TValue?>(async cancellation => (await batch.Fetch(cancellation)).GetValueOrDefault(key));
        }
    }

    private sealed class Batch(BatchLoader<TKey, TValue> loader)
    {
        private readonly HashSet<TKey> _keys = [];
        private Lazy<Task<IReadOnlyDictionary<TKey, TValue>>>? _fetch;

        public bool IsFull => _keys.Count >= loader.MaxBatchSize;

        public void Add(TKey key) => _keys.Add(key);

        /// <summary>The first caller closes the batch; all callers share its outcome.</summary>
        public Task<IReadOnlyDictionary<TKey, TValue>> Fetch(CancellationToken cancellation)
        {
            lock (loader._lock)
            {
                if (loader._open == this) loader._open = null;
                _fetch ??= new(() => loader.LoadBatch(_keys, cancellation));
            }
            // Outside the lock: the next batch may already be filling.
            return _fetch.Value;
        }
    }
}

/// <summary>Marks what is registered once per request.</summary>
internal interface ILoader;
