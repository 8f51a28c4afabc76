namespace CreatorCRM.Storage.Queries;

/// <summary>
/// Pages of a list in memory, with the cursors of the same list in the tables. It must not change between two pages: the row of a cursor has to be in it.
/// </summary>
public static class KeysetLists
{
    /// <param name="sorted">The whole list in its order.</param>
    /// <exception cref="InvalidCursorException">A cursor is altered, or of a row that is not in the list.</exception>
    public static Page<TRow> ToPage<TRow>(this IEnumerable<TRow> sorted, KeysetOrder<TRow> order, PageRequest request)
    {
        var items = sorted.Select(row => new PageItem<TRow>(row, KeysetCursor.Write(order, row))).ToList();
        var start = request.After is { } after ? Place(after) + 1 : 0;
        var end = Math.Max(start, request.Before is { } before ? Place(before) : items.Count);
        if (request.First is { } first) end = Math.Min(end, start + first);
        else start = Math.Max(start, end - request.Last ?? 0);
        return new Page<TRow>(items[start..end], end < items.Count, start > 0, _ => Task.FromResult(items.Count));

        int Place(string cursor)
        {
            KeysetCursor.Read(order, cursor);
            return items.FindIndex(item => item.Cursor == cursor) is >= 0 and var at
                ? at
                : throw new InvalidCursorException("This cursor is of no entry of this list as it was then. Keep asOf while paging, or start again without a cursor.");
        }
    }
}
