namespace CreatorCRM.Storage.Queries;

/// <summary>Tests of a yes or no; all that are set must hold.</summary>
public sealed class BooleanFilter : IValueFilter<bool>
{
    /// <summary>This value. Unknown is neither true nor false.</summary>
    public bool? Eq { get; set; }

    /// <summary>True: it is unknown. False: it is known.</summary>
    public bool? IsNull { get; set; }

    IEnumerable<FilterTest<bool>> IValueFilter<bool>.Tests(Func<DateTimeOffset> now) => new FilterTests<bool>().AddOne(FilterOperator.Eq, Eq).AddNull(IsNull);
}
