using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CreatorCRM.Storage;

/// <summary>One naming and one meaning of values on both engines, so that sorting and filtering behave the same.</summary>
public static class ModelConventions
{
    /// <summary>Call it last in <c>OnModelCreating</c>: it covers the properties that are mapped by then.</summary>
    public static void UseCrmConventions(this ModelBuilder model, StorageEngine engine)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum)
                property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(ScreamingSnakeConverter<>).MakeGenericType(type))!);
            else if (engine == StorageEngine.Sqlite)
                UseSqliteValues(property, type);
            else
                UsePostgresValues(property, type);
        }
    }

    // SQLite has neither instants nor decimals: both become integers, which sort and compare exactly.
    private static void UseSqliteValues(IMutableProperty property, Type type)
    {
        if (type == typeof(DateTimeOffset))
            property.SetValueConverter(new ValueConverter<DateTimeOffset, long>(value => Microseconds.From(value), value => Microseconds.ToInstant(value)));
        else if (type == typeof(decimal))
            property.SetValueConverter(new ValueConverter<decimal, long>(value => Millionths.From(value), value => Millionths.ToDecimal(value)));
    }

    // Npgsql takes instants in UTC only; collation "C" sorts text by code point, as SQLite does.
    private static void UsePostgresValues(IMutableProperty property, Type type)
    {
        if (type == typeof(DateTimeOffset))
        {
            property.SetValueConverter(new ValueConverter<DateTimeOffset, DateTimeOffset>(value => Microseconds.Floor(value), value => value));
        }
        else if (type == typeof(decimal))
        {
            property.SetPrecision(18);
            property.SetScale(6);
            // numeric(18,6) answers 0.035100 where SQLite answers 0.0351: dividing by a 1 of full scale drops the zeros.
            property.SetValueConverter(new ValueConverter<decimal, decimal>(value => value, value => value / 1.0000000000000000000000000000m));
        }
        else if (type == typeof(string))
        {
            property.SetCollation("C");
        }
    }
}
