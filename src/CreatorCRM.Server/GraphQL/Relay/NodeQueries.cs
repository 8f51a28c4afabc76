using System.Globalization;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.GraphQL;

[QueryRoot]
public static class NodeQueries
{
    /// <summary>Fetches any entity by its id; null when there is none, or none that you may see.</summary>
    public static IDataLoaderResult<INode?> Node(NodeId id, SchemaParts parts, IServiceProvider services) => Load(id, parts, services, "id");

    /// <summary>Fetches up to 100 entities by their ids, in the order of the ids, with null for those not found, and null and an error for what is no id.</summary>
    public static IReadOnlyList<IDataLoaderResult<INode?>> Nodes([RawId] IReadOnlyList<string> ids, SchemaParts parts, IServiceProvider services, GraphQLHostOptions options) =>
        ids.Count <= options.MaxNodes
            ? [.. ids.Select((id, index) => LoadOne(id, index, parts, services))]
            : throw InputError.At($"nodes takes at most {options.MaxNodes} ids at once, and got {ids.Count}.", "ids");

    private static IDataLoaderResult<INode?> Load(NodeId id, SchemaParts parts, IServiceProvider services, params string[] input) =>
        parts.NodeLoaders.TryGetValue(id.Type, out var loader)
            ? ((INodeLoader)services.GetRequiredService(loader)).LoadAsync(id.Key).As<INode>()
            : throw InputError.At($"'{id}' is not an id that this API gave out.", input);

    // One bad id costs its own entry, not the others: the engine asks each result and puts an error in the place of one that fails.
    private static IDataLoaderResult<INode?> LoadOne(string id, int index, SchemaParts parts, IServiceProvider services)
    {
        var input = new[] { "ids", index.ToString(CultureInfo.InvariantCulture) };
        try
        {
            return Load(NodeId.Parse(id), parts, services, input);
        }
        catch (FormatException problem)
        {
            return Failed(InputError.At(problem.Message, input));
        }
        catch (InputError problem)
        {
            return Failed(problem);
        }
    }

    private static LoaderResult<INode?> Failed(InputError problem) => new(_ => Task.FromException<INode?>(problem));
}
