using System.Linq.Expressions;

namespace CreatorCRM.Storage.Queries;

/// <summary>
/// A test of a number, instant, day, yes or no, or named value as an expression that is never unknown: a comparison says outright that NULL fails it,
/// because SQL's NOT leaves an unknown outcome unknown and a negated filter would lose those rows.
/// </summary>
internal static class ValueTest
{
    /// <param name="column">Of type <c>T?</c>, also where the column is never NULL: EF Core knows, and leaves the NULL test out.</param>
    public static Expression Compile<T>(Expression column, FilterTest<T> test, FilterScope scope) where T : struct
    {
        foreach (var operand in test.Operands) Check(operand, scope);
        return test.Operator switch
        {
            FilterOperator.IsNull => NullTest.Compile(column, test.Wanted),
            FilterOperator.In => Membership.In(column, test.Operands),
            FilterOperator.NotIn => Membership.NotIn(column, test.Operands),
            FilterOperator.Eq => Expression.Equal(column, Operand(test)),
            FilterOperator.Ne => Expression.NotEqual(column, Operand(test)),
            FilterOperator.Gt => Known(column, Expression.GreaterThan(column, Operand(test))),
            FilterOperator.Gte => Known(column, Expression.GreaterThanOrEqual(column, Operand(test))),
            FilterOperator.Lt => Known(column, Expression.LessThan(column, Operand(test))),
            FilterOperator.Lte => Known(column, Expression.LessThanOrEqual(column, Operand(test))),
            _ => throw new NotSupportedException($"{test.Operator} is no test of a {typeof(T).Name}."),
        };
    }

    // Yes and no stand in the SQL themselves: there are but two, and an index of those that have something serves only who asks for them.
    private static Expression Operand<T>(FilterTest<T> test) where T : struct =>
        typeof(T) == typeof(bool) ? Expression.Constant(test.Operands[0], typeof(T?)) : Parameter<T?>.Of(test.Operands[0]);

    private static BinaryExpression Known(Expression column, Expression comparison) => Expression.AndAlso(NullTest.Compile(column, wanted: false), comparison);

    // A finer number would be compared exactly by PostgreSQL and rounded by SQLite.
    private static void Check<T>(T operand, FilterScope scope)
    {
        if (operand is decimal rate && (decimal.Round(rate, 6) != rate || Math.Abs(rate) >= Millionths.Limit))
            throw scope.Refuse("The number may have at most 12 digits before and 6 digits after the point.");
    }
}
