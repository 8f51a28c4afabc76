using System.Globalization;
using CreatorCRM.Access;
using CreatorCRM.Server.Hosting;

namespace CreatorCRM.Server.Access;

/// <summary>What the operator decides about access, from the section <c>Access</c>.</summary>
internal static class AccessSettings
{
    private const int MostDays = 3650;

    /// <exception cref="StartupException">A setting is wrong.</exception>
    public static AccessOptions Read(IConfiguration configuration)
    {
        if (configuration["Access:PersonalTokenDays"] is not { Length: > 0 } text) return new AccessOptions();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays
            ? new AccessOptions(days)
            : throw new StartupException($"Access__PersonalTokenDays must be a whole number of days from 1 to {MostDays}, and is '{text}'.");
    }
}
