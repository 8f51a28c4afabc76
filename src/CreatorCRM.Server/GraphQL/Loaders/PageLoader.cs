using System.Collections.Concurrent;
using CreatorCRM.Common;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Like <see cref="ListLoader{TKey,TValue}"/> for connections: one page of what belongs to a key, such as the partnerships of a campaign. The same field of
/// many parents asks the same question of each, and all are answered together.
/// </summary>
/// <typeparam name="TQuestion">The arguments of the field besides those of the page. Compared by what they say.</typeparam>
/// <typeparam name="TNode">What the pages are of.</typeparam>
public abstract class PageLoader<TQuestion, TNode> : ILoader
{
    private readonly ConcurrentDictionary<string, Pages> _questions = new(StringComparer.Ordinal);

    /// <summary>Fetches the page of every key; each key must be in the answer.</summary>
    protected abstract Task<IReadOnlyDictionary<string, Page<TNode>>> LoadBatch(
        IReadOnlyCollection<string> keys, TQuestion question, PageRequest page, CancellationToken cancellation);

    public IDataLoaderResult<Page<TNode>> LoadAsync(string key, TQuestion question, PageRequest page) =>
        _questions.GetOrAdd(InputFingerprint.Of(new { question, page }), _ => new Pages(this, question, page)).LoadAsync(key).Then(found => found!);

    private sealed class Pages(PageLoader<TQuestion, TNode> loader, TQuestion question, PageRequest page) : BatchLoader<string, Page<TNode>>
    {
        protected override Task<IReadOnlyDictionary<string, Page<TNode>>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
            loader.LoadBatch(keys, question, page, cancellation);
    }
}
