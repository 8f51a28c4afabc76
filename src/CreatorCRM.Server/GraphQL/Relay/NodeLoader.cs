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

    /// <summary>The entity that another one refers to. It exists: nothing that is referred to is ever deleted.</summary>
    public IDataLoaderResult<T> LoadExisting(string key) =>
        LoadAsync(key).Then(found => found ?? throw new InvalidOperationException($"{typeof(T).Name} {key} is referred to and is not there."));
}

internal interface INodeLoader
{
    IDataLoaderResult LoadAsync(string key);
}
