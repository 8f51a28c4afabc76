namespace CreatorCRM.Common;

/// <summary>From one day to another, both included; null is open.</summary>
[GenerateSerializer, Immutable, Alias("period-of-days")]
public sealed record PeriodOfDays(DateOnly? From, DateOnly? Until)
{
    private static readonly DateOnly Earliest = new(2000, 1, 1), Latest = new(2200, 1, 1);

    public static bool IsPlausible(DateOnly? day) => day is not { } d || (d >= Earliest && d < Latest);

    public bool IsPlausibleAndInOrder => IsPlausible(From) && IsPlausible(Until) && !(From > Until);

    public override string ToString() => (From, Until) switch
    {
        (null, null) => "always",
        ({ } from, null) => $"from {from:yyyy-MM-dd}",
        (null, { } until) => $"until {until:yyyy-MM-dd}",
        ({ } from, { } until) => $"{from:yyyy-MM-dd} to {until:yyyy-MM-dd}",
    };
}
