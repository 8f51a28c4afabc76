namespace CreatorCRM.Storage;

/// <summary>Rates on SQLite, with the range, scale and rounding of PostgreSQL's <c>numeric(18,6)</c>.</summary>
public static class Millionths
{
    /// <summary>What a stored rate stays below, on either side of zero.</summary>
    public const decimal Limit = 1_000_000_000_000m;

    /// <exception cref="OverflowException">The rate reaches <see cref="Limit"/>.</exception>
    public static long From(decimal rate)
    {
        var rounded = decimal.Round(rate, 6, MidpointRounding.AwayFromZero);
        return Math.Abs(rounded) < Limit ? (long)(rounded * 1_000_000m) : throw new OverflowException($"A rate stays below {Limit}.");
    }

    public static decimal ToDecimal(long millionths) => millionths / 1_000_000m;
}
