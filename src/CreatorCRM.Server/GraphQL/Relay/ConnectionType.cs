using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// What a <see cref="Page{T}"/> looks like in the schema: a Relay connection with the shortcut <c>nodes</c>. A field that returns a page takes a
/// <see cref="PageRequest"/>, which becomes its arguments first, after, last and before.
/// </summary>
public sealed class ConnectionType<T> : ObjectGraphType<Page<T>>
{
    public ConnectionType()
    {
        var node = GraphNames.Of(typeof(T));
        Name = $"{node}Connection";
        Description = $"One page of a list of {node}.";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EdgeType<T>>>>>("edges")
            .Description("The nodes with a cursor on each.")
            .Resolve(context => context.Source.Items);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GraphQLClrOutputTypeReference<T>>>>>("nodes")
            .Description("The nodes of the edges, for those who need no cursor on each.")
            .Resolve(context => context.Source.Items.Select(item => item.Node).ToList());
        Field<NonNullGraphType<PageInfoType>>("pageInfo").Description("Where the page stands in the list.").Resolve(context => PageInfo.Of(context.Source));
        Field<NonNullGraphType<IntGraphType>>("totalCount")
            .Description("How many there are on all pages together. Counted only when asked for.")
            .ResolveAsync(async context => await context.Source.CountTotal(context.CancellationToken));
    }
}

public sealed class EdgeType<T> : ObjectGraphType<PageItem<T>>
{
    public EdgeType()
    {
        Name = $"{GraphNames.Of(typeof(T))}Edge";
        Description = $"One {GraphNames.Of(typeof(T))} in a list.";
        Field<NonNullGraphType<GraphQLClrOutputTypeReference<T>>>("node").Description("What the list is of.").Resolve(context => context.Source.Node);
        Field<NonNullGraphType<StringGraphType>>("cursor").Description("Send it as `after` or `before` to go on from here, in the same order of the list.")
            .Resolve(context => context.Source.Cursor);
    }
}

public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor)
{
    public static PageInfo Of<T>(Page<T> page) => new(
        page.HasNextPage, page.HasPreviousPage, page.Items.Count > 0 ? page.Items[0].Cursor : null, page.Items.Count > 0 ? page.Items[^1].Cursor : null);
}

[AnyCaller]
public sealed class PageInfoType : ObjectGraphType<PageInfo>
{
    public PageInfoType()
    {
        Name = "PageInfo";
        Description = "Where a page stands in its list.";
        Field(info => info.HasNextPage).Description("More comes after this page.");
        Field(info => info.HasPreviousPage).Description("More comes before this page.");
        Field(info => info.StartCursor, nullable: true).Description("The cursor of the first edge; null when the page is empty.");
        Field(info => info.EndCursor, nullable: true).Description("The cursor of the last edge; null when the page is empty.");
    }
}
