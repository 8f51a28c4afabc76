using GraphQL.DataLoader;

namespace CreatorCRM.Server.GraphQL;

[QueryRoot]
public static class NodeQueries
{
    /// <summary>Fetches any entity by its id; null when there is none, or none that you may see.</summary>
    public static IDataLoaderResult<INode?> Node(NodeId id, SchemaParts parts, IServiceProvider services) => Load(id, parts, services);

    /// <summary>Fetches up to 100 entities by their ids, in the order of the ids, with null for those not found.</summary>
    public static IReadOnlyList<IDataLoaderResult<INode?>> Nodes(IReadOnlyList<NodeId> ids, SchemaParts parts, IServiceProvider services, GraphQLHostOptions options) =>
        ids.Count <= options.MaxNodes
            ? [.. ids.Select(id => Load(id, parts, services))]
            : throw InputError.At($"nodes takes at most {options.MaxNodes} ids at once, and got {ids.Count}.", "ids");

    private static IDataLoaderResult<INode?> Load(NodeId id, SchemaParts parts, IServiceProvider services) =>
        parts.NodeLoaders.TryGetValue(id.Type, out var loader)
            ? ((INodeLoader)services.GetRequiredService(loader)).LoadAsync(id.Key).As<INode>()
            : throw InputError.At($"'{id}' is not an id that this API gave out.", "id");
}
