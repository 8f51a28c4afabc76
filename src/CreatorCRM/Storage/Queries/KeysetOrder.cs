using System.Linq.Expressions;

namespace CreatorCRM.Storage.Queries;

/// <summary>
/// An order that a list can be paged in: keys, then the id in the direction of the last key, so that no two rows are equal. NULLs come last in both directions.
/// Build it once and keep it in a static field. The index it wants is <c>(workspace, keys…, id)</c>, which serves both directions when all keys have the same
/// one; a nullable key that is not the first one wants <c>(key IS NULL)</c> before it in that index.
/// </summary>
/// <typeparam name="TRow">Any row with an id, a text or a number, unique within what the list is restricted to.</typeparam>
public sealed class KeysetOrder<TRow>
{
    private readonly string _name;

    /// <param name="name">List and order, such as <c>influencers.followers</c>. It stands in every cursor: renaming it invalidates those that clients
    /// hold.</param>
    /// <param name="id">The tie-break.</param>
    /// <param name="direction">The direction of the id in an order without keys, such as "in the order of creation".</param>
    public KeysetOrder(string name, Expression<Func<TRow, string>> id, OrderDirection direction = OrderDirection.Asc)
        : this(name, [], new KeysetKey<TRow, string>(id, direction))
    {
    }

    /// <inheritdoc cref="KeysetOrder{TRow}(string, Expression{Func{TRow, string}}, OrderDirection)"/>
    public KeysetOrder(string name, Expression<Func<TRow, long>> id, OrderDirection direction = OrderDirection.Asc)
        : this(name, [], new KeysetKey<TRow, long>(id, direction))
    {
    }

    private KeysetOrder(string name, IReadOnlyList<KeysetKey<TRow>> keys, KeysetKey<TRow> id)
    {
        _name = name;
        Keys = keys;
        Id = id;
    }

    /// <summary>Name and directions: what a cursor must have been made for.</summary>
    internal string Signature => $"{_name}:{string.Concat(KeysAndId.Select(key => key.Direction == OrderDirection.Asc ? '+' : '-'))}";

    internal IReadOnlyList<KeysetKey<TRow>> Keys { get; }

    internal KeysetKey<TRow> Id { get; }

    internal IEnumerable<KeysetKey<TRow>> KeysAndId => Keys.Append(Id);

    /// <summary>Adds a key, which decides where the keys before it are equal.</summary>
    /// <param name="key">A mapped property of type string, int, long, decimal, DateOnly or DateTimeOffset, or the nullable form of one.</param>
    public KeysetOrder<TRow> By<TKey>(Expression<Func<TRow, TKey>> key, OrderDirection direction = OrderDirection.Asc) =>
        new(_name, [.. Keys, new KeysetKey<TRow, TKey>(key, direction)], Id.In(direction));

    /// <summary>Every key and the id the other way round; NULLs stay last.</summary>
    public KeysetOrder<TRow> Reversed() => new(_name, [.. Keys.Select(Flip)], Flip(Id));

    private static KeysetKey<TRow> Flip(KeysetKey<TRow> key) => key.In(key.Direction == OrderDirection.Asc ? OrderDirection.Desc : OrderDirection.Asc);
}
