namespace CreatorCRM.Storage.Queries;

/// <summary>Gathers the tests that are set: null means that the client did not ask.</summary>
internal sealed class FilterTests<T> : List<FilterTest<T>>
{
    public FilterTests<T> AddList(FilterOperator test, IReadOnlyList<T>? operands)
    {
        if (operands is not null) Add(new FilterTest<T>(test, operands));
        return this;
    }

    public FilterTests<T> AddNull(bool? isNull)
    {
        if (isNull is { } wanted) Add(new FilterTest<T>(FilterOperator.IsNull, [], wanted));
        return this;
    }
}

internal static class FilterTestsExtensions
{
    public static FilterTests<T> AddOne<T>(this FilterTests<T> tests, FilterOperator test, T? operand) where T : struct =>
        tests.AddList(test, operand is { } value ? [value] : null);

    public static FilterTests<string> AddOne(this FilterTests<string> tests, FilterOperator test, string? operand) =>
        tests.AddList(test, operand is null ? null : [operand]);

    public static FilterTests<T> AddRange<T>(this FilterTests<T> tests, T? gt, T? gte, T? lt, T? lte) where T : struct =>
        tests.AddOne(FilterOperator.Gt, gt).AddOne(FilterOperator.Gte, gte).AddOne(FilterOperator.Lt, lt).AddOne(FilterOperator.Lte, lte);
}
