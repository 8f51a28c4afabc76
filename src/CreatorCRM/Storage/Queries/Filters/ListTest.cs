using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CreatorCRM.Storage.Queries;

/// <summary>Tests of the texts in a row's children, each as an EXISTS.</summary>
internal sealed class ListTest<TRow, TChild>(
    Expression<Func<DbContext, TRow, IEnumerable<TChild>>> children, Expression<Func<TChild, string>> text, Func<string, string>? tidy, FilterScope scope)
{
    private readonly Expression _children = ReplacingExpressionVisitor.Replace(
        [children.Parameters[0], children.Parameters[1]], [Expression.Constant(scope.Db, typeof(DbContext)), scope.Row], children.Body);

    public IEnumerable<Expression> Compile(ListFilter list)
    {
        foreach (var wanted in Wanted(list)) yield return Exists(wanted);
        if (list.IsEmpty is not { } isEmpty) yield break;
        scope.Budget.Spend(scope.At("isEmpty"));
        yield return isEmpty ? Expression.Not(Exists()) : Exists();
    }

    /// <summary>What a child must be, for each child that there must be.</summary>
    public IEnumerable<Expression<Func<TChild, bool>>> Wanted(ListFilter list)
    {
        if (list.Contains is { } wanted) yield return OneOf("contains", [wanted]);
        if (list.ContainsAny is { } any) yield return OneOf("containsAny", any);
        foreach (var each in list.ContainsAll ?? []) yield return OneOf("containsAll", [each]);
    }

    private Expression<Func<TChild, bool>> OneOf(string test, IReadOnlyList<string> texts)
    {
        var at = scope.At(test);
        at.Budget.Spend(at);
        if (texts.Count > FilterBudget.MaxOperands) throw at.Refuse($"At most {FilterBudget.MaxOperands} values.");
        foreach (var one in texts) TextTest.Check(one, at);
        if (tidy is not null) texts = [.. texts.Select(tidy)];
        var found = texts.Count == 1 ? Expression.Equal(text.Body, Parameter<string>.Of(texts[0])) : Membership.In(text.Body, texts);
        return Expression.Lambda<Func<TChild, bool>>(found, text.Parameters);
    }

    private MethodCallExpression Exists(params Expression[] condition) =>
        Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [typeof(TChild)], [_children, .. condition]);
}
