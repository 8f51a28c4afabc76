using System.Runtime.CompilerServices;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Tests.GraphQL.Bakery;

[QueryRoot]
[AnyCaller]
public static class BakerQueries
{
    public static Baker Baker(NodeId<Baker> id) => new(id.Key, $"Baker {id.Key}", null);

    /// <summary>All bakers.</summary>
    /// <param name="filter">Which.</param>
    public static Page<Baker> Bakers(PageRequest page, Counter counter, BakerFilter? filter = null)
    {
        if (page.After == "broken" || page.Before == "broken") throw new InvalidCursorException("The cursor 'broken' is none of this list.");
        var items = Enumerable.Range(1, page.First ?? page.Last ?? 0)
            .Select(n => new PageItem<Baker>(new Baker($"{n}", $"{filter?.Prefix}Baker {n}", null), $"c{n}")).ToList();
        return new Page<Baker>(items, true, page.After is not null, _ => Task.FromResult(counter.Count()));
    }

    public static async Task<string?> Slow(Waiting waiting, CancellationToken cancellation)
    {
        waiting.Started.SetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        finally
        {
            waiting.Ended.TrySetResult(cancellation.IsCancellationRequested);
        }
        return null;
    }
}

[QueryRoot]
[AnyCaller]
public static class BreadQueries
{
    public static string? Keys(IReadOnlyList<NodeId<Baker>> ids, NodeId<Bread>? bread = null) => string.Join(' ', ids.Select(id => id.Key).Append(bread?.Key));

    public static IReadOnlyList<Faulty>? Faults() => [new("1"), new("2")];

    public static Bread? Bread(string key) => new(key, BreadKind.SourDough, new Money(1, Currency.Parse("JPY")));

    public static Everything? Echo(EchoInput input) =>
        new(input.At ?? default, input.Day ?? default, input.Number ?? 0, input.Currency ?? Currency.Eur, input.Country ?? CountryCode.Parse("DE"),
            input.Link ?? new Uri("https://example.com"), input.Mail ?? "",
            input.Money ?? default(Money) with { Currency = Currency.Eur }, input.Views ?? 0);

    public static string NotNull() => throw new InvalidOperationException("secret");

    public static string? Kinds(IReadOnlyList<BreadKind> kinds) => string.Join(' ', kinds);
}

public sealed record BakerFilter(string Prefix);

public sealed record EchoInput(DateTimeOffset? At, DateOnly? Day, decimal? Number, Currency? Currency, CountryCode? Country, Uri? Link,
    [property: Email] string? Mail, Money? Money, long? Views,
    IReadOnlyList<Money>? Prices);

public sealed class Counter
{
    public int Calls { get; private set; }

    public int Count() => 40 + ++Calls;
}

public sealed class Waiting
{
    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<bool> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

[SubscriptionRoot]
[AnyCaller]
public static class BakerySubscriptions
{
    public static IObservable<Bread> Baked(Oven oven, CancellationToken cancel)
    {
        oven.Asked();
        return oven.Bake(cancel).ToLive();
    }
}

/// <summary>Bakes a bread whenever one is asked for, until a test has stopped it.</summary>
public sealed class Oven
{
    private int _baked;
    private TaskCompletionSource _lit = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many breads there will be; null: as many as are taken.</summary>
    public int? Limit { get; set; }

    /// <summary>What happens when somebody subscribes.</summary>
    public Action Asked { get; set; } = () => { };

    /// <summary>After so many the oven waits to be lit again.</summary>
    public int? Pause { get; set; }

    public int Baked => Volatile.Read(ref _baked);

    public TaskCompletionSource Ended { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Reset(int? limit = null, int? pause = null) =>
        (Limit, Pause, _baked, Ended, _lit) = (limit, pause, 0, new(TaskCreationOptions.RunContinuationsAsynchronously),
            new(TaskCreationOptions.RunContinuationsAsynchronously));

    public void Light() => _lit.SetResult();

    public async IAsyncEnumerable<Bread> Bake([EnumeratorCancellation] CancellationToken cancel)
    {
        // Of this subscription: an earlier one may come to its end after the oven was made ready for the next.
        var ended = Ended;
        try
        {
            while (_baked != Limit)
            {
                if (_baked == Pause) await _lit.Task.WaitAsync(cancel);
                if (cancel.IsCancellationRequested) yield break;
                yield return new Bread($"{Interlocked.Increment(ref _baked)}", BreadKind.Rye, null);
            }
        }
        finally
        {
            ended.SetResult();
        }
    }
}
