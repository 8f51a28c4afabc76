namespace CreatorCRM.Storage.Queries;

/// <summary>Numbers of days counted from when one looks, so that a filter that is kept means the same every day.</summary>
internal static class RelativeDays
{
    private const int Max = 36_500;

    /// <exception cref="FormatException">Outside 0 to 36,500.</exception>
    public static int? Check(int? days) =>
        days is null or (>= 0 and <= Max) ? days : throw new FormatException($"A number of days is 0 to {Max:N0}, and not {days}.");
}
