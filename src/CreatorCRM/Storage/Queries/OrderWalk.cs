using System.Linq.Expressions;

namespace CreatorCRM.Storage.Queries;

/// <summary>Keeps SQLite from collecting and sorting what lies in a range of another index, where it should follow the index of the list's order.</summary>
internal static class OrderWalk
{
    /// <summary>The same condition, of which no range but that of the order's own first column can be read from an index.</summary>
    /// <param name="never">What holds for no row of the list, though the engine does not know: beside it in an OR, a range is tested row by row.</param>
    public static Expression Of<TRow>(KeysetOrder<TRow> order, Expression condition, Expression never) => condition switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso } both => Expression.AndAlso(Of(order, both.Left, never), Of(order, both.Right, never)),
        BinaryExpression { NodeType: ExpressionType.NotEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual or ExpressionType.LessThan or ExpressionType.LessThanOrEqual } range
            when ColumnOf(range.Left) != order.KeysAndId.First().Column => Expression.OrElse(range, never),
        _ => condition,
    };

    private static string? ColumnOf(Expression tested) => tested switch
    {
        MemberExpression { Expression: ParameterExpression } column => column.Member.Name,
        UnaryExpression converted => ColumnOf(converted.Operand),
        MethodCallExpression compared => ColumnOf(compared.Arguments[0]),
        _ => null,
    };
}
