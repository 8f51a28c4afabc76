using GraphQL.DataLoader;

namespace CreatorCRM.Server.GraphQL;

/// <summary>A value that is fetched when every field of the level has said what it needs.</summary>
internal sealed class LoaderResult<T>(Func<CancellationToken, Task<T>> fetch) : IDataLoaderResult<T>
{
    public Task<T> GetResultAsync(CancellationToken cancellationToken = default) => fetch(cancellationToken);

    async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await fetch(cancellationToken);
}

/// <summary>A value whose loading asks another loader. The engine gets the second question back as such and so batches that level, too.</summary>
internal sealed class ChainedResult<T>(Func<CancellationToken, Task<IDataLoaderResult<T>>> next) : IDataLoaderResult<T>
{
    public async Task<T> GetResultAsync(CancellationToken cancellationToken = default) =>
        await (await next(cancellationToken)).GetResultAsync(cancellationToken);

    async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await next(cancellationToken);
}

public static class LoaderResultExtensions
{
    /// <summary>What <paramref name="map"/> makes of the loaded value.</summary>
    public static IDataLoaderResult<TResult> Then<T, TResult>(this IDataLoaderResult<T> result, Func<T, TResult> map) =>
        new LoaderResult<TResult>(async cancellation => map(await result.GetResultAsync(cancellation)));

    /// <summary>Asks another loader with the loaded value; that question joins the batch of its own level.</summary>
    public static IDataLoaderResult<TResult> ThenLoad<T, TResult>(this IDataLoaderResult<T> result, Func<T, IDataLoaderResult<TResult>> next) =>
        new ChainedResult<TResult>(async cancellation => next(await result.GetResultAsync(cancellation)));

    internal static IDataLoaderResult<T?> As<T>(this IDataLoaderResult result)
        where T : class =>
        new LoaderResult<T?>(async cancellation => (T?)await result.GetResultAsync(cancellation));
}
