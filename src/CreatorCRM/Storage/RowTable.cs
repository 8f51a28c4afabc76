using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CreatorCRM.Storage;

/// <summary>How rows of one type become column values, taken from EF Core's model so that reading and writing cannot differ.</summary>
public sealed class RowTable
{
    public RowTable(IEntityType entity)
    {
        Name = entity.GetTableName()!;
        var key = entity.FindPrimaryKey()!.Properties;
        Columns = [.. key.Concat(entity.GetProperties().Where(property => !property.PropertyInfo!.IsDefined(typeof(KeptByTriggersAttribute))).Except(key)
            .OrderBy(property => property.Name, StringComparer.Ordinal)).Select(property => new Column(property))];
        KeyColumns = Columns[..key.Count];
        ColumnList = Names(Columns);
        OnConflict = Columns.Length == key.Count
            ? $"ON CONFLICT ({KeyList}) DO NOTHING"
            : $"ON CONFLICT ({KeyList}) DO UPDATE SET {string.Join(", ", Columns.Skip(key.Count).Select(column => $"{column.Name} = excluded.{column.Name}"))}";
    }

    public string Name { get; }

    /// <summary>The key's columns first, in its order.</summary>
    public Column[] Columns { get; }

    public Column[] KeyColumns { get; }

    public string ColumnList { get; }

    public string KeyList => Names(KeyColumns);

    /// <summary>The tail of an upsert, the same on both engines.</summary>
    public string OnConflict { get; }

    public static Dictionary<Type, RowTable> ReadFrom(IModel model) =>
        ReadModel.RowTypes.ToDictionary(type => type, type => new RowTable(model.FindEntityType(type)!));

    private static string Names(Column[] columns) => string.Join(", ", columns.Select(column => column.Name));

    /// <summary>One column: its name, the type that the database driver gets, and how to read it from a row.</summary>
    public sealed class Column
    {
        private readonly Func<IRow, object?> _read;
        private readonly Func<object?, object?>? _convert;

        public Column(IProperty property)
        {
            Name = property.GetColumnName();
            var converter = property.GetTypeMapping().Converter;
            Type = converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            Type = Nullable.GetUnderlyingType(Type) ?? Type;
            var row = Expression.Parameter(typeof(IRow));
            _read = Expression.Lambda<Func<IRow, object?>>(
                Expression.Convert(Expression.Property(Expression.Convert(row, property.DeclaringType.ClrType), property.PropertyInfo!), typeof(object)),
                row).Compile();
            _convert = converter?.ConvertToProvider;
        }

        public string Name { get; }

        public Type Type { get; }

        /// <summary>Null for SQL's NULL.</summary>
        public object? ValueIn(IRow row)
        {
            var value = _read(row);
            return value is null || _convert is null ? value : _convert(value);
        }
    }
}
