namespace CreatorCRM.Storage.Queries;

/// <summary>What the index of a filter's column is good for.</summary>
public enum Indexed
{
    /// <summary>No index begins with workspace and column.</summary>
    No,

    /// <summary>
    /// One begins with workspace and column and goes on by the id or by something else: what has a value is found in it, but in no list's order.
    /// </summary>
    ByValue,

    /// <summary>One begins with workspace and column and goes on by created_at and id: what has a value stands in it in the list's default order.</summary>
    NewestFirst,
}
