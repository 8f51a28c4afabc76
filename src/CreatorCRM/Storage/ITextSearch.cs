using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Storage;

/// <summary>
/// Finds rows by words: every word of the query occurs somewhere in the row's <c>SearchText</c>. Rows keep that text as <see cref="TextKey.Fold"/> gives it and
/// the query is folded likewise, so case, accents and styled letters make no difference.
/// </summary>
public interface ITextSearch
{
    /// <param name="db">The context that <paramref name="rows"/> come from.</param>
    /// <param name="rows">Rows with the string properties Workspace, Id and SearchText.</param>
    /// <param name="workspace">The workspace that the rows are restricted to.</param>
    /// <param name="query">What the user typed; null or blank restricts nothing.</param>
    /// <exception cref="InvalidFilterException">Too long, or too many words.</exception>
    IQueryable<TRow> Search<TRow>(DbContext db, IQueryable<TRow> rows, string workspace, string? query) where TRow : class;
}
