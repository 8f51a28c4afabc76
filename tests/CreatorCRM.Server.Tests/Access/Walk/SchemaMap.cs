using GraphQLParser;
using GraphQLParser.AST;

namespace CreatorCRM.Server.Tests.Access.Walk;

/// <summary>The schema as a running server publishes it, and for each of its fields a document that asks for it.</summary>
internal sealed class SchemaMap
{
    private readonly Dictionary<string, Spot[]> _paths = [];
    private readonly Literals _literals;

    public SchemaMap(string sdl)
    {
        var definitions = Parser.Parse(sdl).Definitions.OfType<GraphQLTypeDefinition>().ToList();
        Types = definitions.OfType<IHasFieldsDefinitionNode>().ToDictionary(NameOf);
        Implementations = definitions.OfType<GraphQLObjectTypeDefinition>()
            .SelectMany(type => (type.Interfaces?.Items ?? []).Select(graphInterface => (Interface: graphInterface.Name.StringValue,
                Type: type.Name.StringValue)))
            .ToLookup(pair => pair.Interface, pair => pair.Type);
        Inputs = definitions.OfType<GraphQLInputObjectTypeDefinition>().ToDictionary(type => type.Name.StringValue);
        Enums = definitions.OfType<GraphQLEnumTypeDefinition>().ToDictionary(type => type.Name.StringValue);
        _literals = new Literals(this);
        Explore();
    }

    public IReadOnlyDictionary<string, IHasFieldsDefinitionNode> Types { get; }

    public ILookup<string, string> Implementations { get; }

    public IReadOnlyDictionary<string, GraphQLInputObjectTypeDefinition> Inputs { get; }

    public IReadOnlyDictionary<string, GraphQLEnumTypeDefinition> Enums { get; }

    /// <summary>A document for every field, in the order of their names.</summary>
    /// <param name="ids">Which id to send for a type.</param>
    public IEnumerable<FieldDocument> Documents(Func<string, string> ids) =>
        from type in Types
        from field in type.Value.Fields!.Items
        orderby $"{type.Key}.{field.Name.StringValue}"
        select Document([.. _paths[type.Key], new Spot(type.Key, field)], ids);

    public static string NamedType(GraphQLType type) => type switch
    {
        GraphQLNonNullType some => NamedType(some.Type),
        GraphQLListType list => NamedType(list.Type),
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };

    private static string NameOf(IHasFieldsDefinitionNode type) => ((INamedNode)type).Name.StringValue;

    /// <summary>Finds the shortest way to every type. By node(id) only where there is no other, since it shows but one entity at a time.</summary>
    private void Explore()
    {
        var queue = new Queue<string>();
        foreach (var root in new[] { "Query", "Mutation", "Subscription" }) Reach(root, []);
        Follow(byNode: false);
        queue.Enqueue("Query");
        Follow(byNode: true);

        void Reach(string type, Spot[] path)
        {
            if (!_paths.TryAdd(type, path)) return;
            queue.Enqueue(type);
            foreach (var possible in Implementations[type].Where(_ => path is not [.., { Field: "node" or "nodes" }])) Reach(possible, path);
        }

        void Follow(bool byNode)
        {
            while (queue.TryDequeue(out var type))
            {
                foreach (var field in Types[type].Fields!.Items)
                {
                    var isNode = type == "Query" && field.Name.StringValue is "node" or "nodes";
                    var target = NamedType(field.Type);
                    if (isNode && !byNode) continue;
                    if (Types.ContainsKey(target)) Reach(target, [.. _paths[type], new Spot(type, field)]);
                    if (isNode) foreach (var possible in Implementations[target]) Reach(possible, [new Spot("Query", field)]);
                }
            }
        }
    }

    private FieldDocument Document(Spot[] path, Func<string, string> ids)
    {
        var target = path[^1];
        var text = Types.ContainsKey(NamedType(target.Definition.Type)) ? " { __typename }" : "";
        for (var i = path.Length - 1; i >= 0; i--)
        {
            // What stands within the field asks its type, or one of the types behind the interface.
            var within = i + 1 < path.Length ? path[i + 1].Type : null;
            var declared = NamedType(path[i].Definition.Type);
            var selection = within is null || within == declared ? text : $" {{ ... on {within}{text} }}";
            text = $" {{ {path[i].Field}{_literals.Arguments(path[i].Definition, within, ids)}{selection} }}";
        }
        var operation = path[0].Type.ToLowerInvariant();
        return new FieldDocument($"{target.Type}.{target.Field}", [.. path.Select(spot => $"{spot.Type}.{spot.Field}")],
            $"{operation} {(text.Contains("$file", StringComparison.Ordinal) ? "($file: Upload!)" : "")}{text}");
    }

    private sealed record Spot(string Type, GraphQLFieldDefinition Definition)
    {
        public string Field => Definition.Name.StringValue;
    }
}

/// <param name="Field">Such as Influencer.displayName.</param>
/// <param name="Path">The fields that it takes to get there, and the field itself.</param>
internal sealed record FieldDocument(string Field, IReadOnlyList<string> Path, string Text)
{
    public bool IsLive => Path[0].StartsWith("Subscription.", StringComparison.Ordinal);
}
