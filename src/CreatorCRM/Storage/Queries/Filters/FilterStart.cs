using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Storage.Queries;

/// <summary>An index that leads from a filter's tests to the rows that may pass it.</summary>
/// <param name="Ids">Of all rows that pass these tests, in no order and some perhaps twice.</param>
/// <param name="IsInDefaultOrder">The index has them in the list's default order: they have one value of a column that is
/// <see cref="Indexed.NewestFirst"/>.</param>
internal sealed record FilterStart(IQueryable<string> Ids, bool IsInDefaultOrder)
{
    /// <summary>An index on the tested column finds what passes the test without reading what does not.</summary>
    public static bool IsSought(FilterOperator test) => test is FilterOperator.Eq or FilterOperator.In or FilterOperator.StartsWith
        or FilterOperator.Gt or FilterOperator.Gte or FilterOperator.Lt or FilterOperator.Lte;

    /// <param name="passed">What a row of the workspace must pass.</param>
    /// <param name="id">The id that such a row gives.</param>
    /// <param name="isInDefaultOrder">As the property.</param>
    public static FilterStart Of<T>(DbContext db, string workspace, Expression<Func<T, bool>> passed, Expression<Func<T, string>> id,
        bool isInDefaultOrder = false)
        where T : class =>
        new(db.Set<T>().Where(row => EF.Property<string>(row, "Workspace") == workspace).Where(passed).Select(id), isInDefaultOrder);
}
