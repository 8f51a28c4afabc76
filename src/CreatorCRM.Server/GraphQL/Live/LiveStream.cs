namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// What a subscription's method returns. GraphQL.NET would push the items of an IAsyncEnumerable as fast as they come, into a queue without end when the client
/// is slow; this one is asked for the next item when the client has taken the last.
/// </summary>
public sealed class LiveStream<T>(IAsyncEnumerable<T> items) : IObservable<T>, ILiveStream
    where T : class
{
    IAsyncEnumerable<object> ILiveStream.Items => items;

    IDisposable IObservable<T>.Subscribe(IObserver<T> observer) => throw new NotSupportedException("A live stream is read item by item.");
}

public static class LiveStreams
{
    public static IObservable<T> ToLive<T>(this IAsyncEnumerable<T> items)
        where T : class => new LiveStream<T>(items);
}

internal interface ILiveStream
{
    IAsyncEnumerable<object> Items { get; }
}
