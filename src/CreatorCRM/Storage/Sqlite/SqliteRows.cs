using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace CreatorCRM.Storage.Sqlite;

/// <summary>
/// Writes rows of the read model. Of a row that is there only the columns that differ are set: SQLite rewrites the entry of every index that has a column in
/// the SET list, and a list of a dozen orders to page in would make every update a dozen.
/// </summary>
internal sealed class SqliteRows(SqliteConnection connection, IReadOnlyDictionary<Type, RowTable> tables) : IDisposable
{
    private readonly Dictionary<Type, Table> _tables = tables.ToDictionary(entry => entry.Key, entry => new Table(connection, entry.Value));

    public void Write(RowWrite write) => _tables[write.Row.GetType()].Write(write);

    public void Delete(IRow row) => _tables[row.GetType()].Delete(row);

    public void Dispose()
    {
        foreach (var table in _tables.Values) table.Dispose();
    }

    private sealed class Table(SqliteConnection connection, RowTable table) : IDisposable
    {
        private readonly Dictionary<UInt128, SqliteStatement> _updates = [];
        private SqliteStatement? _upsert, _delete;

        public void Write(RowWrite write)
        {
            // A row that should be there and is not (damage, or a restored table) is written whole.
            if (write.Before is { } before && Update(write.Row, before)) return;
            _upsert ??= new SqliteStatement(connection, $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"?{i + 1}"))}) {table.OnConflict}");
            _upsert.Run(Array.ConvertAll(table.Columns, column => column.ValueIn(write.Row)));
        }

        public void Delete(IRow row)
        {
            _delete ??= new SqliteStatement(connection, $"DELETE FROM {table.Name} WHERE {KeyIs(1)}");
            _delete.Run(Array.ConvertAll(table.KeyColumns, column => column.ValueIn(row)));
        }

        public void Dispose()
        {
            _upsert?.Dispose();
            _delete?.Dispose();
            foreach (var statement in _updates.Values) statement.Dispose();
        }

        private bool Update(IRow row, IRow before)
        {
            var values = new List<object?>(table.Columns.Length);
            var changed = UInt128.Zero;
            for (var i = table.KeyColumns.Length; i < table.Columns.Length; i++)
            {
                var value = table.Columns[i].ValueIn(row);
                if (Equals(value, table.Columns[i].ValueIn(before))) continue;
                values.Add(value);
                changed |= UInt128.One << i;
            }
            if (values.Count == 0) return true;
            var statement = Statement(changed, values.Count);
            foreach (var column in table.KeyColumns) values.Add(column.ValueIn(row));
            return statement.Run(CollectionsMarshal.AsSpan(values)) > 0;
        }

        private SqliteStatement Statement(UInt128 changed, int count)
        {
            if (_updates.TryGetValue(changed, out var known)) return known;
            var set = table.Columns.Where((_, i) => (changed >> i & 1) != 0).Select((column, i) => $"{column.Name} = ?{i + 1}");
            var statement = new SqliteStatement(connection, $"UPDATE {table.Name} SET {string.Join(", ", set)} WHERE {KeyIs(count + 1)}");
            _updates.Add(changed, statement);
            return statement;
        }

        private string KeyIs(int from) => string.Join(" AND ", table.KeyColumns.Select((column, i) => $"{column.Name} = ?{from + i}"));
    }
}
