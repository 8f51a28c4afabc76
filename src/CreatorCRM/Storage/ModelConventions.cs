using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CreatorCRM.Storage;

/// <summary>One naming and one meaning of values on both engines, so that sorting and filtering behave the same.</summary>
public static class ModelConventions
{
    public static void UseCrmConventions(this ModelBuilder model, StorageEngine engine)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum)
                property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(EnumConverter<>).MakeGenericType(type))!);
            else if (type == typeof(DateTimeOffset) && engine == StorageEngine.Sqlite)
                property.SetValueConverter(new ValueConverter<DateTimeOffset, long>(value => ToMicroseconds(value), value => FromMicroseconds(value)));
            else if (type == typeof(decimal) && engine == StorageEngine.Sqlite)
                property.SetValueConverter(new ValueConverter<decimal, long>(value => (long)(value * 1_000_000m), value => value / 1_000_000m));
        }
    }

    /// <summary>Microseconds since 1970 in UTC.</summary>
    public static long ToMicroseconds(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new(DateTimeOffset.UnixEpoch.Ticks + microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>Enum members are stored as their names in the API: <c>INSTAGRAM</c>.</summary>
    private sealed class EnumConverter<TEnum>() : ValueConverter<TEnum, string>(
        value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()), text => Parse(text)) where TEnum : struct, Enum
    {
        private static readonly Dictionary<string, TEnum> ByName = Enum.GetValues<TEnum>()
            .ToDictionary(value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()), StringComparer.Ordinal);

        private static TEnum Parse(string text) => ByName[text];
    }
}
