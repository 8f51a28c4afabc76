using GraphQL;
using GraphQL.DI;
using Microsoft.Extensions.Caching.Memory;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Apollo's automatic persisted queries: a client sends the hash of a document, and the document with it only when the server says that it does not know it.
/// A document is kept once it has run, so nobody can fill the memory with what is none. Each node learns for itself: not to know a document costs one more
/// request. Where only persisted documents are allowed, the hash finds these and nothing is learnt.
/// </summary>
internal sealed class AutomaticPersistedQueries(GraphQLHostOptions host) : IConfigureExecution, IDisposable
{
    public const string Extension = "persistedQuery";

    private readonly MemoryCache _learnt = new(new MemoryCacheOptions { SizeLimit = host.PersistedQueryCacheCharacters });

    public float SortOrder => 90;

    public Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        object? extension = null;
        if (options.DocumentId is not null || options.Extensions?.TryGetValue(Extension, out extension) != true) return next(options);
        if (extension is not Dictionary<string, object?> members || members.GetValueOrDefault("sha256Hash") is not string hash || !DocumentHash.Is(hash))
            return Refuse(ErrorCodes.BadRequest, "extensions.persistedQuery needs sha256Hash: 64 lower-case hexadecimal digits.");
        if (members.GetValueOrDefault("version") is not 1) return NotSupported();
        if (options.Query is { } query && DocumentHash.Of(query) != hash)
            return Refuse(ErrorCodes.PersistedQueryMismatch, "provided sha does not match query");
        if (host.PersistedDocuments.Find(hash) is not null)
        {
            (options.Query, options.DocumentId) = (null, DocumentHash.Prefix + hash);
            return next(options);
        }
        if (host.OnlyPersistedDocuments) return options.Query is null ? NotSupported() : next(options);
        if (options.Query is not null) return Learn(hash, options, next);
        options.Query = _learnt.Get<string>(hash);
        // The message is what Apollo's clients look for.
        return options.Query is null ? Refuse(ErrorCodes.PersistedQueryNotFound, "PersistedQueryNotFound") : next(options);
    }

    public void Dispose() => _learnt.Dispose();

    private async Task<ExecutionResult> Learn(string hash, ExecutionOptions options, ExecutionDelegate next)
    {
        var query = options.Query!;
        var result = await next(options);
        if (result.Executed)
            _learnt.Set(hash, query, new MemoryCacheEntryOptions { Size = query.Length + hash.Length, SlidingExpiration = TimeSpan.FromHours(24) });
        return result;
    }

    private static Task<ExecutionResult> NotSupported() => Refuse(ErrorCodes.PersistedQueryNotSupported, "PersistedQueryNotSupported");

    private static Task<ExecutionResult> Refuse(string code, string message) => Task.FromResult(new ExecutionResult(new CodedError(code, message)));
}
