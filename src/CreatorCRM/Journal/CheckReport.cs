namespace CreatorCRM.Journal;

/// <summary>What is wrong with a stored thing.</summary>
public enum DamageKind
{
    /// <summary>The journal tells of a row that is not in its table.</summary>
    MissingRow,
    /// <summary>A table holds a row that the journal does not tell of.</summary>
    ExtraRow,
    /// <summary>A row has other values than the journal tells.</summary>
    DifferentRow,
    /// <summary>A stream's versions do not run from 1 to the one it is said to have.</summary>
    Versions,
    /// <summary>An event shows on other timelines than it should.</summary>
    Subjects,
    /// <summary>A kept idempotency key does not fit the events of its command.</summary>
    Commands,
    /// <summary>A sum that the database keeps is not that of its rows.</summary>
    Totals,
    /// <summary>Events that this program cannot read or fold.</summary>
    Unreadable,
}

/// <param name="Where">The table or stream.</param>
/// <param name="Key">The row's primary key, the event's version or the command's id.</param>
/// <param name="Detail">For a row that differs, each column with the value told and the value stored.</param>
public sealed record Damage(DamageKind Kind, string Where, string Key, string Detail)
{
    public override string ToString() => $"{Kind} {Where} {Key}: {Detail}";
}

/// <summary>What a check found.</summary>
/// <param name="Rows">Rows of the read model that the journal tells of.</param>
/// <param name="Damages">The first ones; <paramref name="DamageCount"/> counts all.</param>
public sealed record CheckReport(long Streams, long Events, long Rows, long DamageCount, IReadOnlyList<Damage> Damages)
{
    public bool IsSound => DamageCount == 0;
}

/// <summary>Counts all damage and keeps the first of it.</summary>
internal sealed class DamageList(int limit)
{
    private readonly List<Damage> _first = [];

    public long Count { get; private set; }

    public IReadOnlyList<Damage> First => _first;

    public void Add(DamageKind kind, string where, string key, string detail)
    {
        if (Count++ < limit) _first.Add(new Damage(kind, where, key, detail));
    }
}
