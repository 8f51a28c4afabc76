using System.Globalization;
using CreatorCRM.Server.Access;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Anybody may ask; which types they get is the rule of each type.</summary>
[QueryRoot]
[AnyCaller]
public static class NodeQueries
{
    /// <summary>Fetches any entity by its id; null when there is none, or none that you may see.</summary>
    public static IDataLoaderResult<INode?> Node(NodeId id, IResolveFieldContext context, SchemaParts parts) => Load(id, context, parts, "id");

    /// <summary>
    /// Fetches up to 100 entities by their ids, in the order of the ids, with null for those not found, and null and an error for what is no id.
    /// </summary>
    public static IReadOnlyList<IDataLoaderResult<INode?>> Nodes([RawId] IReadOnlyList<string> ids, IResolveFieldContext context, SchemaParts parts,
        GraphQLHostOptions options) =>
        ids.Count <= options.MaxNodes
            ? [.. ids.Select((id, index) => LoadOne(id, index, context, parts))]
            : throw InputError.At($"nodes takes at most {options.MaxNodes} ids at once, and got {ids.Count}.", "ids");

    // Also that there is such an entity is nothing for those who may not read its type.
    private static IDataLoaderResult<INode?> Load(NodeId id, IResolveFieldContext context, SchemaParts parts, params string[] input)
    {
        if (!parts.NodeLoaders.TryGetValue(id.Type, out var loader)) throw InputError.At($"'{id}' is not an id that this API gave out.", input);
        var services = context.RequestServices!;
        services.GetRequiredService<Caller>().Demand(id.Type, ((IObjectGraphType)context.Schema.AllTypes[id.Type]!).Fields.Find("id")!);
        return ((INodeLoader)services.GetRequiredService(loader)).LoadAsync(id.Key).As<INode>();
    }

    // One bad id costs its own entry, not the others: the engine asks each result and puts an error in the place of one that fails.
    private static IDataLoaderResult<INode?> LoadOne(string id, int index, IResolveFieldContext context, SchemaParts parts)
    {
        var input = new[] { "ids", index.ToString(CultureInfo.InvariantCulture) };
        try
        {
            return Load(NodeId.Parse(id), context, parts, input);
        }
        catch (FormatException problem)
        {
            return Failed(InputError.At(problem.Message, input));
        }
        catch (ExecutionError problem)
        {
            return Failed(problem);
        }
    }

    private static LoaderResult<INode?> Failed(ExecutionError problem) => new(_ => Task.FromException<INode?>(problem));
}
