using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace CreatorCRM.Storage.Queries;

/// <summary>Which column each field of a filter tests. Build it once and keep it in a static field.</summary>
public sealed class FilterMap<TFilter, TRow> where TFilter : Filter<TFilter> where TRow : class
{
    private readonly List<Func<TFilter, FilterScope, IEnumerable<Expression>>> _fields = [];
    private readonly List<Func<TFilter, FilterScope, string, IEnumerable<FilterStart>>> _starts = [];

    /// <summary>The columns that are <see cref="Indexed.ByValue"/>.</summary>
    internal HashSet<string> ByValue { get; } = [];

    /// <summary>A number, instant, day, yes or no, or named value.</summary>
    /// <param name="indexed">Whether an index serves the column: see <see cref="Starts"/>.</param>
    public FilterMap<TFilter, TRow> Field<TValue>(
        Expression<Func<TFilter, IValueFilter<TValue>?>> field, Expression<Func<TRow, TValue?>> column, Indexed indexed = Indexed.No)
        where TValue : struct =>
        Index(column, indexed).Tests(field, (test, scope) => ValueTest.Compile(Column(column, scope), test, scope), indexed);

    /// <summary>A text or an id, compared by code point.</summary>
    /// <param name="folded">The column that keeps the text as <see cref="TextKey.Fold"/> gives it: `contains` and `startsWith` then ignore case and
    /// accents.</param>
    /// <param name="indexed">Whether an index serves the column, or the folded one if there is one: see <see cref="Starts"/>.</param>
    public FilterMap<TFilter, TRow> Field(
        Expression<Func<TFilter, IValueFilter<string>?>> field, Expression<Func<TRow, string?>> column, Expression<Func<TRow, string?>>? folded = null,
        Indexed indexed = Indexed.No) =>
        Index(folded ?? column, indexed).Tests(field, (test, scope) =>
        {
            if (folded is null || test.Operator is not (FilterOperator.Contains or FilterOperator.StartsWith))
                return TextTest.Compile(Column(column, scope), test, scope);
            // Folding would drop what cannot be stored, and find everything.
            foreach (var operand in test.Operands) TextTest.Check(operand, scope);
            return TextTest.Compile(Column(folded, scope), test with { Operands = [.. test.Operands.Select(TextKey.Fold)] }, scope);
        }, indexed, folded is null ? FilterStart.IsSought : test => test == FilterOperator.StartsWith);

    /// <summary>A list of texts that is kept in rows of its own.</summary>
    /// <param name="children">A row's children: a navigation, or a query of the context's that compares workspace and id with the row's.</param>
    /// <param name="text">The text that a child keeps.</param>
    /// <param name="tidy">What was done to the text when it was kept, such as lower-casing; done to what clients look for, too.</param>
    /// <param name="parent">The id of the row whose child it is, if an index begins with workspace and text: see <see cref="Starts"/>.</param>
    public FilterMap<TFilter, TRow> List<TChild>(
        Expression<Func<TFilter, ListFilter?>> field, Expression<Func<DbContext, TRow, IEnumerable<TChild>>> children, Expression<Func<TChild, string>> text,
        Func<string, string>? tidy = null, Expression<Func<TChild, string>>? parent = null)
        where TChild : class
    {
        var name = NameOf(field);
        var read = field.Compile();
        _fields.Add((filter, scope) => read(filter) is { } list ? new ListTest<TRow, TChild>(children, text, tidy, scope.At(name)).Compile(list) : []);
        if (parent is not null)
        {
            _starts.Add((filter, scope, workspace) => read(filter) is not { } list ? []
                : new ListTest<TRow, TChild>(children, text, tidy, scope.At(name)).Wanted(list)
                    .Select(wanted => FilterStart.Of(scope.Db, workspace, wanted, parent)));
        }
        return this;
    }

    /// <summary>A value that is kept in rows of their own: one child passes all tests of the field.</summary>
    /// <param name="children">As for a list.</param>
    /// <param name="parent">The id of the row whose child it is, if an index begins with workspace and column: see <see cref="Starts"/>.</param>
    public FilterMap<TFilter, TRow> Any<TChild, TValue>(
        Expression<Func<TFilter, IValueFilter<TValue>?>> field, Expression<Func<DbContext, TRow, IEnumerable<TChild>>> children,
        Expression<Func<TChild, TValue?>> column,
        Expression<Func<TChild, string>>? parent = null)
        where TChild : class
        where TValue : struct =>
        Any(field, children, column, ValueTest.Compile, parent);

