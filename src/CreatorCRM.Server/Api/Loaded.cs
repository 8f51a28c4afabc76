using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>What refers to nothing, where the field is of what a loader gives.</summary>
internal static class Loaded
{
    public static IDataLoaderResult<T?> Nothing<T>()
        where T : class =>
        new LoaderResult<T?>(_ => Task.FromResult<T?>(null));

    /// <param name="id">Null when it refers to nothing.</param>
    public static IDataLoaderResult<T?> Load<T>(this NodeLoader<T> loader, string? id)
        where T : class, INode =>
        id is null ? Nothing<T>() : loader.LoadAsync(id);
}
