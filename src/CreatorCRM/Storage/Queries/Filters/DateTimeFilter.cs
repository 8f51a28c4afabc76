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

    /// <summary>More than so many days before you look, 0 to 36,500. A day has 24 hours.</summary>
    public int? OlderThanDays { get; set => field = RelativeDays.Check(value); }

    /// <summary>In the last so many days before you look, 0 to 36,500.</summary>
    public int? WithinLastDays { get; set => field = RelativeDays.Check(value); }

    /// <summary>In the next so many days after you look, 0 to 36,500.</summary>
    public int? WithinNextDays { get; set => field = RelativeDays.Check(value); }

    /// <summary>True: there is no instant. False: there is one.</summary>
    public bool? IsNull { get; set; }

    IEnumerable<FilterTest<DateTimeOffset>> IValueFilter<DateTimeOffset>.Tests(Func<DateTimeOffset> now)
    {
        var tests = new FilterTests<DateTimeOffset>().AddOne(FilterOperator.Eq, Eq).AddRange(Gt, Gte, Lt, Lte).AddNull(IsNull);
        if (OlderThanDays is { } age) tests.AddOne(FilterOperator.Lt, now().AddDays(-age));
        if (WithinLastDays is { } past) tests.AddRange(null, now().AddDays(-past), null, now());
        if (WithinNextDays is { } next) tests.AddRange(null, now(), null, now().AddDays(next));
        return tests;
    }
}
