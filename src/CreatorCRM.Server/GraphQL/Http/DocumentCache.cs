using GraphQL;
using GraphQL.DI;
using GraphQLParser.AST;
using Microsoft.Extensions.Caching.Memory;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Remembers documents that were parsed and found valid. Validation looks at variables apart from this, so it runs for every request.</summary>
internal sealed class DocumentCache(GraphQLHostOptions options) : IConfigureExecution, IDisposable
{
    private readonly MemoryCache _documents = new(new MemoryCacheOptions { SizeLimit = options.DocumentCacheCharacters });

    // After what sets the query (persisted documents), before what executes it.
    public float SortOrder => 200;

    public async Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        if (options.Query is not { } query || options.Document is not null) return await next(options);
        if (_documents.TryGetValue<GraphQLDocument>(query, out var known))
        {
            options.Document = known;
            options.ValidationRules = options.CachedDocumentValidationRules ?? [];
            return await next(options);
        }
        var result = await next(options);
        if (result is { Executed: true, Document: { } document })
            _documents.Set(query, document, new MemoryCacheEntryOptions { Size = query.Length + 1, SlidingExpiration = TimeSpan.FromMinutes(10) });
        return result;
    }

    public void Dispose() => _documents.Dispose();
}
