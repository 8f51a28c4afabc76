using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Storage.Queries;

/// <summary>Pages of a list as Relay's connections define them. A page is found by a seek in the order's index, however deep it lies.</summary>
public static class KeysetPaging
{
    /// <summary>Reads a page with contexts of its own, so that the total may be counted at any later time and beside other reads.</summary>
    /// <param name="list">The filtered list; the order is added here.</param>
    /// <param name="counted">The same rows, if all of them are better read in another way than a page of them.</param>
    /// <exception cref="InvalidCursorException">A cursor is altered or belongs to another list or order.</exception>
    public static async Task<Page<TRow>> ReadPage<TContext, TRow>(
        this IDbContextFactory<TContext> contexts, Func<TContext, IQueryable<TRow>> list, KeysetOrder<TRow> order, PageRequest request,
        CancellationToken cancel,
        Func<TContext, IQueryable<TRow>>? counted = null)
        where TContext : DbContext
        where TRow : class
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var page = await list(context).ToPage(order, request, cancel);
        return page with
        {
            CountTotal = async cancelCount =>
            {
                await using var countContext = await contexts.CreateDbContextAsync(cancelCount);
                return await (counted ?? list)(countContext).CountAsync(cancelCount);
            },
        };
    }

    /// <summary>Reads a page of a query. The page's total can be counted only while the query's context lives and is idle.</summary>
    /// <inheritdoc cref="ReadPage" path="/exception"/>
    public static async Task<Page<TRow>> ToPage<TRow>(this IQueryable<TRow> rows, KeysetOrder<TRow> order, PageRequest request, CancellationToken cancel) where TRow : class
    {
        var size = (request.First, request.Last) switch
        {
            ({ } first and >= 0 and < int.MaxValue, null) => first,
            (null, { } last and >= 0 and < int.MaxValue) => last,
            _ => throw new ArgumentException("Exactly one of first and last is set, to a sensible number.", nameof(request)),
        };
        var forward = request.First is not null;
        var after = KeysetCursor.Read(order, request.After);
        var before = KeysetCursor.Read(order, request.Before);
        var walk = new KeysetWalk<TRow>(order, forward, after is null ? null : new(order, after, after: true),
            before is null ? null : new(order, before, after: false));
        var found = await walk.Take(rows, size + 1, cancel);
        var hasMore = found.Count > size;
        if (hasMore) found.RemoveAt(size);
        if (!forward) found.Reverse();
        // Behind the cursor that the page starts from: the cursor's own row counts, if it is still in the list.
        var hasBehind = (forward ? after : before) is { } start
            && (await new KeysetWalk<TRow>(order, !forward, new KeysetBound<TRow>(order, start, after: !forward, inclusive: true)).Take(rows, 1, cancel)).Count > 0;
        // A far bound cuts rows off that lie in the page's direction.
        var hasBeyond = !hasMore && (forward ? before : after) is { } end
            && (await new KeysetWalk<TRow>(order, forward, new KeysetBound<TRow>(order, end, after: forward, inclusive: true)).Take(rows, 1, cancel)).Count > 0;
        return new Page<TRow>(
            [.. found.Select(row => new PageItem<TRow>(row, KeysetCursor.Write(order, row)))],
            HasNextPage: forward ? hasMore || hasBeyond : hasBehind,
            HasPreviousPage: forward ? hasBehind : hasMore || hasBeyond,
            rows.CountAsync);
    }
}
