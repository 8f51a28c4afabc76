namespace CreatorCRM.Server.Demo;

/// <summary>When people of an office do things. All in UTC.</summary>
internal static class DemoCalendar
{
    public const int Days = 730;

    /// <summary>A quarter of an hour between eight and five on that day, or on the Monday after a weekend.</summary>
    public static DateTimeOffset WorkingMoment(DateTimeOffset day, Random random) =>
        Workday(DateOnly.FromDateTime(day.UtcDateTime)).AddMinutes(15 * random.Next(8 * 4, 17 * 4));

    /// <summary>The firsts of the months after the one moment up to the other, when figures are taken: six in the morning.</summary>
    public static IEnumerable<DateTimeOffset> MonthlyFigures(DateTimeOffset after, DateTimeOffset until)
    {
        var first = new DateTimeOffset(after.Year, after.Month, 1, 6, 0, 0, TimeSpan.Zero);
        for (var month = first; month <= until; month = month.AddMonths(1))
            if (month > after) yield return month;
    }

    public static DateOnly Day(this DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    private static DateTimeOffset Workday(DateOnly day)
    {
        var later = day.DayOfWeek switch { DayOfWeek.Saturday => 2, DayOfWeek.Sunday => 1, _ => 0 };
        return new DateTimeOffset(day.AddDays(later), TimeOnly.MinValue, TimeSpan.Zero);
    }
}
