using CreatorCRM.Common;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>The arguments of a connection, and what they mean.</summary>
public static class Paging
{
    public const int DefaultSize = 20;
    public const int MaxSize = 100;

    /// <summary>The same page of what <paramref name="map"/> makes of each node, such as the API's type of a row.</summary>
    public static Page<TResult> Select<T, TResult>(this Page<T> page, Func<T, TResult> map) =>
        new([.. page.Items.Select(item => new PageItem<TResult>(map(item.Node), item.Cursor))], page.HasNextPage, page.HasPreviousPage, page.CountTotal);

    internal static IEnumerable<QueryArgument> Arguments() =>
    [
        new QueryArgument<IntGraphType>
        {
            Name = "first",
            Description = $"How many from the start or after a cursor: 1 to {MaxSize}; {DefaultSize} when neither first nor last is given.",
        },
        new QueryArgument<StringGraphType> { Name = "after", Description = "Only what comes after this cursor." },
        new QueryArgument<IntGraphType> { Name = "last", Description = $"How many from the end or before a cursor: 1 to {MaxSize}." },
        new QueryArgument<StringGraphType> { Name = "before", Description = "Only what comes before this cursor." },
    ];

    /// <summary>The size that a page's arguments ask for. One beyond the bounds is refused when the page is read.</summary>
    internal static int SizeOf(IDictionary<string, ArgumentValue>? arguments) =>
        Math.Clamp(Given(arguments, "first") ?? Given(arguments, "last") ?? DefaultSize, 1, MaxSize);

    private static int? Given(IDictionary<string, ArgumentValue>? arguments, string name) =>
        arguments is not null && arguments.TryGetValue(name, out var argument) ? argument.Value as int? : null;

    internal static PageRequest Request(IResolveFieldContext context)
    {
        var (first, last) = (context.GetArgument<int?>("first"), context.GetArgument<int?>("last"));
        if (first is not null && last is not null) throw InputError.At("Give first or last, not both.", "last");
        if (first is < 1 or > MaxSize) throw InputError.At($"first must be 1 to {MaxSize}, and is {first}.", "first");
        if (last is < 1 or > MaxSize) throw InputError.At($"last must be 1 to {MaxSize}, and is {last}.", "last");
        return new PageRequest(last is null ? first ?? DefaultSize : null, context.GetArgument<string?>("after"), last, context.GetArgument<string?>("before"));
    }
}
