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

    /// <summary>Today or one of the next so many days, 0 to 36,500. Days are those of UTC.</summary>
    public int? WithinNextDays { get; set => field = RelativeDays.Check(value); }

    /// <summary>Today or one of the last so many days, 0 to 36,500.</summary>
    public int? WithinLastDays { get; set => field = RelativeDays.Check(value); }

    /// <summary>True: there is no day. False: there is one.</summary>
    public bool? IsNull { get; set; }

    IEnumerable<FilterTest<DateOnly>> IValueFilter<DateOnly>.Tests(Func<DateTimeOffset> now)
    {
        var tests = new FilterTests<DateOnly>().AddOne(FilterOperator.Eq, Eq).AddRange(Gt, Gte, Lt, Lte).AddNull(IsNull);
        if (WithinNextDays is { } next) tests.AddRange(null, Today(), null, Today().AddDays(next));
        if (WithinLastDays is { } past) tests.AddRange(null, Today().AddDays(-past), null, Today());
        return tests;

        DateOnly Today() => DateOnly.FromDateTime(now().UtcDateTime);
    }
}
