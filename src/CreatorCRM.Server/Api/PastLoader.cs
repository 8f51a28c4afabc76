using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>Entities as they were known at an instant: all that one level asks for are told from the journal together.</summary>
public sealed class PastLoader(PastQueries pasts, Caller caller) : BatchLoader<(string Kind, string Id, DateTimeOffset At), Past>
{
    protected override async Task<IReadOnlyDictionary<(string Kind, string Id, DateTimeOffset At), Past>> LoadBatch(
        IReadOnlyCollection<(string Kind, string Id, DateTimeOffset At)> keys, CancellationToken cancellation)
    {
        var found = new Dictionary<(string, string, DateTimeOffset), Past>();
        foreach (var same in keys.GroupBy(key => key.At))
        {
            foreach (var (stream, past) in await pasts.Read(same.Select(key => new StreamId(caller.Workspace, key.Kind, key.Id)), same.Key, cancellation))
                found[(stream.Kind, stream.Id, same.Key)] = past;
        }
        return found;
    }
}

/// <summary>Loads the entities that have a journal of their own, as they are or as they were known at an instant.</summary>
public abstract class EntityLoader<TNode>(PastLoader pasts, string kind, Func<Past, TNode> node) : NodeLoader<TNode>
    where TNode : class, INode
{
    /// <summary>Null when it did not exist yet.</summary>
    /// <param name="at">Null: as it is now.</param>
    public IDataLoaderResult<TNode?> LoadAsync(string key, DateTimeOffset? at) =>
        at is { } instant ? pasts.LoadAsync((kind, key, instant)).Then(past => past is null ? null : node(past)) : LoadAsync(key);

    /// <summary>The entity that another one of the same time refers to.</summary>
    /// <inheritdoc cref="LoadAsync(string, DateTimeOffset?)" path="/param"/>
    public IDataLoaderResult<TNode> LoadExisting(string key, DateTimeOffset? at) =>
        at is null
            ? LoadExisting(key)
            : LoadAsync(key, at).Then(found => found ?? throw new InvalidOperationException($"{kind} {key} was referred to at {at:O} and was not there."));
}

/// <summary>What belongs to an entity: from the tables now, or from what it was.</summary>
internal static class PastLists
{
    public static IDataLoaderResult<IReadOnlyList<T>> LoadAsync<T>(this ListLoader<string, T> loader, string key, Past? past, Func<Past, IEnumerable<T>> then) =>
        past is null ? loader.LoadAsync(key) : new LoaderResult<IReadOnlyList<T>>(_ => Task.FromResult<IReadOnlyList<T>>([.. then(past)]));

    public static IDataLoaderResult<Page<T>> LoadAsync<TQuestion, T>(
        this PageLoader<TQuestion, T> loader, string key, TQuestion question, PageRequest page, Past? past, Func<Past, Page<T>> then) =>
        past is null ? loader.LoadAsync(key, question, page) : new LoaderResult<Page<T>>(_ => Task.FromResult(then(past)));
}

/// <summary>The argument <c>asOf</c>.</summary>
internal static class AsOf
{
    /// <summary>The instant to the microsecond, as the journal keeps it; null for the present.</summary>
    /// <exception cref="InputError">It is yet to come.</exception>
    public static DateTimeOffset? Read(DateTimeOffset? asOf, TimeProvider time) => asOf is not { } instant ? null
        : instant <= time.GetUtcNow() ? Microseconds.Floor(instant)
        : throw InputError.At("asOf is in the future, of which nothing is known. Give a past instant, or leave it out for the present.", "asOf");

    /// <summary>A list of the past is the whole list in its usual order.</summary>
    /// <exception cref="InputError">Something else is asked for.</exception>
    public static void DemandWholeList(object? filter, string? query, object? orderBy)
    {
        foreach (var (name, given) in new[] { ("filter", filter), ("query", query), ("orderBy", orderBy) })
            if (given is not null)
                throw InputError.At($"{name} cannot be used together with asOf: a list of the past is the whole list in its usual order.", name);
    }
}
