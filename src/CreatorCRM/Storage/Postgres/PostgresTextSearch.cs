using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Storage.Postgres;

/// <summary>
/// Searches by <c>LIKE '%word%'</c>, which a trigram index (pg_trgm) serves for words of three letters and more. EF Core escapes the wildcards.
/// </summary>
public sealed class PostgresTextSearch : ITextSearch
{
    /// <summary>The index of a table with a <c>search_text</c> column. Needs the extension pg_trgm, which a database's owner may create.</summary>
    public static string Schema(string table) => $"""
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE INDEX ix_{table}_search_text ON {table} USING gin (search_text gin_trgm_ops);
        """;

    public IQueryable<TRow> Search<TRow>(DbContext db, IQueryable<TRow> rows, string workspace, string? query) where TRow : class =>
        SearchWords.Of(query).Aggregate(rows, (found, word) => found.Where(row => EF.Property<string>(row, "SearchText").Contains(word)));
}
