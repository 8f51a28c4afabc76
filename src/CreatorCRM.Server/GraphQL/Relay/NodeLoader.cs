using GraphQL.DataLoader;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Loads entities by their keys and, by existing, makes their type reachable through <c>node(id)</c> and <c>nodes(ids)</c>.
/// The keys are what <see cref="NodeId.Of{T}"/> was given; those that mean nothing in the caller's workspace are left out.
/// </summary>
public abstract class NodeLoader<T> : BatchLoader<string, T>, INodeLoader
    where T : class, INode
{
    IDataLoaderResult INodeLoader.LoadAsync(string key) => LoadAsync(key);
}

internal interface INodeLoader
{
    IDataLoaderResult LoadAsync(string key);
}
