namespace CreatorCRM.Common;

/// <summary>One page of a list, in the order asked for.</summary>
public sealed record Page<T>(IReadOnlyList<PageItem<T>> Items, bool HasNextPage, bool HasPreviousPage, Func<CancellationToken, Task<int>> CountTotal);

public readonly record struct PageItem<T>(T Node, string Cursor);

/// <summary>Which page: exactly one of First and Last is set.</summary>
public sealed record PageRequest(int? First, string? After, int? Last, string? Before);
