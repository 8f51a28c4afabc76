namespace CreatorCRM.Storage.Queries;

/// <summary>Tests of a day; all that are set must hold. An absent day passes only `isNull: true`.</summary>
public sealed class DateFilter : IValueFilter<DateOnly>
{
    /// <summary>This day.</summary>
    public DateOnly? Eq { get; set; }

    /// <summary>After it.</summary>
    public DateOnly? Gt { get; set; }

    /// <summary>On it or after it.</summary>
    public DateOnly? Gte { get; set; }

    /// <summary>Before it.</summary>
    public DateOnly? Lt { get; set; }

    /// <summary>On it or before it.</summary>
    public DateOnly? Lte { get; set; }

    /// <summary>True: there is no day. False: there is one.</summary>
    public bool? IsNull { get; set; }

    IEnumerable<FilterTest<DateOnly>> IValueFilter<DateOnly>.Tests() =>
        new FilterTests<DateOnly>().AddOne(FilterOperator.Eq, Eq).AddRange(Gt, Gte, Lt, Lte).AddNull(IsNull);
}
