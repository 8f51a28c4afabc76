using System.Linq.Expressions;

namespace CreatorCRM.Storage.Queries;

/// <summary>
/// A value that EF Core sends as a SQL parameter, as it does with a captured variable. A bare constant would be written into the SQL text,
/// and every value would cost a compiled query and a plan of its own.
/// </summary>
internal sealed class Parameter<T>(T value)
{
    public T Value { get; } = value;

    public static Expression Of(T value) => Expression.Property(Expression.Constant(new Parameter<T>(value)), nameof(Value));
}
