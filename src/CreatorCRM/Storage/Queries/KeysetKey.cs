using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Query;

namespace CreatorCRM.Storage.Queries;

/// <summary>One key of an order, without its type.</summary>
internal abstract record KeysetKey<TRow>(OrderDirection Direction)
{
    public abstract bool IsNullable { get; }

    /// <summary>The name of the property.</summary>
    public abstract string Column { get; }

    public KeysetKey<TRow> In(OrderDirection other) => this with { Direction = other };

    /// <summary>The row's value as a cursor carries it.</summary>
    public abstract JsonElement Read(TRow row);

    /// <exception cref="FormatException">Not a value of this key.</exception>
    public abstract void Check(JsonElement value);

    public abstract Expression IsNull(ParameterExpression row);

    /// <summary>The row lies beyond the value, or with <paramref name="orEqual"/> on it. Never true for a row whose key is NULL.</summary>
    public abstract Expression Beyond(ParameterExpression row, JsonElement value, bool ascending, bool orEqual);

    public abstract IOrderedQueryable<TRow> Sort(IQueryable<TRow> rows, bool ascending, bool first);

    public abstract IOrderedQueryable<TRow> SortNulls(IQueryable<TRow> rows, bool last, bool first);
}

internal sealed record KeysetKey<TRow, TKey>(Expression<Func<TRow, TKey>> Selector, OrderDirection Direction) : KeysetKey<TRow>(Direction)
{
    private static readonly MethodInfo CompareText = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    private readonly Func<TRow, TKey> _read = Selector.Compile();

    // The same declaration that tells EF Core whether the column is nullable.
    public override bool IsNullable { get; } = Selector.Body is MemberExpression { Member: PropertyInfo property } && CursorValue.Supports(typeof(TKey))
        ? new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable
        : throw new ArgumentException($"{Selector} is not a property of a type that sorts alike on both engines.", nameof(Selector));

    public override string Column { get; } = ((MemberExpression)Selector.Body).Member.Name;

    public override JsonElement Read(TRow row) => CursorValue.Write(_read(row));

    public override void Check(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Null || !IsNullable) CursorValue.Read<TKey>(value);
    }

    public override Expression IsNull(ParameterExpression row) => Expression.Equal(ColumnOf(row), Expression.Constant(null, typeof(TKey)));

    public override Expression Beyond(ParameterExpression row, JsonElement value, bool ascending, bool orEqual)
    {
        var left = ColumnOf(row);
        var right = Parameter<TKey>.Of(CursorValue.Read<TKey>(value));
        if (typeof(TKey) == typeof(string)) (left, right) = (Expression.Call(CompareText, left, right), Expression.Constant(0));
        return (ascending, orEqual) switch
        {
            (true, true) => Expression.GreaterThanOrEqual(left, right),
            (true, false) => Expression.GreaterThan(left, right),
            (false, true) => Expression.LessThanOrEqual(left, right),
            (false, false) => Expression.LessThan(left, right),
        };
    }

    public override IOrderedQueryable<TRow> Sort(IQueryable<TRow> rows, bool ascending, bool first) => SortBy(rows, Selector, ascending, first);

    public override IOrderedQueryable<TRow> SortNulls(IQueryable<TRow> rows, bool last, bool first)
    {
        var row = Selector.Parameters[0];
        return SortBy(rows, Expression.Lambda<Func<TRow, bool>>(IsNull(row), row), ascending: last, first);
    }

    private static IOrderedQueryable<TRow> SortBy<T>(IQueryable<TRow> rows, Expression<Func<TRow, T>> by, bool ascending, bool first) =>
        (first, ascending) switch
        {
            (true, true) => rows.OrderBy(by),
            (true, false) => rows.OrderByDescending(by),
            (false, true) => ((IOrderedQueryable<TRow>)rows).ThenBy(by),
            (false, false) => ((IOrderedQueryable<TRow>)rows).ThenByDescending(by),
        };

    private Expression ColumnOf(ParameterExpression row) => ReplacingExpressionVisitor.Replace(Selector.Parameters[0], row, Selector.Body);
}
