namespace CreatorCRM.Storage.Queries;

/// <summary>Tests of a whole number; all that are set must hold. An absent number passes only `ne` and `isNull: true`.</summary>
public sealed class IntFilter : IValueFilter<int>, IValueFilter<long>
{
    /// <summary>This number.</summary>
    public int? Eq { get; set; }

    /// <summary>Another number, or none.</summary>
    public int? Ne { get; set; }

    /// <summary>More than this.</summary>
    public int? Gt { get; set; }

    /// <summary>This or more.</summary>
    public int? Gte { get; set; }

    /// <summary>Less than this.</summary>
    public int? Lt { get; set; }

    /// <summary>This or less.</summary>
    public int? Lte { get; set; }

    /// <summary>One of these numbers, at most 100. An empty list matches nothing.</summary>
    public IReadOnlyList<int>? In { get; set; }

    /// <summary>True: there is no number. False: there is one.</summary>
    public bool? IsNull { get; set; }

    IEnumerable<FilterTest<int>> IValueFilter<int>.Tests(Func<DateTimeOffset> now) => new FilterTests<int>()
        .AddOne(FilterOperator.Eq, Eq).AddOne(FilterOperator.Ne, Ne).AddRange(Gt, Gte, Lt, Lte).AddList(FilterOperator.In, In).AddNull(IsNull);

    // For a column that is wider than what clients can ask for.
    IEnumerable<FilterTest<long>> IValueFilter<long>.Tests(Func<DateTimeOffset> now) =>
        ((IValueFilter<int>)this).Tests(now)
            .Select(test => new FilterTest<long>(test.Operator, [.. test.Operands.Select(operand => (long)operand)], test.Wanted));
}
