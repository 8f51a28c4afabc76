using System.Globalization;

namespace CreatorCRM.Common;

/// <summary>
/// How the parts of an aggregate are named: numbered from 1 among their kind, and outside of it by the aggregate's id, a point and the number.
/// </summary>
public static class PartNumber
{
    /// <summary>Of each kind an aggregate keeps at most so many, since it holds them all in memory.</summary>
    public const int Max = 500;

    /// <param name="count">How many there are already.</param>
    public static string After(int count) => Text(count + 1);

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static int Parse(string number) => int.Parse(number, CultureInfo.InvariantCulture);

    public static string Id(EntityKey aggregate, string number) => $"{aggregate.Id}.{number}";
}
