using GraphQL.DataLoader;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Like <see cref="BatchLoader{TKey,TValue}"/> for the many that belong to a key, such as the accounts of an influencer.</summary>
public abstract class ListLoader<TKey, TValue> : ILoader
    where TKey : notnull
{
    private readonly Lists _lists;

    protected ListLoader() => _lists = new Lists(this);

    /// <summary>How many keys one fetch may ask for.</summary>
    protected virtual int MaxBatchSize => 500;

    /// <summary>Fetches the rows of all keys, each key's rows in the order the client shall see.</summary>
    protected abstract Task<ILookup<TKey, TValue>> LoadBatch(IReadOnlyCollection<TKey> keys, CancellationToken cancellation);

    /// <summary>The key's rows; empty when there are none.</summary>
    public IDataLoaderResult<IReadOnlyList<TValue>> LoadAsync(TKey key) => _lists.LoadAsync(key).Then(rows => rows ?? []);

    private sealed class Lists(ListLoader<TKey, TValue> loader) : BatchLoader<TKey, IReadOnlyList<TValue>>
    {
        protected override int MaxBatchSize => loader.MaxBatchSize;

        protected override async Task<IReadOnlyDictionary<TKey, IReadOnlyList<TValue>>> LoadBatch(IReadOnlyCollection<TKey> keys,
            CancellationToken cancellation)
        {
            var rows = await loader.LoadBatch(keys, cancellation);
            return rows.ToDictionary(group => group.Key, IReadOnlyList<TValue> (group) => [.. group]);
        }
    }
}
