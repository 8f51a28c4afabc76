using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Storage.Queries;

/// <summary>Where a compilation stands: the row that is tested, the place in the client's input, and what is left of the limits.</summary>
internal sealed record FilterScope(ParameterExpression Row, DbContext Db, Lazy<DateTimeOffset> Clock, string Path, FilterBudget Budget)
{
    public DateTimeOffset Now() => Clock.Value;

    public FilterScope At(string step) => this with { Path = $"{Path}.{step}" };

    public InvalidFilterException Refuse(string message) => new(Path, message);
}

/// <summary>Bounds the SQL that one filter can become.</summary>
internal sealed class FilterBudget
{
    public const int MaxDepth = 5;
    public const int MaxTests = 50;
    public const int MaxOperands = 100;

    private int _spent;

    /// <summary>Counts a test or a nested filter.</summary>
    public void Spend(FilterScope scope)
    {
        if (++_spent > MaxTests) throw scope.Refuse($"A filter may have at most {MaxTests} tests and nested filters together. Ask for less at once.");
    }
}
