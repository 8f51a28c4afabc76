namespace CreatorCRM.Storage.Queries;

/// <summary>Tests of an id; all that are set must hold.</summary>
public sealed class IdFilter : IValueFilter<string>
{
    /// <summary>This id.</summary>
    public string? Eq { get; set; }

    /// <summary>One of these ids, at most 100. An empty list matches nothing.</summary>
    public IReadOnlyList<string>? In { get; set; }

    /// <summary>True: it refers to nothing. False: it refers to something.</summary>
    public bool? IsNull { get; set; }

    IEnumerable<FilterTest<string>> IValueFilter<string>.Tests(Func<DateTimeOffset> now) =>
        new FilterTests<string>().AddOne(FilterOperator.Eq, Eq).AddList(FilterOperator.In, In).AddNull(IsNull);
}
