using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>One column of an uploaded file and how it will be read.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Header">On one line; null when the column or the file has none.</param>
/// <param name="Platform">Which account a handle or figure belongs to; null leaves it to the row or to the import's default platform.</param>
/// <param name="NumberFormat">Null for a column without numbers.</param>
/// <param name="Multiplier">What the header says each number stands for: 1,000,000 for <c>Subscribers (millions)</c>.</param>
/// <param name="Examples">A few distinct values as they stand in the file.</param>
/// <param name="Problems">What the user should look at before starting, one sentence each.</param>
[GenerateSerializer, Immutable, Alias("import-column")]
public sealed record ColumnProfile(
    int Index,
    string? Header,
    ColumnMeaning Meaning,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Platform>))] Platform? Platform,
    NumberFormat? NumberFormat,
    decimal Multiplier,
    ImmutableArray<string> Examples,
    ImmutableArray<string> Problems)
{
    /// <summary>The header, or the letter that a spreadsheet program shows above the column.</summary>
    public string Name => Header ?? $"column {Letter(Index)}";

    internal static string Letter(int index) => index < 26 ? ((char)('A' + index)).ToString() : Letter(index / 26 - 1) + (char)('A' + index % 26);
}
