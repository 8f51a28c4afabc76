namespace CreatorCRM.Storage.Queries;

/// <summary>Tests of one of several named values; all that are set must hold. An absent value passes only `ne`, `notIn` and `isNull: true`.</summary>
public sealed class EnumFilter<T> : IValueFilter<T> where T : struct, Enum
{
    /// <summary>This value.</summary>
    public T? Eq { get; set; }

    /// <summary>Another value, or none.</summary>
    public T? Ne { get; set; }

    /// <summary>One of these values. An empty list matches nothing.</summary>
    public IReadOnlyList<T>? In { get; set; }

    /// <summary>None of these values, or no value at all.</summary>
    public IReadOnlyList<T>? NotIn { get; set; }

    /// <summary>True: there is no value. False: there is one.</summary>
    public bool? IsNull { get; set; }

    IEnumerable<FilterTest<T>> IValueFilter<T>.Tests(Func<DateTimeOffset> now) => new FilterTests<T>()
        .AddOne(FilterOperator.Eq, Eq).AddOne(FilterOperator.Ne, Ne).AddList(FilterOperator.In, In).AddList(FilterOperator.NotIn, NotIn).AddNull(IsNull);
}
