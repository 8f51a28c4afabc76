using System.Linq.Expressions;

namespace CreatorCRM.Storage.Queries;

internal static class NullTest
{
    public static BinaryExpression Compile(Expression column, bool wanted)
    {
        var nothing = Expression.Constant(null, column.Type);
        return wanted ? Expression.Equal(column, nothing) : Expression.NotEqual(column, nothing);
    }
}
