namespace CreatorCRM.Journal;

/// <summary>A row of the read model, written in the commit of the events it comes from. Rows are records: equal rows are not written again.</summary>
public interface IRow
{
    /// <summary>The primary key as one text, unique within the row's type.</summary>
    string RowKey { get; }
}

/// <summary>A rule over many aggregates that a unique index keeps.</summary>
/// <param name="Table">Table of the index.</param>
/// <param name="Index">Its name, as PostgreSQL reports it.</param>
/// <param name="Columns">Its columns in order, as SQLite reports them.</param>
/// <param name="Refusal">What the caller is told.</param>
public sealed record UniqueRule(string Table, string Index, string[] Columns, Refusal Refusal);

/// <summary>
/// A rule over many aggregates that a trigger keeps. It raises an error whose message is the rule's name, a colon, and what the refusal is made of.
/// </summary>
/// <param name="Refusal">What the caller is told, from what stands behind the colon.</param>
public sealed record CheckRule(string Name, Func<string, Refusal> Refusal)
{
    /// <summary>Null when the error is of something else.</summary>
    public Refusal? Explain(string error)
    {
        var at = error.IndexOf($"{Name}: ", StringComparison.Ordinal);
        // SQLite's driver puts the message between quotes and a full stop behind.
        return at < 0 ? null : Refusal(error[(at + Name.Length + 2)..].TrimEnd('.', '\''));
    }
}

/// <summary>A condition on another aggregate's row that has to hold in the very commit; a share lock keeps it true until then.</summary>
/// <param name="Table">A table with the columns workspace and id.</param>
/// <param name="Condition">A constant SQL condition on that row that both engines understand; null asks only that the row exists.</param>
/// <param name="Else">What the caller is told otherwise.</param>
/// <param name="Value">What <c>@value</c> stands for in the condition; null when it is not in there.</param>
public sealed record RowGuard(string Table, string Id, string? Condition, Refusal Else, string? Value = null);

/// <summary>A row to write.</summary>
/// <param name="Before">The row as it is stored, so that a store may write only the columns that differ; null for a new one.</param>
public sealed record RowWrite(IRow Row, IRow? Before);

/// <summary>What a commit does to the read model.</summary>
public sealed record RowChanges(IReadOnlyList<RowWrite> Writes, IReadOnlyList<IRow> Deletes)
{
    /// <param name="handedOver">Written, and not deleted although they are told no longer.</param>
    public static RowChanges Between(IReadOnlyList<IRow> before, IReadOnlyList<IRow> after, IReadOnlyList<IRow> facts, IReadOnlyList<IRow>? handedOver = null)
    {
        var old = before.ToDictionary(row => (row.GetType(), row.RowKey));
        var writes = new List<RowWrite>();
        foreach (var row in after.Concat(handedOver ?? []))
        {
            if (!old.Remove((row.GetType(), row.RowKey), out var previous) || !previous.Equals(row)) writes.Add(new RowWrite(row, previous));
        }
        writes.AddRange(facts.Select(fact => new RowWrite(fact, null)));
        return new RowChanges(writes, [.. old.Values]);
    }
}
