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
}
