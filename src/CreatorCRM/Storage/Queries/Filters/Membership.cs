using System.Linq.Expressions;

namespace CreatorCRM.Storage.Queries;

internal static class Membership
{
    /// <summary>The column is one of the values; false for NULL.</summary>
    public static Expression Compile<T>(Expression column, T[] values) =>
        Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(T)], Parameter<T[]>.Of(values), column);
}
