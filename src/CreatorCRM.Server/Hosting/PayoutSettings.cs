using System.Globalization;
using CreatorCRM.Payouts;

namespace CreatorCRM.Server.Hosting;

/// <summary>What the operator decides about payouts, from the section <c>Payouts</c>.</summary>
internal static class PayoutSettings
{
    /// <exception cref="StartupException">A setting is wrong.</exception>
    public static PayoutOptions Read(IConfiguration configuration)
    {
        if (configuration["Payouts:SecondPersonAbove"] is not { Length: > 0 } text) return new PayoutOptions();
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? new PayoutOptions(amount)
            : throw new StartupException($"Payouts__SecondPersonAbove must be an amount such as 500 or 250.50, and is '{text}'.");
    }
}
