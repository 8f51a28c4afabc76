using GraphQL;
using GraphQL.Resolvers;

namespace CreatorCRM.Server.GraphQL;

/// <summary>A resolver that is compiled by the first request that asks for its field. Any number of requests may be the first together.</summary>
public sealed class LazyResolver(Func<IFieldResolver> compile) : IFieldResolver
{
    private readonly Lazy<IFieldResolver> _resolver = new(compile);

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => _resolver.Value.ResolveAsync(context);

    /// <summary>For those who want to know before a request comes that it can be compiled.</summary>
    public IFieldResolver Compile() => _resolver.Value;
}
