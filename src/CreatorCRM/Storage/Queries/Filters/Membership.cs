using System.Linq.Expressions;

namespace CreatorCRM.Storage.Queries;

internal static class Membership
{
    /// <summary>The column is one of the values, as an expression that is never unknown: false for NULL.</summary>
    public static BinaryExpression In<T>(Expression column, IEnumerable<T> values) =>
        Expression.AndAlso(NullTest.Compile(column, wanted: false), Contains(column, values));

    /// <summary>The column is none of the values, or NULL.</summary>
    public static BinaryExpression NotIn<T>(Expression column, IEnumerable<T> values) =>
        Expression.OrElse(NullTest.Compile(column, wanted: true), Expression.Not(Contains(column, values)));

    // An array of T rather than T?: EF Core would otherwise guard against NULLs among the values, too.
    private static MethodCallExpression Contains<T>(Expression column, IEnumerable<T> values)
    {
        var value = column switch
        {
            { Type: var type } when type == typeof(T) => column,
            UnaryExpression { NodeType: ExpressionType.Convert, Operand: var plain } when plain.Type == typeof(T) => plain,
            _ => Expression.Property(column, nameof(Nullable<>.Value)),
        };
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(T)], Parameter<T[]>.Of([.. values]), value);
    }
}
