using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CreatorCRM.Storage;

/// <summary>Compares rows that the journal tells of with those in the tables, column by column as a writer would have stored them.</summary>
internal sealed class RowCheck(CheckConnection database, DamageList damages, string? workspace)
{
    private const int RowsPerQuery = 200;

    private readonly Dictionary<Type, long> _found = database.Tables.Keys.ToDictionary(type => type, _ => 0L);

    private readonly (string Condition, object[] Values) _which = workspace is null ? ("", []) : (" WHERE workspace = @p0", [workspace]);

    public long Told { get; private set; }

    public async Task Compare(IReadOnlyList<IRow> told, CancellationToken cancel)
    {
        Told += told.Count;
        foreach (var rows in told.GroupBy(row => row.GetType()))
        {
            foreach (var chunk in rows.Chunk(RowsPerQuery)) await Compare(rows.Key, chunk, cancel);
        }
    }

    /// <summary>The tables that hold more rows than the journal tells of.</summary>
    public async Task<IReadOnlyList<Type>> TablesWithExtraRows(CancellationToken cancel)
    {
        var with = new List<Type>();
        foreach (var (type, table) in database.Tables)
        {
            await foreach (var row in database.Read($"SELECT count(*) FROM {table.Name}{_which.Condition}", cancel, _which.Values))
            {
                if (row.GetInt64(0) > _found[type]) with.Add(type);
            }
        }
        return with;
    }

    public async Task ReportExtraRows(Type type, HashSet<UInt128> told, CancellationToken cancel)
    {
        var table = database.Tables[type];
        await foreach (var row in database.Read($"SELECT {table.KeyList} FROM {table.Name}{_which.Condition}", cancel, _which.Values))
        {
            var key = Key(row, table);
            if (!told.Contains(Hash(key))) damages.Add(DamageKind.ExtraRow, table.Name, key, "the journal does not tell of it");
        }
    }

    public UInt128 Hash(IRow row) => Hash(Key(row, database.Tables[row.GetType()]));

    private async Task Compare(Type type, IRow[] told, CancellationToken cancel)
    {
        var table = database.Tables[type];
        var parameters = told.SelectMany(row => table.KeyColumns.Select(column => column.ValueIn(row)!)).ToArray();
        var width = table.KeyColumns.Length;
        var keys = Enumerable.Range(0, told.Length).Select(i => $"({string.Join(", ", Enumerable.Range(i * width, width).Select(p => $"@p{p}"))})");
        var stored = new Dictionary<string, string?[]>(StringComparer.Ordinal);
        await foreach (var row in database.Read($"SELECT {table.ColumnList} FROM {table.Name} WHERE ({table.KeyList}) IN (VALUES {string.Join(", ", keys)})",
            cancel, parameters))
            stored.Add(Key(row, table), [.. table.Columns.Select((_, i) => Text(row.GetValue(i)))]);
        foreach (var row in told)
        {
            var key = Key(row, table);
            if (!stored.TryGetValue(key, out var values))
            {
                damages.Add(DamageKind.MissingRow, table.Name, key, "the journal tells of it");
                continue;
            }
            _found[type]++;
            var differences = table.Columns.Select((column, i) => (column.Name, Told: Text(column.ValueIn(row)), Stored: values[i]))
                .Where(d => d.Told != d.Stored).ToArray();
            if (differences.Length > 0)
                damages.Add(DamageKind.DifferentRow, table.Name, key,
                    string.Join("; ", differences.Select(d => $"{d.Name} is {d.Stored ?? "NULL"}, told as {d.Told ?? "NULL"}")));
        }
    }

    private static string Key(IRow row, RowTable table) => string.Join('/', table.KeyColumns.Select(column => Text(column.ValueIn(row))));

    private static string Key(DbDataReader row, RowTable table) => string.Join('/', table.KeyColumns.Select((_, i) => Text(row.GetValue(i))));

    // 128 bits in place of the key bound the memory; two keys of a database do not meet in them.
    private static UInt128 Hash(string key) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    // One text for a value, whether it comes from a row on its way to the driver or from the driver. Rates are stored in millionths.
    private static string? Text(object? value) => value switch
    {
        null or DBNull => null,
        bool flag => flag ? "1" : "0",
        decimal number => Math.Round(number, 6, MidpointRounding.AwayFromZero).ToString("0.######", CultureInfo.InvariantCulture),
        DateTimeOffset instant => Microseconds.From(instant).ToString(CultureInfo.InvariantCulture),
        DateTime { Kind: DateTimeKind.Utc } instant => Microseconds.From(instant).ToString(CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
