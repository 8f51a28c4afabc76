using System.Text;
using CreatorCRM.Storage.Queries;
using CsCheck;

namespace CreatorCRM.Tests.Storage.Queries;

/// <summary>The keys that people can be sorted by: once for the engine, once for memory.</summary>
internal sealed record SortKey(string Name, Func<KeysetOrder<PersonRow>, OrderDirection, KeysetOrder<PersonRow>> Add, Func<PersonRow, object?> Read)
{
    public static readonly Gen<(SortKey Key, OrderDirection Direction)[]> Lists =
        Gen.Select(Gen.OneOf(
            new SortKey("name", (order, direction) => order.By(row => row.Name, direction), row => row.Name),
            new SortKey("city", (order, direction) => order.By(row => row.City, direction), row => row.City),
            new SortKey("followers", (order, direction) => order.By(row => row.Followers, direction), row => row.Followers),
            new SortKey("posts", (order, direction) => order.By(row => row.Posts, direction), row => row.Posts),
            new SortKey("age", (order, direction) => order.By(row => row.Age, direction), row => row.Age),
            new SortKey("rate", (order, direction) => order.By(row => row.Rate, direction), row => row.Rate),
            new SortKey("score", (order, direction) => order.By(row => row.Score, direction), row => row.Score),
            new SortKey("born", (order, direction) => order.By(row => row.BornOn, direction), row => row.BornOn),
            new SortKey("created", (order, direction) => order.By(row => row.CreatedAt, direction), row => row.CreatedAt),
            new SortKey("seen", (order, direction) => order.By(row => row.SeenAt, direction), row => row.SeenAt)), Gen.Enum<OrderDirection>()).Array[0, 3];

    public static KeysetOrder<PersonRow> Order((SortKey Key, OrderDirection Direction)[] keys) =>
        keys.Aggregate(new KeysetOrder<PersonRow>("people." + string.Join('.', keys.Select(key => key.Key.Name)), row => row.Id),
            (order, key) => key.Key.Add(order, key.Direction));

    public static PersonRow[] Sort(IEnumerable<PersonRow> rows, (SortKey Key, OrderDirection Direction)[] keys)
    {
        var last = keys.Length == 0 ? OrderDirection.Asc : keys[^1].Direction;
        return [.. rows.Order(Comparer<PersonRow>.Create((a, b) => keys.Select(key => Compare(key.Key.Read(a), key.Key.Read(b), key.Direction))
            .Append(Compare(a.Id, b.Id, last)).FirstOrDefault(outcome => outcome != 0)))];
    }

    private static int Compare(object? a, object? b, OrderDirection direction)
    {
        if (a is null || b is null) return (a is null).CompareTo(b is null);
        var outcome = a is string text
            ? Encoding.UTF8.GetBytes(text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes((string)b))
            : Comparer<object>.Default.Compare(a, b);
        return direction == OrderDirection.Asc ? outcome : -outcome;
    }
}
