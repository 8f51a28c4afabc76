using System.Globalization;

namespace CreatorCRM.Compensation;

/// <summary>Percentages as they are read and signed.</summary>
internal static class Percentages
{
    /// <summary>With every digit that money is reckoned with, and none that says nothing.</summary>
    public static string Digits(decimal percent) => percent.ToString("0.############################", CultureInfo.InvariantCulture);
}
