using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CreatorCRM.Storage.Queries;

/// <summary>
/// One page for each of many parents, such as the partnerships of each campaign on a page of campaigns. The number of statements does not depend on how many
/// parents there are: EF Core turns the query per parent into one ROW_NUMBER() partitioned by parent.
/// </summary>
public static class KeysetGroups
{
    /// <param name="list">The filtered rows of all these parents; the order is added here.</param>
    /// <param name="parent">The property that says whose a row is.</param>
    /// <param name="parents">Distinct. Each gets a page, if only an empty one.</param>
    /// <inheritdoc cref="KeysetPaging.ReadPage" path="/exception"/>
    public static async Task<IReadOnlyDictionary<string, Page<TRow>>> ReadPages<TContext, TRow>(
        this IDbContextFactory<TContext> contexts, Func<TContext, IQueryable<TRow>> list, Expression<Func<TRow, string>> parent,
        IReadOnlyCollection<string> parents,
        KeysetOrder<TRow> order, PageRequest request, CancellationToken cancel)
        where TContext : DbContext
        where TRow : class
    {
        // One list alone is read by a seek, however long it is.
        if (parents.Count == 1) return new Dictionary<string, Page<TRow>> { [parents.Single()] = await contexts.ReadPage(list, order, request, cancel) };
        var forward = request.First is not null;
        var size = request.First ?? request.Last ?? throw new ArgumentException("Exactly one of first and last is set.", nameof(request));
        var after = KeysetCursor.Read(order, request.After);
        var before = KeysetCursor.Read(order, request.Before);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var rows = list(context);

        var walk = new KeysetWalk<TRow>(order, forward, after is null ? null : new(order, after, after: true),
            before is null ? null : new(order, before, after: false));
        var keyOf = parent.Compile();
        var found = (await FirstOfEach(rows.Where(walk.Restrict(KeysetSegment.All)!), parent, walk, size + 1).ToListAsync(cancel)).ToLookup(keyOf);
        var (start, end) = forward ? (after, before) : (before, after);
        var behind = start is null ? [] : await ParentsOf(new KeysetBound<TRow>(order, start, after: !forward, inclusive: true));
        var beyond = end is null ? [] : await ParentsOf(new KeysetBound<TRow>(order, end, after: forward, inclusive: true));
        var totals = new Lazy<Task<Dictionary<string, int>>>(CountAll);
        return parents.ToDictionary(key => key, PageOf);

        Page<TRow> PageOf(string key)
        {
            var items = found[key].Take(size).Select(row => new PageItem<TRow>(row, KeysetCursor.Write(order, row))).ToList();
            if (!forward) items.Reverse();
            var (hasBehind, hasBeyond) = (behind.Contains(key), beyond.Contains(key) || found[key].Skip(size).Any());
            return new Page<TRow>(items, forward ? hasBeyond : hasBehind, forward ? hasBehind : hasBeyond,
                async cancelCount => (await totals.Value.WaitAsync(cancelCount)).GetValueOrDefault(key));
        }

        async Task<HashSet<string>> ParentsOf(KeysetBound<TRow> bound) =>
            await rows.Where(new KeysetWalk<TRow>(order, forward, bound).Restrict(KeysetSegment.All)!).Select(parent).Distinct().ToHashSetAsync(cancel);

        // Asked for by one page or by all of them, it is counted once.
        async Task<Dictionary<string, int>> CountAll()
        {
            await using var counting = await contexts.CreateDbContextAsync(cancel);
            return await list(counting).GroupBy(parent).Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        }
    }

    private static IQueryable<TRow> FirstOfEach<TRow>(IQueryable<TRow> rows, Expression<Func<TRow, string>> parent, KeysetWalk<TRow> walk, int count) where TRow : class
    {
        var key = Expression.Parameter(typeof(string), "key");
        var row = Expression.Parameter(typeof(TRow), "row");
        var isOfParent = Expression.Lambda<Func<TRow, bool>>(Expression.Equal(ReplacingExpressionVisitor.Replace(parent.Parameters[0], row, parent.Body), key),
            row);
        var ofParent = walk.Sort(rows, segmented: false).Where(isOfParent).Take(count);
        var each = rows.Select(parent).Distinct().SelectMany(Expression.Lambda<Func<string, IEnumerable<TRow>>>(ofParent.Expression, key));
        return walk.Sort(each, segmented: false).AsNoTracking();
    }
}
