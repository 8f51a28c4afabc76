namespace CreatorCRM.Storage.Queries;

/// <summary>
/// What a client may ask of the rows of a list. The tests of all fields that are set must hold, and so must `and`, `or` and `not`.
/// A filter in which nothing is set matches every row.
/// </summary>
public abstract class Filter<TSelf> where TSelf : Filter<TSelf>
{
    /// <summary>All of these hold. An empty list restricts nothing.</summary>
    public IReadOnlyList<TSelf>? And { get; set; }

    /// <summary>At least one of these holds. An empty list restricts nothing.</summary>
    public IReadOnlyList<TSelf>? Or { get; set; }

    /// <summary>This does not hold. A row with an absent value matches whenever the test inside does not.</summary>
    public TSelf? Not { get; set; }

    /// <summary>A copy in which this filter and those within are changed.</summary>
    /// <param name="change">Changes a copy; it is told where the filter stands.</param>
    /// <param name="path">Where this filter stands.</param>
    public TSelf With(Action<TSelf, string[]> change, params string[] path)
    {
        var copy = (TSelf)MemberwiseClone();
        copy.And = copy.And?.Select((nested, i) => nested.With(change, [.. path, "and", $"{i}"])).ToList();
        copy.Or = copy.Or?.Select((nested, i) => nested.With(change, [.. path, "or", $"{i}"])).ToList();
        copy.Not = copy.Not?.With(change, [.. path, "not"]);
        change(copy, path);
        return copy;
    }
}
