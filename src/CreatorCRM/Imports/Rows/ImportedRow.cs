using System.Collections.Immutable;

namespace CreatorCRM.Imports;

/// <summary>A row of data, read.</summary>
/// <param name="Number">As a spreadsheet program shows it: from 1, counting titles, header and blank rows.</param>
/// <param name="Candidate">Null when the row names nobody, contradicts another row or only repeats the header.</param>
public sealed record ImportedRow(int Number, CandidateInfluencer? Candidate, ImmutableArray<RowProblem> Problems);

/// <summary>Something in a row that the user should know.</summary>
/// <param name="Column">The header, or the column's letter; null when the whole row is meant.</param>
/// <param name="Fatal">The row was left out because of it. Otherwise only the value was, or nothing.</param>
[GenerateSerializer, Immutable, Alias("import-row-problem")]
public sealed record RowProblem(int Row, string? Column, string Message, bool Fatal);