    /// <inheritdoc cref="Any{TChild, TValue}(Expression{Func{TFilter, IValueFilter{TValue}}}, Expression{Func{DbContext, TRow, IEnumerable{TChild}}}, Expression{Func{TChild, TValue?}}, Expression{Func{TChild, string}}?)"/>
    public FilterMap<TFilter, TRow> Any<TChild>(
        Expression<Func<TFilter, IValueFilter<string>?>> field, Expression<Func<DbContext, TRow, IEnumerable<TChild>>> children,
        Expression<Func<TChild, string?>> column,
        Expression<Func<TChild, string>>? parent = null)
        where TChild : class =>
        Any(field, children, column, TextTest.Compile, parent);

    /// <summary>A value that depends on when one looks, so that no column holds it: a test becomes a condition on columns that do not.</summary>
    /// <param name="indexed">An index serves a comparison with one value, in no list's order: see <see cref="Starts"/>.</param>
    public FilterMap<TFilter, TRow> At<TValue>(
        Expression<Func<TFilter, IValueFilter<TValue>?>> field, Func<FilterTest<TValue>, DateTimeOffset, Expression<Func<TRow, bool>>> condition,
        bool indexed = false) =>
        Tests(field, (test, scope) =>
        {
            var passed = condition(test, scope.Now());
            return ReplacingExpressionVisitor.Replace(passed.Parameters[0], scope.Row, passed.Body);
        }, indexed ? Indexed.ByValue : Indexed.No, test => test != FilterOperator.In && FilterStart.IsSought(test));

