using System.Linq.Expressions;
using CreatorCRM.Common;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Storage.Queries;

/// <summary>The same page of many lists that lie in one table, such as the timelines of a page of influencers, in one statement for all of them.</summary>
public static class KeysetPages
{
    /// <param name="lists">The rows of all lists.</param>
    /// <param name="owner">Which list a row is in.</param>
    /// <param name="owners">The lists wanted; each gets its page, an empty one at least.</param>
    /// <param name="order">Its first key is never NULL.</param>
    /// <exception cref="InvalidCursorException">A cursor is altered or belongs to another list or order.</exception>
    public static async Task<IReadOnlyDictionary<string, Page<TRow>>> ReadPages<TContext, TRow>(
        this IDbContextFactory<TContext> contexts, Func<TContext, IQueryable<TRow>> lists, Expression<Func<TRow, string>> owner, IReadOnlyCollection<string> owners,
        KeysetOrder<TRow> order, PageRequest request, CancellationToken cancel)
        where TContext : DbContext
        where TRow : class
    {
        // A cursor is a place in one list, so several lists hardly ever share one; a single list is read by a seek.
        if (owners.Count > 1 && request is { After: null, Before: null }) return await ReadEnds(contexts, lists, owner, owners, order, request, cancel);
        var pages = new Dictionary<string, Page<TRow>>(StringComparer.Ordinal);
        foreach (var one in owners) pages[one] = await contexts.ReadPage(db => lists(db).Where(OwnerIs(owner, Parameter<string>.Of(one))), order, request, cancel);
        return pages;
    }

    // The first or last rows of every list. EF Core turns the join into a ROW_NUMBER per list, on both engines.
    private static async Task<IReadOnlyDictionary<string, Page<TRow>>> ReadEnds<TContext, TRow>(
        IDbContextFactory<TContext> contexts, Func<TContext, IQueryable<TRow>> lists, Expression<Func<TRow, string>> owner, IReadOnlyCollection<string> owners,
        KeysetOrder<TRow> order, PageRequest request, CancellationToken cancel)
        where TContext : DbContext
        where TRow : class
    {
        if (order.Keys is [{ IsNullable: true }, ..]) throw new ArgumentException("The first key may be NULL.", nameof(order));
        var (size, forward) = (request.First ?? request.Last ?? throw new ArgumentException("One of first and last is set.", nameof(request)), request.First is not null);
        var walk = new KeysetWalk<TRow>(order, forward);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = lists(db).Where(OwnerIn(owner, owners));
        var one = Expression.Parameter(typeof(string), "one");
        var end = walk.Sort(rows.Where(OwnerIs(owner, one))).Take(size + 1);
        var ends = rows.Select(owner).Distinct().SelectMany(Expression.Lambda<Func<string, IEnumerable<TRow>>>(end.Expression, one));
        var found = (await walk.Sort(ends).AsNoTracking().ToListAsync(cancel)).ToLookup(owner.Compile());
        var counts = new Lazy<Task<Dictionary<string, int>>>(() => Count(contexts, lists, owner, owners));
        return owners.ToDictionary(one => one, one => PageOf([.. found[one]], one));

        Page<TRow> PageOf(List<TRow> rows, string owner)
        {
            var hasMore = rows.Count > size;
            if (hasMore) rows.RemoveAt(size);
            if (!forward) rows.Reverse();
            return new Page<TRow>(
                [.. rows.Select(row => new PageItem<TRow>(row, KeysetCursor.Write(order, row)))], HasNextPage: forward && hasMore, HasPreviousPage: !forward && hasMore,
                async cancelCount => (await counts.Value.WaitAsync(cancelCount)).GetValueOrDefault(owner));
        }
    }

    // Shared by all pages, so no single caller may cancel it.
    private static async Task<Dictionary<string, int>> Count<TContext, TRow>(
        IDbContextFactory<TContext> contexts, Func<TContext, IQueryable<TRow>> lists, Expression<Func<TRow, string>> owner, IReadOnlyCollection<string> owners)
        where TContext : DbContext
        where TRow : class
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await lists(db).Where(OwnerIn(owner, owners)).GroupBy(owner).Select(list => new { list.Key, Count = list.Count() }).ToDictionaryAsync(list => list.Key, list => list.Count);
    }

    private static Expression<Func<TRow, bool>> OwnerIs<TRow>(Expression<Func<TRow, string>> owner, Expression value) =>
        Expression.Lambda<Func<TRow, bool>>(Expression.Equal(owner.Body, value), owner.Parameters);

    private static Expression<Func<TRow, bool>> OwnerIn<TRow>(Expression<Func<TRow, string>> owner, IReadOnlyCollection<string> owners) =>
        Expression.Lambda<Func<TRow, bool>>(Membership.In(owner.Body, owners), owner.Parameters);
}
