using System.Linq.Expressions;

namespace CreatorCRM.Storage.Queries;

/// <summary>Keeps SQLite from collecting and sorting what another index finds, where it should follow the index of the list's order.</summary>
internal static class OrderWalk
{
    /// <summary>
    /// The same condition, of which an index can only serve tests of the order's own first column, and equality with one value of a column whose index goes on
    /// newest first, as the list may do.
    /// </summary>
    /// <param name="never">What holds for no row of the list, though the engine does not know: beside it in an OR, a test is made row by row.</param>
    /// <param name="byValue">The columns that are <see cref="Indexed.ByValue"/>.</param>
    public static Expression Of<TRow>(KeysetOrder<TRow> order, Expression condition, Expression never, IReadOnlySet<string> byValue)
    {
        var own = order.KeysAndId.First().Column;
        return Rest(condition);

        Expression Rest(Expression condition) => condition switch
        {
            BinaryExpression { NodeType: ExpressionType.AndAlso } both => Expression.AndAlso(Rest(both.Left), Rest(both.Right)),
            BinaryExpression { NodeType: ExpressionType.NotEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual or ExpressionType.LessThan or ExpressionType.LessThanOrEqual } range
                when ColumnOf(range.Left) != own => Expression.OrElse(range, never),
            BinaryExpression { NodeType: ExpressionType.Equal } equal
                when ColumnOf(equal.Left) is { } column && column != own && byValue.Contains(column) => Expression.OrElse(equal, never),
            // The values of a list stand apart in any index.
            MethodCallExpression { Method.Name: nameof(Enumerable.Contains), Arguments: [_, var value] } among
                when ColumnOf(value) is { } column && column != own => Expression.OrElse(among, never),
            _ => condition,
        };
    }

    /// <summary>The name of the property that is tested as it is or compared as a text; null for anything else.</summary>
    public static string? ColumnOf(Expression tested) => tested switch
    {
        MemberExpression { Expression: ParameterExpression } column => column.Member.Name,
        MemberExpression { Member.Name: nameof(Nullable<>.Value), Expression: { } nullable } => ColumnOf(nullable),
        UnaryExpression converted => ColumnOf(converted.Operand),
        MethodCallExpression { Arguments: [var compared, ..] } => ColumnOf(compared),
        _ => null,
    };
}
