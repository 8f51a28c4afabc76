namespace CreatorCRM.Storage.Queries;

public enum FilterOperator
{
    Eq,
    Ne,
    Gt,
    Gte,
    Lt,
    Lte,
    In,
    NotIn,
    Contains,
    StartsWith,
    IsNull,
}

/// <summary>One test of a value, such as <c>gte: 50000</c>.</summary>
/// <param name="Operands">One value, or for <c>in</c> and <c>notIn</c> any number. None for <c>isNull</c>.</param>
/// <param name="Wanted">The test's outcome for the rows to keep: false only for <c>isNull: false</c>.</param>
public sealed record FilterTest<T>(FilterOperator Operator, IReadOnlyList<T> Operands, bool Wanted = true);

/// <summary>What a client asks of one value. All tests must hold.</summary>
public interface IValueFilter<T>
{
    /// <summary>The tests that the client set.</summary>
    /// <param name="now">When one looks: days before or after it become instants.</param>
    IEnumerable<FilterTest<T>> Tests(Func<DateTimeOffset> now);
}
