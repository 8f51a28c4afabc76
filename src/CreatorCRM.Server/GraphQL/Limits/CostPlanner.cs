using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Makes the plan of a valid operation. It depends on the document alone, so it is made once for a document that is remembered.</summary>
internal sealed class CostPlanner(ISchema schema, GraphQLDocument document)
{
    public static CostPlan Plan(ValidationContext context)
    {
        var (operation, root) = (context.Operation, context.Schema.RootOf(context.Operation)!);
        return new CostPlan(null, CostKind.Free, new CostPlanner(context.Schema, context.Document).Below([operation.SelectionSet], root));
    }

    // Fields of one name and parent are one field, whichever fragments they come from: validation has made sure of it.
    private List<CostPlan> Below(IEnumerable<GraphQLSelectionSet> sets, IGraphType parent)
    {
        var (fields, seen) = (new Dictionary<(ROM, IGraphType), List<GraphQLField>>(), new HashSet<ROM>());
        foreach (var set in sets) Collect(set, parent, fields, seen);
        var plans = new List<CostPlan>();
        foreach (var ((_, type), same) in fields)
            if (type is IComplexGraphType complex && Of(same, complex) is { } plan) plans.Add(plan);
        return plans;
    }

    private void Collect(GraphQLSelectionSet set, IGraphType parent, Dictionary<(ROM, IGraphType), List<GraphQLField>> fields, HashSet<ROM> seen)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case GraphQLField field:
                    var key = (field.Alias?.Name.Value ?? field.Name.Value, parent);
                    if (!fields.TryGetValue(key, out var same)) fields[key] = same = [];
                    same.Add(field);
                    break;
                case GraphQLInlineFragment inline:
                    Collect(inline.SelectionSet, inline.TypeCondition is { } condition ? Named(condition) : parent, fields, seen);
                    break;
                case GraphQLFragmentSpread spread when seen.Add(spread.FragmentName.Name.Value):
                    var fragment = document.FindFragmentDefinition(spread.FragmentName.Name.Value)!;
                    Collect(fragment.SelectionSet, Named(fragment.TypeCondition), fields, seen);
                    break;
            }
        }
    }

    /// <summary>Null when it is free, and all below.</summary>
    private CostPlan? Of(List<GraphQLField> same, IComplexGraphType parent)
    {
        var field = same[0];
        if (field.Name.Value == schema.SchemaMetaFieldType.Name || field.Name.Value == schema.TypeMetaFieldType.Name)
            return new CostPlan(field, CostKind.Introspection, []);
        if (parent.Fields.Find(field.Name.Value) is not { ResolvedType: { } type } definition) return null;
        var named = type.GetNamedType();
        var work = IsPage(parent) && definition.Name == "totalCount" ? CostPlan.Total : CostsAttribute.Of(definition);
        if (named.IsLeafType()) return work > 0 ? new CostPlan(field, CostKind.Free, [], work) : null;
        var below = Below(same.Select(one => one.SelectionSet).OfType<GraphQLSelectionSet>(), named);
        return new CostPlan(field, KindOf(definition, type, parent), below, work);
    }

    private CostKind KindOf(FieldType field, IGraphType type, IComplexGraphType parent)
    {
        var isList = (type is NonNullGraphType nonNull ? nonNull.ResolvedType : type) is ListGraphType;
        if (parent == schema.Mutation || parent == schema.Subscription) return CostKind.RootChange;
        if (field.Arguments?.Find("first") is not null && field.Arguments.Find("last") is not null) return CostKind.Page;
        if (isList && IsPage(parent)) return CostKind.PageItems;
        if (Is(parent, typeof(EdgeType<>)) || type.GetNamedType() is PageInfoType) return CostKind.Free;
        if (isList) return field.Arguments?.Find("ids") is null ? CostKind.List : CostKind.Ids;
        return parent == schema.Query ? CostKind.RootObject : CostKind.Object;
    }

    private static bool IsPage(IGraphType type) => Is(type, typeof(ConnectionType<>));

    private static bool Is(IGraphType type, Type generic) => type.GetType() is { IsGenericType: true } own && own.GetGenericTypeDefinition() == generic;

    private IGraphType Named(GraphQLTypeCondition condition) => schema.AllTypes[condition.Type.Name.Value]!;
}
