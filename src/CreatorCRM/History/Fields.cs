using System.Globalization;
using System.Text.Json;
using CreatorCRM.Compensation;

namespace CreatorCRM.History;

/// <summary>Values as the API writes them, as text. Null is no value, and so is an empty list.</summary>
internal static class Fields
{
    public static string? Of(string? text) => text;
    public static string? Of(bool value) => value ? "true" : "false";
    public static string? Of(long? number) => number?.ToString(CultureInfo.InvariantCulture);
    public static string? Of(decimal? number) => number?.ToString("0.####################", CultureInfo.InvariantCulture);
    public static string? Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    public static string? Of(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
    public static string? Of(Enum? value) => value is null ? null : JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
    public static string? Of(PeriodOfDays? period) => period?.ToString();

    /// <summary>Such as <c>250.00 EUR</c>.</summary>
    public static string? Of(long? minor, string? currency) =>
        minor is { } units && currency is not null ? new Money(units, Currency.Parse(currency)).ToString() : null;

    public static string? Of(IEnumerable<string?> list) => string.Join(", ", list) is { Length: > 0 } text ? text : null;

    public static string? Of(IEnumerable<CompensationComponent> components) => Of(components.Select(component => component.Description));

    public static T Read<T>(string json) => CrmJson.Read<T>(json);
}
