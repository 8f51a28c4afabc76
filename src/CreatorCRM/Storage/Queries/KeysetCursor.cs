using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CreatorCRM.Storage.Queries;

/// <summary>
/// A place in an ordered list: the keys and the id of a row, whether or not that row still exists. As text the base64url of
/// <c>[check, order, values]</c>. The check tells an altered or cut cursor from a whole one; it is no secret, since a cursor gives access to nothing.
/// </summary>
internal static class KeysetCursor
{
    private const int MaxLength = 8_192;

    public static string Write<TRow>(KeysetOrder<TRow> order, TRow row) =>
        Encode(order.Signature, JsonSerializer.SerializeToElement(order.KeysAndId.Select(key => key.Read(row)).ToArray()));

    /// <returns>A value per key and the id's; null for no cursor.</returns>
    /// <exception cref="InvalidCursorException">Altered, or made for another list or order.</exception>
    public static JsonElement[]? Read<TRow>(KeysetOrder<TRow> order, string? cursor)
    {
        if (cursor is null) return null;
        var (signature, values) = Decode(cursor);
        if (signature != order.Signature)
            throw new InvalidCursorException("This cursor belongs to another list or another order. Keep filter, query and orderBy while paging, or start again without a cursor.");
        var keys = order.KeysAndId.ToArray();
        try
        {
            if (values.Length != keys.Length) throw new FormatException("Another number of keys.");
            foreach (var (key, value) in keys.Zip(values)) key.Check(value);
            return values;
        }
        catch (FormatException)
        {
            throw Altered();
        }
    }

    private static (string Signature, JsonElement[] Values) Decode(string cursor)
    {
        if (cursor.Length > MaxLength) throw Altered();
        try
        {
            var parts = JsonSerializer.Deserialize<JsonElement[]>(Base64Url.DecodeFromChars(cursor));
            if (parts is not [{ ValueKind: JsonValueKind.String }, { ValueKind: JsonValueKind.String } order, { ValueKind: JsonValueKind.Array } values])
                throw Altered();
            var signature = order.GetString()!;
            // Compared as text: the same values written in another way (\u7c73 for \u7C73) are not a cursor that was given out either.
            return Encode(signature, values) == cursor ? (signature, [.. values.EnumerateArray()]) : throw Altered();
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            throw Altered();
        }
    }

    private static string Encode(string signature, JsonElement values) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new object[] { Check(signature, values), signature, values }));

    private static string Check(string signature, JsonElement values) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(signature + JsonSerializer.Serialize(values))).AsSpan(0, 6));

    private static InvalidCursorException Altered() =>
        new("This is not a cursor of this list. Use a cursor exactly as an edge or pageInfo gave it, or start again without one.");
}
