using System.Linq.Expressions;
using System.Text.Json;

namespace CreatorCRM.Storage.Queries;

/// <summary>The rows on one side of a cursor, or with <paramref name="inclusive"/> also on it.</summary>
/// <param name="after">The rows that come later in the order; otherwise those that come earlier.</param>
internal sealed class KeysetBound<TRow>(KeysetOrder<TRow> order, JsonElement[] values, bool after, bool inclusive = false)
{
    private readonly KeysetKey<TRow>[] _keys = [.. order.KeysAndId];

    /// <summary>The bound within rows that have a first key, or within those that have none.</summary>
    /// <returns>Null when no such row is on this side.</returns>
    public Expression? Within(KeysetSegment segment, ParameterExpression row)
    {
        if (segment == KeysetSegment.All) return Beyond(0, row);
        var cursorHasNoKey = values[0].ValueKind == JsonValueKind.Null;
        if (cursorHasNoKey == (segment == KeysetSegment.WithoutKey)) return cursorHasNoKey ? Beyond(1, row) : Seek(0, row);
        // The cursor is in the other segment: this one lies on the bound's side as a whole or not at all. Rows without a key come last.
        return after == (segment == KeysetSegment.WithoutKey) ? Expression.Constant(true) : null;
    }

    private Expression Beyond(int index, ParameterExpression row)
    {
        var key = _keys[index];
        if (index == _keys.Length - 1) return key.Beyond(row, values[index], Ascending(key), inclusive);
        if (!key.IsNullable) return Seek(index, row);
        return (after, cursorHasNoKey: values[index].ValueKind == JsonValueKind.Null) switch
        {
            (true, true) => Expression.AndAlso(key.IsNull(row), Beyond(index + 1, row)),
            (true, false) => Expression.OrElse(key.IsNull(row), Seek(index, row)),
            (false, true) => Expression.OrElse(Expression.Not(key.IsNull(row)), Beyond(index + 1, row)),
            (false, false) => Seek(index, row),
        };
    }

    // "key >= k AND (key > k OR rest)" means "key > k OR (key = k AND rest)", but its first half is a range that both planners seek in an index.
    private BinaryExpression Seek(int index, ParameterExpression row)
    {
        var key = _keys[index];
        var ascending = Ascending(key);
        return Expression.AndAlso(
            key.Beyond(row, values[index], ascending, orEqual: true),
            Expression.OrElse(key.Beyond(row, values[index], ascending, orEqual: false), Beyond(index + 1, row)));
    }

    private bool Ascending(KeysetKey<TRow> key) => key.Direction == OrderDirection.Asc == after;
}
