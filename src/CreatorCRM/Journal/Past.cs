namespace CreatorCRM.Journal;

/// <summary>An entity as it was known at an instant: the rows that its events stand for, as far as they were recorded by then.</summary>
public sealed record Past(DateTimeOffset At, IReadOnlyList<IRow> Rows)
{
    public IEnumerable<TRow> Of<TRow>() where TRow : IRow => Rows.OfType<TRow>();

    /// <summary>The entity's own row.</summary>
    public TRow One<TRow>() where TRow : IRow => Of<TRow>().Single();
}
