namespace CreatorCRM.Storage.Queries;

/// <summary>
/// Tests of a number with up to six digits after the point; all that are set must hold. An absent number passes only `ne` and `isNull: true`.
/// </summary>
public sealed class DecimalFilter : IValueFilter<decimal>
{
    /// <summary>This number.</summary>
    public decimal? Eq { get; set; }

    /// <summary>Another number, or none.</summary>
    public decimal? Ne { get; set; }

    /// <summary>More than this.</summary>
    public decimal? Gt { get; set; }

    /// <summary>This or more.</summary>
    public decimal? Gte { get; set; }

    /// <summary>Less than this.</summary>
    public decimal? Lt { get; set; }

    /// <summary>This or less.</summary>
    public decimal? Lte { get; set; }

    /// <summary>One of these numbers, at most 100. An empty list matches nothing.</summary>
    public IReadOnlyList<decimal>? In { get; set; }

    /// <summary>True: there is no number. False: there is one.</summary>
    public bool? IsNull { get; set; }

    IEnumerable<FilterTest<decimal>> IValueFilter<decimal>.Tests(Func<DateTimeOffset> now) => new FilterTests<decimal>()
        .AddOne(FilterOperator.Eq, Eq).AddOne(FilterOperator.Ne, Ne).AddRange(Gt, Gte, Lt, Lte).AddList(FilterOperator.In, In).AddNull(IsNull);
}
