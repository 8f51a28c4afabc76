using CreatorCRM.Server.GraphQL;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CreatorCRM.Server.Access;

/// <summary>The fields that an operation asks for, by itself or by its fragments, each once. What is skipped by a directive counts as well.</summary>
internal sealed class FieldNeeds
{
    private readonly ISchema _schema;
    private readonly ILookup<string, GraphQLFragmentDefinition> _fragments;
    private readonly Dictionary<(string Type, string Field), FieldNeed> _found = [];
    private readonly HashSet<GraphQLFragmentDefinition> _entered = [];

    private FieldNeeds(ValidationContext context)
    {
        _schema = context.Schema;
        _fragments = context.Document.Definitions.OfType<GraphQLFragmentDefinition>()
            .ToLookup(fragment => fragment.FragmentName.Name.StringValue, StringComparer.Ordinal);
    }

    public static IReadOnlyList<FieldNeed> Of(ValidationContext context)
    {
        var needs = new FieldNeeds(context);
        needs.Enter(context.Operation.SelectionSet, context.Schema.RootOf(context.Operation));
        return [.. needs._found.Values];
    }

    // What does not fit the schema is left to the rules that say so.
    private void Enter(GraphQLSelectionSet? selections, IGraphType? type)
    {
        foreach (var selection in selections?.Selections ?? [])
        {
            switch (selection)
            {
                case GraphQLField asked when type is IComplexGraphType owner && owner.Fields.Find(asked.Name) is { } field:
                    // The fields of introspection are not the type's own and need nothing.
                    _found.TryAdd((owner.Name, field.Name), new FieldNeed(owner.Name, field, asked));
                    Enter(asked.SelectionSet, field.ResolvedType?.GetNamedType());
                    break;
                case GraphQLInlineFragment inline:
                    Enter(inline.SelectionSet, inline.TypeCondition is { } condition ? _schema.AllTypes[condition.Type.Name] : type);
                    break;
                case GraphQLFragmentSpread spread:
                    foreach (var fragment in _fragments[spread.FragmentName.Name.StringValue].Where(_entered.Add))
                        Enter(fragment.SelectionSet, _schema.AllTypes[fragment.TypeCondition.Type.Name]);
                    break;
            }
        }
    }
}

/// <param name="Type">On which type it is asked for: the object's, or an interface's.</param>
/// <param name="Asked">Where in the document it stands first.</param>
internal sealed record FieldNeed(string Type, FieldType Field, GraphQLField Asked);
