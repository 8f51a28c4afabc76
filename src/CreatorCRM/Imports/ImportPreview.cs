using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>How an uploaded file is understood, for the user to confirm or correct before anything is written. Kept with the import: rows are read by
/// it.</summary>
/// <param name="Rows">Rows with data, without header and blank rows.</param>
/// <param name="DefaultPlatform">Where handles live that no header, row or address assigns.</param>
/// <param name="Problems">About the file as a whole, one sentence each.</param>
[GenerateSerializer, Immutable, Alias("import-preview")]
public sealed record ImportPreview(
    int Rows,
    TableLayout Layout,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Platform>))] Platform? DefaultPlatform,
    ImmutableArray<ColumnProfile> Columns,
    ImmutableArray<string> Problems)
{
    /// <summary>As IANA registers it: <c>utf-8</c>, <c>windows-1252</c>, <c>utf-16</c>.</summary>
    public string Encoding => Layout.Encoding;

    public string Delimiter => Layout.Delimiter;

    /// <summary>Examples are for who decides how the file is read. They are personal data, which nobody needs once that is decided.</summary>
    public ImportPreview WithoutExamples() => this with { Columns = [.. Columns.Select(column => column with { Examples = [] })] };

    /// <summary>Null when the file has no header.</summary>
    public int? HeaderRow => Layout.HeaderRow;
}

/// <summary>Where in the file the table stands and how it is written. Rows are numbered as a spreadsheet program shows them, from 1.</summary>
/// <param name="LineBreaksInQuotes">False when a quotation mark is never closed.</param>
/// <param name="HeaderRow">Null when there is none.</param>
/// <param name="FirstRow">The first row below the header, or of all.</param>
/// <param name="LastRow">The last row of this table; another may follow in the file.</param>
[GenerateSerializer, Immutable, Alias("import-layout")]
public sealed record TableLayout(string Encoding, string Delimiter, bool LineBreaksInQuotes, int? HeaderRow, int FirstRow, int LastRow);
