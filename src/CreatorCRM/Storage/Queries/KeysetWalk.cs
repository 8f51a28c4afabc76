using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Storage.Queries;

/// <summary>
/// Rows in which the first key is set are read before those in which it is NULL, by a query each. So NULLs come last in both directions although one index
/// serves both, in which the engines keep NULLs at opposite ends. The second query runs only when the first leaves the page short.
/// </summary>
internal enum KeysetSegment
{
    All,
    WithKey,
    WithoutKey,
}

/// <summary>Reads rows in an order or, with <paramref name="forward"/> false, from its end.</summary>
internal sealed class KeysetWalk<TRow>(KeysetOrder<TRow> order, bool forward, params KeysetBound<TRow>?[] bounds) where TRow : class
{
    public async Task<List<TRow>> Take(IQueryable<TRow> rows, int count, CancellationToken cancel)
    {
        var taken = new List<TRow>();
        foreach (var segment in Segments())
        {
            if (Restrict(segment) is not { } restriction) continue;
            taken.AddRange(await Sort(rows.Where(restriction), segmented: true).AsNoTracking().Take(count - taken.Count).ToListAsync(cancel));
            if (taken.Count == count) break;
        }
        return taken;
    }

    private KeysetSegment[] Segments()
    {
        if (order.Keys is not [{ IsNullable: true }, ..]) return [KeysetSegment.All];
        return forward ? [KeysetSegment.WithKey, KeysetSegment.WithoutKey] : [KeysetSegment.WithoutKey, KeysetSegment.WithKey];
    }

    /// <summary>The rows of the segment within the bounds; null when there can be none.</summary>
    public Expression<Func<TRow, bool>>? Restrict(KeysetSegment segment)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        Expression restriction = segment switch
        {
            KeysetSegment.WithKey => Expression.Not(order.Keys[0].IsNull(row)),
            KeysetSegment.WithoutKey => order.Keys[0].IsNull(row),
            _ => Expression.Constant(true),
        };
        foreach (var bound in bounds)
        {
            if (bound is null) continue;
            if (bound.Within(segment, row) is not { } side) return null;
            restriction = Expression.AndAlso(restriction, side);
        }
        return Expression.Lambda<Func<TRow, bool>>(restriction, row);
    }

    /// <param name="segmented">The rows are one segment, in which the first key needs no care for NULLs.</param>
    public IQueryable<TRow> Sort(IQueryable<TRow> rows, bool segmented)
    {
        var first = true;
        foreach (var key in order.KeysAndId)
        {
            if (key.IsNullable && !(first && segmented))
            {
                rows = key.SortNulls(rows, last: forward, first);
                first = false;
            }
            rows = key.Sort(rows, key.Direction == OrderDirection.Asc == forward, first);
            first = false;
        }
        return rows;
    }
}