    /// <summary>The condition for <c>Where</c>. Values become SQL parameters.</summary>
    /// <param name="filter">Null restricts nothing.</param>
    /// <param name="db">The context whose rows are filtered.</param>
    /// <param name="now">When one looks; null: when it is by the clock of the program whose context it is, if anything depends on it.</param>
    /// <param name="path">Where the filter stands in the client's input.</param>
    /// <exception cref="InvalidFilterException">Too deep, too many tests, too long a list, or a value that the column cannot hold.</exception>
    public Expression<Func<TRow, bool>> Compile(TFilter? filter, DbContext db, DateTimeOffset? now = null, string path = "filter")
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var condition = filter is null ? Expression.Constant(true) : Compile(filter, Scope(row, db, now, path), depth: 0);
        return Expression.Lambda<Func<TRow, bool>>(condition, row);
    }

    /// <summary>What an index finds of the tests that all rows must pass. Whatever the filter finds is in each of them.</summary>
    /// <param name="filter">One that compiles.</param>
    internal IEnumerable<FilterStart> Starts(TFilter? filter, DbContext db, string workspace, DateTimeOffset? now) => filter is null ? []
        : _starts.SelectMany(start => start(filter, Scope(Expression.Parameter(typeof(TRow), "row"), db, now, "filter"), workspace))
            .Concat((filter.And ?? []).SelectMany(nested => Starts(nested, db, workspace, now)));

    private static FilterScope Scope(ParameterExpression row, DbContext db, DateTimeOffset? now, string path) =>
        new(row, db, new Lazy<DateTimeOffset>(() => now ?? db.GetService<TimeProvider>().GetUtcNow()), path, new FilterBudget());

    private Expression Compile(TFilter filter, FilterScope scope, int depth)
    {
        if (depth > FilterBudget.MaxDepth) throw scope.Refuse($"and, or and not may nest at most {FilterBudget.MaxDepth} deep.");
        if (depth > 0) scope.Budget.Spend(scope);
        var conditions = _fields.SelectMany(field => field(filter, scope)).ToList();
        conditions.AddRange(Nested(filter.And, "and"));
        if (filter.Or is { Count: > 0 }) conditions.Add(Nested(filter.Or, "or").Aggregate(Expression.OrElse));
        if (filter.Not is not null) conditions.Add(Expression.Not(Compile(filter.Not, scope.At("not"), depth + 1)));
        return conditions.Count == 0 ? Expression.Constant(true) : conditions.Aggregate(Expression.AndAlso);

        IEnumerable<Expression> Nested(IReadOnlyList<TFilter>? filters, string name) =>
            (filters ?? []).Select((nested, index) => Compile(nested, scope.At($"{name}.{index}"), depth + 1));
    }

    private FilterMap<TFilter, TRow> Any<TChild, TValue, TColumn>(
        Expression<Func<TFilter, IValueFilter<TValue>?>> field, Expression<Func<DbContext, TRow, IEnumerable<TChild>>> children,
        Expression<Func<TChild, TColumn>> column,
        Func<Expression, FilterTest<TValue>, FilterScope, Expression> compile, Expression<Func<TChild, string>>? parent)
        where TChild : class
    {
        var name = NameOf(field);
        var read = field.Compile();
        _fields.Add((filter, scope) => read(filter)?.Tests(scope.Now).ToList() is { Count: > 0 } tests ? [Exists(tests, scope)] : []);
        if (parent is not null)
        {
            _starts.Add((filter, scope, workspace) => read(filter)?.Tests(scope.Now).ToList() is { } tests
                && tests.Exists(test => FilterStart.IsSought(test.Operator))
                ? [FilterStart.Of(scope.Db, workspace, Passed(tests, scope), parent)] : []);
        }
        return this;

        Expression<Func<TChild, bool>> Passed(List<FilterTest<TValue>> tests, FilterScope scope) =>
            Expression.Lambda<Func<TChild, bool>>(tests.Select(test => compile(column.Body, test, Spend(test, name, scope))).Aggregate(Expression.AndAlso),
                column.Parameters);

        Expression Exists(List<FilterTest<TValue>> tests, FilterScope scope)
        {
            var rows = ReplacingExpressionVisitor.Replace([children.Parameters[0], children.Parameters[1]],
                [Expression.Constant(scope.Db, typeof(DbContext)), scope.Row], children.Body);
            return Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [typeof(TChild)], rows, Passed(tests, scope));
        }
    }

    private FilterMap<TFilter, TRow> Index(LambdaExpression column, Indexed indexed)
    {
        if (indexed == Indexed.ByValue)
            ByValue.Add(OrderWalk.ColumnOf(column.Body) ?? throw new ArgumentException($"{column} is not a column.", nameof(column)));
        return this;
    }

    private FilterMap<TFilter, TRow> Tests<TValue>(
        Expression<Func<TFilter, IValueFilter<TValue>?>> field, Func<FilterTest<TValue>, FilterScope, Expression> compile, Indexed indexed,
        Func<FilterOperator, bool>? isSought = null)
    {
        var name = NameOf(field);
        var read = field.Compile();
        _fields.Add((filter, scope) => (read(filter)?.Tests(scope.Now) ?? []).Select(test => Compiled(test, scope)));
        isSought ??= FilterStart.IsSought;
        if (indexed != Indexed.No)
        {
            _starts.Add((filter, scope, workspace) => read(filter)?.Tests(scope.Now).ToList() is { } tests && tests.Exists(test => isSought(test.Operator))
                ? [FilterStart.Of(scope.Db, workspace, Passed(tests, scope), row => EF.Property<string>(row, "Id"),
                    isInDefaultOrder: indexed == Indexed.NewestFirst && tests.TrueForAll(test => test.Operator == FilterOperator.Eq))] : []);
        }
        return this;

        Expression<Func<TRow, bool>> Passed(List<FilterTest<TValue>> tests, FilterScope scope) =>
            Expression.Lambda<Func<TRow, bool>>(tests.Select(test => Compiled(test, scope)).Aggregate(Expression.AndAlso), scope.Row);

        Expression Compiled(FilterTest<TValue> test, FilterScope scope) => compile(test, Spend(test, name, scope));
    }

    private static FilterScope Spend<TValue>(FilterTest<TValue> test, string name, FilterScope scope)
    {
        var at = scope.At($"{name}.{FieldName.Of(test.Operator.ToString())}");
        at.Budget.Spend(at);
        return test.Operands.Count <= FilterBudget.MaxOperands ? at : throw at.Refuse($"At most {FilterBudget.MaxOperands} values.");
    }

    private static Expression Column<TValue>(Expression<Func<TRow, TValue>> column, FilterScope scope) =>
        ReplacingExpressionVisitor.Replace(column.Parameters[0], scope.Row, column.Body);

    private static string NameOf(LambdaExpression field) => field.Body switch
    {
        MemberExpression member => FieldName.Of(member.Member.Name),
        UnaryExpression { Operand: MemberExpression member } => FieldName.Of(member.Member.Name),
        _ => throw new ArgumentException($"{field} is not a field of the filter.", nameof(field)),
    };
}
