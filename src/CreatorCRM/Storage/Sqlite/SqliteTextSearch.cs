using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Storage.Sqlite;

/// <summary>
/// Searches in an FTS5 index of trigrams that triggers keep beside the table. Words of one or two letters are in no trigram: they are looked for in the rows
/// that the other words leave.
/// </summary>
public sealed class SqliteTextSearch : ITextSearch
{
    /// <summary>
    /// The index of a table with the columns workspace, id and search_text. A document number of our own ties both together: the table may be WITHOUT ROWID,
    /// and VACUUM may renumber implicit rowids. Write the table with upserts and deletes; INSERT OR REPLACE would bypass the delete trigger.
    /// </summary>
    public static string Schema(string table) => $"""
        CREATE TABLE {table}_documents (
            document INTEGER PRIMARY KEY,
            workspace TEXT NOT NULL,
            id TEXT NOT NULL,
            UNIQUE (workspace, id)
        ) STRICT;
        CREATE VIRTUAL TABLE {table}_search USING fts5(search_text, content='', contentless_delete=1, tokenize="trigram case_sensitive 1");

        CREATE TRIGGER {table}_search_insert AFTER INSERT ON {table} BEGIN
            INSERT INTO {table}_documents (workspace, id) VALUES (new.workspace, new.id);
            INSERT INTO {table}_search (rowid, search_text)
                SELECT document, new.search_text FROM {table}_documents WHERE workspace = new.workspace AND id = new.id;
        END;
        CREATE TRIGGER {table}_search_update AFTER UPDATE OF search_text ON {table} WHEN old.search_text IS NOT new.search_text BEGIN
            UPDATE {table}_search SET search_text = new.search_text
                WHERE rowid = (SELECT document FROM {table}_documents WHERE workspace = new.workspace AND id = new.id);
        END;
        CREATE TRIGGER {table}_search_delete AFTER DELETE ON {table} BEGIN
            DELETE FROM {table}_search WHERE rowid = (SELECT document FROM {table}_documents WHERE workspace = old.workspace AND id = old.id);
            DELETE FROM {table}_documents WHERE workspace = old.workspace AND id = old.id;
        END;
        """;

    public IQueryable<TRow> Search<TRow>(DbContext db, IQueryable<TRow> rows, string workspace, string? query) where TRow : class
    {
        var words = SearchWords.Of(query).ToLookup(SearchWords.IsIndexed);
        if (words[true].Any())
        {
            var found = Documents<TRow>(db, workspace, words[true]);
            rows = rows.Where(row => found.Contains(EF.Property<string>(row, "Id")));
        }
        return words[false].Aggregate(rows, (found, word) => found.Where(row => EF.Property<string>(row, "SearchText").Contains(word)));
    }

    // Quoted, a word is a plain phrase: FTS5 sees no operators in it. Phrases side by side must all occur.
    private static IQueryable<string> Documents<TRow>(DbContext db, string workspace, IEnumerable<string> words)
    {
        var table = db.Model.FindEntityType(typeof(TRow))!.GetTableName();
        var match = string.Join(' ', words.Select(word => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
#pragma warning disable EF1002, EF1003 // The table's name comes from the model; what the user typed is a parameter.
        return db.Database.SqlQueryRaw<string>(
            $$"""
            SELECT d.id AS Value FROM {{table}}_search AS s JOIN {{table}}_documents AS d ON d.document = s.rowid
            WHERE s.search_text MATCH {0} AND d.workspace = {1}
            """,
            match,
            workspace);
#pragma warning restore EF1002, EF1003
    }
}
