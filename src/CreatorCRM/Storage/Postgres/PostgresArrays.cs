using Npgsql;

namespace CreatorCRM.Storage.Postgres;

/// <summary>Turns one column of many rows into one array parameter.</summary>
internal static class PostgresArrays
{
    public static Array Of(RowTable.Column column, IRow[] rows)
    {
        var type = column.Type == typeof(DateTimeOffset) ? typeof(DateTime) : column.Type;
        var element = type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type;
        var array = Array.CreateInstance(element, rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            var value = column.ValueIn(rows[i]);
            array.SetValue(value is DateTimeOffset instant ? instant.UtcDateTime : value, i);
        }
        return array;
    }

    public static string TypeName(RowTable.Column column) => column.Type switch
    {
        var t when t == typeof(string) => "text",
        var t when t == typeof(long) => "bigint",
        var t when t == typeof(int) => "int",
        var t when t == typeof(bool) => "boolean",
        var t when t == typeof(decimal) => "numeric",
        var t when t == typeof(DateTimeOffset) => "timestamptz",
        var t when t == typeof(DateOnly) => "date",
        var t when t == typeof(byte[]) => "bytea",
        _ => throw new NotSupportedException($"{column.Name}: {column.Type} has no column type yet."),
    };

    public static void Add(this NpgsqlBatch batch, string sql, params Array[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        batch.BatchCommands.Add(command);
    }
}
