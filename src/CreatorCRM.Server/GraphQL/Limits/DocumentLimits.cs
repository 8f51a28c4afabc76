using GraphQLParser;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Refuses a document by its shape alone, before the engine's validation rules look at it: some of these take quadratic time and more. Every fragment is looked
/// at once, so this takes time in proportion to the document, however large it would unfold.
/// </summary>
internal sealed class DocumentLimits
{
    private const int MaxIntrospectionLists = 2;
    // The engine looks for each by walking through all.
    private const int MaxFragments = 100;

    private readonly GraphQLHostOptions _limits;
    private readonly Dictionary<ROM, GraphQLFragmentDefinition> _fragments = [];
    // Null while its fragment is being looked at.
    private readonly Dictionary<ROM, DocumentShape?> _shapes = [];

    private DocumentLimits(GraphQLDocument document, GraphQLHostOptions limits)
    {
        _limits = limits;
        foreach (var definition in document.Definitions)
            if (definition is GraphQLFragmentDefinition fragment) _fragments.TryAdd(fragment.FragmentName.Name.Value, fragment);
    }

    /// <exception cref="CodedError">An operation is beyond a limit, all of them together are, or a fragment spreads itself.</exception>
    public static void Check(GraphQLDocument document, GraphQLHostOptions limits)
    {
        var check = new DocumentLimits(document, limits);
        if (check._fragments.Count > MaxFragments)
            throw new CodedError(ErrorCodes.TooManyFields,
                $"The document has {check._fragments.Count} fragments; {MaxFragments} are allowed. Ask in several requests.");
        var selections = 0L;
        foreach (var definition in document.Definitions)
        {
            if (definition is not GraphQLOperationDefinition operation) continue;
            foreach (var variable in operation.Variables?.Items ?? []) LargeValues.Check(variable.DefaultValue);
            var shape = check.Of(operation.SelectionSet).With(new DocumentShape(Directives: DirectivesOf(operation)));
            selections += shape.Selections;
            check.Check(shape, selections);
        }
        // Nobody has bounded these, and the engine would look at each of them.
        if (selections > 0 && check._fragments.Keys.FirstOrDefault(name => !check._shapes.ContainsKey(name)) is { IsEmpty: false } unused)
            throw new CodedError(ErrorCodes.ValidationFailed, $"No operation uses the fragment '{unused}'. Spread it, or leave it out.");
    }

    private void Check(in DocumentShape shape, long selections)
    {
        if (selections > _limits.MaxSelections)
            throw new CodedError(ErrorCodes.TooManyFields,
                $"The document has {Count(selections)} fields and spreads once its fragments are followed; {_limits.MaxSelections} are allowed. Spread fewer fragments, or ask in several requests.");
        if (shape.IntrospectionDepth > 0 && !_limits.Introspection)
            throw new CodedError(ErrorCodes.IntrospectionDisabled, "This server does not tell its schema. Ask its operator for the schema's file.");
        if (shape.Depth > _limits.MaxDepth)
            throw new CodedError(ErrorCodes.TooDeep, $"The operation nests {Count(shape.Depth)} fields; {_limits.MaxDepth} are allowed. Ask for the inner objects by their ids in a second request.");
        if (shape.IntrospectionDepth > _limits.MaxIntrospectionDepth || shape.IntrospectionLists > MaxIntrospectionLists || shape.Schemas > 1)
            throw new CodedError(ErrorCodes.TooDeep, $"Introspection may nest {_limits.MaxIntrospectionDepth} fields, among them {MaxIntrospectionLists} lists of types or members, and ask for __schema once; "
                + $"this nests {Count(shape.IntrospectionDepth)} with {Count(shape.IntrospectionLists)} lists and asks {Count(shape.Schemas)} times. Use the usual introspection query.");
        if (shape.Aliases > _limits.MaxAliases)
            throw new CodedError(ErrorCodes.TooManyAliases,
                $"The operation has {Count(shape.Aliases)} aliases; {_limits.MaxAliases} are allowed. Use a list or nodes(ids), or ask in several requests.");
        if (shape.Directives > _limits.MaxDirectives)
            throw new CodedError(ErrorCodes.TooManyDirectives,
                $"The operation has {Count(shape.Directives)} directives; {_limits.MaxDirectives} are allowed. Put one @include around several fields with an inline fragment.");
    }

    private static int DirectivesOf(GraphQLOperationDefinition operation) =>
        (operation.Directives?.Count ?? 0) + (operation.Variables?.Items.Sum(variable => variable.Directives?.Count ?? 0) ?? 0);

    private DocumentShape Of(GraphQLSelectionSet? set)
    {
        var shape = default(DocumentShape);
        foreach (var selection in set?.Selections ?? [])
        {
            shape = shape.With(selection switch
            {
                GraphQLField field => Of(field),
                GraphQLInlineFragment inline => Of(inline.SelectionSet).With(new DocumentShape(Directives: inline.Directives?.Count ?? 0)),
                GraphQLFragmentSpread spread =>
                    Of(spread.FragmentName.Name.Value).With(new DocumentShape(Selections: 1, Directives: spread.Directives?.Count ?? 0)),
                _ => default,
            });
        }
        return shape;
    }

    private DocumentShape Of(GraphQLField field)
    {
        LargeValues.Check(field.Arguments);
        foreach (var directive in field.Directives?.Items ?? []) LargeValues.Check(directive.Arguments);
        return Of(field.SelectionSet).Under(field);
    }

    private DocumentShape Of(ROM name)
    {
        if (_shapes.TryGetValue(name, out var known))
            return known
                ?? throw new CodedError(ErrorCodes.ValidationFailed, $"The fragment '{name}' spreads itself, directly or through others. Take that spread out.");
        // The engine's validation tells of a fragment that is missing.
        if (!_fragments.TryGetValue(name, out var fragment)) return default;
        _shapes[name] = null;
        var shape = Of(fragment.SelectionSet).With(new DocumentShape(Directives: fragment.Directives?.Count ?? 0));
        _shapes[name] = shape;
        return shape;
    }

    private static string Count(long number) => number >= 1_000_000 ? "more than a million" : $"{number}";
}
