using System.Collections;
using GraphQL.Execution;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// What an operation will cost, known before it runs. One point for every object that can be in the answer, and more for what the database must count:
/// <list type="bullet">
/// <item>a page (connection) is one, and each of its nodes is one more for the size that was asked for, 20 without one;</item>
/// <item>a <c>totalCount</c> is 50 and statistics are 100, whatever they find, and one for each further object that they are of: these are counted at once;</item>
/// <item>a list without a size counts as five objects, which is more than most have, <c>nodes(ids)</c> as many as ids;</item>
/// <item>what lies below a list or page is multiplied by its size; scalars, enums and <c>pageInfo</c> are free;</item>
/// <item>a mutation is 10 with its payload, a subscription is 10 when it starts, and each event one and what lies below as it is sent;</item>
/// <item><c>__schema</c> is 100 and <c>__type</c> 10, with all they hold. No operation costs less than one.</item>
/// </list>
/// The nodes of an operation are counted alike: the objects at its root and those of its pages and lists. What @skip and @include leave out counts, and so
/// does a page that turns out to be shorter: but for lists, it is the most that the operation can ask for. The idea is that of Shopify's and GitHub's public
/// APIs and of IBM's cost directives (https://ibm.github.io/graphql-specs/cost-spec.html).
/// </summary>
/// <param name="work">The points of what is done for it besides loading objects.</param>
internal sealed class CostPlan(GraphQLField? field, CostKind kind, IReadOnlyList<CostPlan> below, int work = 0)
{
    internal const int Change = 10;
    internal const int Schema = 100;
    internal const int SchemaType = 10;
    internal const int UnknownSize = 5;
    internal const int Total = 50;
    internal const int Statistics = 100;

    /// <summary>The part that depends on the variables: multiplies sizes, and looks at nothing else of the document.</summary>
    /// <param name="arguments">By field, as the engine has read them; null when there are none.</param>
    public OperationSize Measure(IReadOnlyDictionary<GraphQLField, IDictionary<string, ArgumentValue>>? arguments)
    {
        var size = default(OperationSize);
        Add(ref size, 1, 1, arguments);
        return size with { Cost = Math.Max(1, size.Cost) };
    }

    /// <param name="times">How many objects there may be that this is a field of.</param>
    /// <param name="page">How many nodes each has, if it is a page.</param>
    private void Add(ref OperationSize size, double times, double page, IReadOnlyDictionary<GraphQLField, IDictionary<string, ArgumentValue>>? arguments)
    {
        var given = field is null ? null : arguments?.GetValueOrDefault(field);
        var own = 1.0;
        // The objects of a page are counted for together.
        if (work > 0) size = size with { Cost = size.Cost + work + times - 1 };
        switch (kind)
        {
            case CostKind.Page:
                own = Paging.SizeOf(given);
                size = new OperationSize(size.Cost + times, size.Nodes + (times * own));
                break;
            case CostKind.PageItems:
                times *= page;
                size = size with { Cost = size.Cost + times };
                break;
            case CostKind.Ids:
                times *= given is not null && given.TryGetValue("ids", out var ids) && ids.Value is ICollection list ? Math.Max(1, list.Count) : 1;
                size = new OperationSize(size.Cost + times, size.Nodes + times);
                break;
            case CostKind.List:
                times *= UnknownSize;
                size = new OperationSize(size.Cost + times, size.Nodes + times);
                break;
            case CostKind.RootObject:
                size = new OperationSize(size.Cost + times, size.Nodes + times);
                break;
            case CostKind.Object:
                size = size with { Cost = size.Cost + times };
                break;
            case CostKind.RootChange:
                size = new OperationSize(size.Cost + Change, size.Nodes + 1);
                break;
            case CostKind.Introspection:
                size = size with { Cost = size.Cost + (field!.Name.Value == "__schema" ? Schema : SchemaType) };
                break;
        }
        foreach (var part in below) part.Add(ref size, times, own, arguments);
    }
}

/// <summary>What a field multiplies or adds.</summary>
internal enum CostKind
{
    /// <summary>Nothing of its own, such as the node of an edge.</summary>
    Free,
    Object,
    RootObject,
    RootChange,
    List,
    Ids,
    Page,
    PageItems,
    Introspection,
}

/// <summary>As floating point numbers, since what is multiplied has no bound.</summary>
internal readonly record struct OperationSize(double Cost, double Nodes);
