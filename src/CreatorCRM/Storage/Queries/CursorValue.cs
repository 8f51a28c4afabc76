using System.Globalization;
using System.Text.Json;

namespace CreatorCRM.Storage.Queries;

/// <summary>The values of sort keys within a cursor. They survive exactly: rates as text, instants as microseconds, days by their number.</summary>
internal static class CursorValue
{
    public static bool Supports(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var value
        && (value == typeof(string) || value == typeof(int) || value == typeof(long) || value == typeof(decimal) || value == typeof(DateTimeOffset)
            || value == typeof(DateOnly));

    public static JsonElement Write(object? value) => value switch
    {
        null => JsonSerializer.SerializeToElement<string?>(null),
        string text => JsonSerializer.SerializeToElement(text),
        int number => JsonSerializer.SerializeToElement(number),
        long number => JsonSerializer.SerializeToElement(number),
        decimal rate => JsonSerializer.SerializeToElement(rate.ToString(CultureInfo.InvariantCulture)),
        DateOnly day => JsonSerializer.SerializeToElement(day.DayNumber),
        DateTimeOffset instant => JsonSerializer.SerializeToElement(Microseconds.From(instant)),
        _ => throw new NotSupportedException($"A list cannot be ordered by a {value.GetType().Name}."),
    };

    /// <exception cref="FormatException">Not a value of this type.</exception>
    public static T Read<T>(JsonElement value)
    {
        try
        {
            return (T)Read(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));
        }
        catch (Exception exception) when (exception is InvalidOperationException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new FormatException($"Not a {typeof(T).Name}.", exception);
        }
    }

    private static object Read(JsonElement value, Type type)
    {
        if (type == typeof(string)) return Storable(value.GetString());
        if (type == typeof(int)) return value.GetInt32();
        if (type == typeof(long)) return value.GetInt64();
        if (type == typeof(decimal)) return Rate(value.GetString());
        if (type == typeof(DateOnly)) return DateOnly.FromDayNumber(value.GetInt32());
        if (type == typeof(DateTimeOffset)) return Microseconds.ToInstant(value.GetInt64());
        throw new NotSupportedException($"A list cannot be ordered by a {type.Name}.");
    }

    private static string Storable(string? text) => text is not null && StorableText.IsStorable(text) ? text : throw new FormatException("Not a stored text.");

    private static decimal Rate(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
            && Math.Abs(rate) < Millionths.Limit
            ? rate
            : throw new FormatException("Not a rate.");
}
