namespace CreatorCRM.Storage.Queries;

/// <summary>Tests of a large whole number; all that are set must hold. An absent number passes only `ne` and `isNull: true`.</summary>
public sealed class LongFilter : IValueFilter<long>
{
    /// <summary>This number.</summary>
    public long? Eq { get; set; }

    /// <summary>Another number, or none.</summary>
    public long? Ne { get; set; }

    /// <summary>More than this.</summary>
    public long? Gt { get; set; }

    /// <summary>This or more.</summary>
    public long? Gte { get; set; }

    /// <summary>Less than this.</summary>
    public long? Lt { get; set; }

    /// <summary>This or less.</summary>
    public long? Lte { get; set; }

    /// <summary>One of these numbers, at most 100. An empty list matches nothing.</summary>
    public IReadOnlyList<long>? In { get; set; }

    /// <summary>True: there is no number. False: there is one.</summary>
    public bool? IsNull { get; set; }

    IEnumerable<FilterTest<long>> IValueFilter<long>.Tests(Func<DateTimeOffset> now) => new FilterTests<long>()
        .AddOne(FilterOperator.Eq, Eq).AddOne(FilterOperator.Ne, Ne).AddRange(Gt, Gte, Lt, Lte).AddList(FilterOperator.In, In).AddNull(IsNull);
}
