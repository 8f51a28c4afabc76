using System.Collections.Concurrent;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Tests.GraphQL.Bakery;

/// <summary>What the loaders were asked for, in order.</summary>
public sealed class Batches
{
    public ConcurrentQueue<string> Seen { get; } = [];

    public void Add(string loader, IEnumerable<string> keys) => Seen.Enqueue($"{loader}: {string.Join(' ', keys.Order(StringComparer.Ordinal))}");
}

public sealed class BakerLoader(Batches batches) : NodeLoader<Baker>
{
    protected override Task<IReadOnlyDictionary<string, Baker>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        batches.Add("bakers", keys);
        return Task.FromResult<IReadOnlyDictionary<string, Baker>>(keys.Where(key => key != "nobody")
            .ToDictionary(key => key, key => new Baker(key, $"Baker {key}", null)));
    }
}

public sealed class BreadLoader(Batches batches) : NodeLoader<Bread>
{
    protected override int MaxBatchSize => 3;

    protected override Task<IReadOnlyDictionary<string, Bread>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        batches.Add("breads", keys);
        return Task.FromResult<IReadOnlyDictionary<string, Bread>>(keys.ToDictionary(key => key,
            key => new Bread(key, BreadKind.Rye, new Money(495, Currency.Eur))));
    }
}

public sealed class BreadsOfBaker(Batches batches) : ListLoader<string, Bread>
{
    protected override Task<ILookup<string, Bread>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        batches.Add("breads of", keys);
        return Task.FromResult(keys.Where(key => key != "2").SelectMany(key => new[] { 1, 2 }.Select(n => (key, n)))
            .ToLookup(pair => pair.key, pair => new Bread($"{pair.key}-{pair.n}", BreadKind.SourDough, null)));
    }
}

[AnyCaller]
public sealed record Faulty(string Key)
{
    public IDataLoaderResult<string?> Value(FaultyLoader loader) => loader.LoadAsync(Key);
}

public sealed class FaultyLoader : BatchLoader<string, string>
{
    protected override Task<IReadOnlyDictionary<string, string>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        throw new InvalidOperationException("secret table");
}
