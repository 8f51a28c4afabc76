namespace CreatorCRM.Storage.Queries;

/// <summary>Tests of an instant, to the microsecond; all that are set must hold. An absent instant passes only `isNull: true`.</summary>
public sealed class DateTimeFilter : IValueFilter<DateTimeOffset>
{
    /// <summary>This very instant.</summary>
    public DateTimeOffset? Eq { get; set; }

    /// <summary>After it.</summary>
    public DateTimeOffset? Gt { get; set; }

    /// <summary>At it or after it.</summary>
    public DateTimeOffset? Gte { get; set; }

    /// <summary>Before it.</summary>
    public DateTimeOffset? Lt { get; set; }

    /// <summary>At it or before it.</summary>
    public DateTimeOffset? Lte { get; set; }

    /// <summary>True: there is no instant. False: there is one.</summary>
    public bool? IsNull { get; set; }

    IEnumerable<FilterTest<DateTimeOffset>> IValueFilter<DateTimeOffset>.Tests() =>
        new FilterTests<DateTimeOffset>().AddOne(FilterOperator.Eq, Eq).AddRange(Gt, Gte, Lt, Lte).AddNull(IsNull);
}
