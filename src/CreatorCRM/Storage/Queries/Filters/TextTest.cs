using System.Linq.Expressions;
using System.Reflection;
using System.Text;

namespace CreatorCRM.Storage.Queries;

/// <summary>A test of a text as an expression that is never unknown. All comparisons go by code point.</summary>
internal static class TextTest
{
    private static readonly MethodInfo Compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
    private static readonly MethodInfo Contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;

    public static Expression Compile(Expression column, FilterTest<string> test, FilterScope scope)
    {
        foreach (var operand in test.Operands) Check(operand, scope);
        return test.Operator switch
        {
            FilterOperator.IsNull => NullTest.Compile(column, test.Wanted),
            FilterOperator.In => Membership.In(column, test.Operands),
            FilterOperator.NotIn => Membership.NotIn(column, test.Operands),
            FilterOperator.Eq => Expression.Equal(column, Parameter<string>.Of(test.Operands[0])),
            FilterOperator.Ne => Expression.NotEqual(column, Parameter<string>.Of(test.Operands[0])),
            FilterOperator.Contains => Known(column, Expression.Call(column, Contains, Parameter<string>.Of(test.Operands[0]))),
            FilterOperator.StartsWith => Known(column, StartsWith(column, test.Operands[0])),
            _ => throw new NotSupportedException($"{test.Operator} is no test of a text."),
        };
    }

    /// <exception cref="CreatorCRM.Common.InvalidFilterException">No row can hold this text.</exception>
    public static void Check(string text, FilterScope scope)
    {
        if (!StorableText.IsStorable(text)) throw scope.Refuse("The text contains a NUL character or half of a surrogate pair.");
    }

    // A range: SQLite's LIKE would ignore the case of ASCII letters, and an index serves a range.
    private static BinaryExpression StartsWith(Expression column, string prefix)
    {
        var from = Expression.GreaterThanOrEqual(Expression.Call(Compare, column, Parameter<string>.Of(prefix)), Expression.Constant(0));
        return FirstTextBeyond(prefix) is { } end
            ? Expression.AndAlso(from, Expression.LessThan(Expression.Call(Compare, column, Parameter<string>.Of(end)), Expression.Constant(0)))
            : from;
    }

    // The prefix with its last code point raised by one; null when no text is greater than all that begin with it.
    private static string? FirstTextBeyond(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToList();
        while (runes.Count > 0 && runes[^1].Value == 0x10FFFF) runes.RemoveAt(runes.Count - 1);
        if (runes.Count == 0) return null;
        runes[^1] = new Rune(runes[^1].Value == 0xD7FF ? 0xE000 : runes[^1].Value + 1);
        return string.Concat(runes);
    }

    private static BinaryExpression Known(Expression column, Expression comparison) => Expression.AndAlso(NullTest.Compile(column, wanted: false), comparison);
}
