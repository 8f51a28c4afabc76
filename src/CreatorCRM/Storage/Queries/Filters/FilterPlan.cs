using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CreatorCRM.Storage.Queries;

/// <summary>
/// How the rows that a filter finds are read. PostgreSQL knows from its statistics which values are rare. SQLite plans a rare value and a common one alike, so
/// its indexes are asked first, with a look at no more than <see cref="Few"/> entries each: what few rows have is looked up by their ids and sorted, and if
/// there is no such thing the list's own order is followed until the page is full. The answer chooses between two ways to read the same rows, so one that is
/// outdated by then costs time and never a row.
/// </summary>
internal sealed class FilterPlan<TFilter, TRow> where TFilter : Filter<TFilter> where TRow : class
{
    /// <summary>
    /// So many are looked up and sorted in a few milliseconds; of more, some are soon met in any order that has nothing to do with the value.
    /// </summary>
    public const int Few = 1_000;

    private readonly FilterMap<TFilter, TRow> _map;
    private readonly TFilter? _filter;
    private readonly DateTimeOffset _now;
    private readonly bool _knowsIndexes;
    private readonly int? _start;

    private FilterPlan(FilterMap<TFilter, TRow> map, TFilter? filter, DateTimeOffset now, bool knowsIndexes, int? start = null) =>
        (_map, _filter, _now, _knowsIndexes, _start) = (map, filter, now, knowsIndexes, start);

    /// <param name="filter">Null restricts nothing.</param>
    /// <param name="isDefaultOrder">The list is read newest first, as those indexes go on that are <see cref="Indexed.NewestFirst"/>, or in no order.</param>
    /// <exception cref="InvalidFilterException">Too deep, too many tests, too long a list, or a value that a column cannot hold.</exception>
    public static async Task<FilterPlan<TFilter, TRow>> Make(
        FilterMap<TFilter, TRow> map, TFilter? filter, CrmDbContext db, string workspace, DateTimeOffset now, bool isDefaultOrder, CancellationToken cancel)
    {
        map.Compile(filter, db, now);
        if (db.Engine != StorageEngine.Sqlite) return new(map, filter, now, knowsIndexes: false);
        var starts = map.Starts(filter, db, workspace, now).ToList();
        // Rare or not, the index has them in order.
        if (isDefaultOrder && starts is [{ IsInDefaultOrder: true }]) return new(map, filter, now, knowsIndexes: true);
        for (var i = 0; i < starts.Count; i++)
        {
            // Without the query filters the index alone is read.
            if (await starts[i].Ids.IgnoreQueryFilters().Take(Few + 1).CountAsync(cancel) <= Few) return new(map, filter, now, knowsIndexes: true, i);
        }
        return new(map, filter, now, knowsIndexes: true);
    }

    /// <summary>The rows that the filter finds.</summary>
    /// <param name="rows">Those of the workspace.</param>
    /// <param name="order">In which a page of them is read; null when all of them are.</param>
    public IQueryable<TRow> Of(IQueryable<TRow> rows, CrmDbContext db, string workspace, KeysetOrder<TRow>? order = null)
    {
        var condition = _map.Compile(_filter, db, _now);
        if (_start is { } start)
        {
            var ids = _map.Starts(_filter, db, workspace, _now).ElementAt(start).Ids;
            return rows.Where(row => ids.Contains(EF.Property<string>(row, "Id"))).Where(condition);
        }
        if (!_knowsIndexes || order is null) return rows.Where(condition);
        Expression<Func<TRow, bool>> elsewhere = row => EF.Property<string>(row, "Workspace") != workspace;
        var never = ReplacingExpressionVisitor.Replace(elsewhere.Parameters[0], condition.Parameters[0], elsewhere.Body);
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(OrderWalk.Of(order, condition.Body, never, _map.ByValue), condition.Parameters));
    }
}
