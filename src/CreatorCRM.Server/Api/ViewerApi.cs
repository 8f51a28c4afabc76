using System.Globalization;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>You, in one workspace.</summary>
public sealed class Viewer(Caller caller) : INode
{
    internal static string KeyOf(Caller caller) => $"{caller.Workspace}/{caller.Actor.Id}";

    public NodeId Id => NodeId.Of<Viewer>(KeyOf(caller));

    /// <summary>As timelines show it.</summary>
    public string Name => caller.Actor.Name;

    /// <summary>Whose data you see.</summary>
    public Workspace Workspace => new(caller.Workspace);
}

/// <summary>A brand's or agency's data, apart from everybody else's.</summary>
public sealed class Workspace(string key) : INode
{
    public NodeId Id => NodeId.Of<Workspace>(key);

    // A workspace has no settings of its own yet, so its key is its name.
    /// <summary>As people call it.</summary>
    public string Name => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(key);
}

[QueryRoot]
public static class ViewerApi
{
    /// <summary>On whose behalf this request runs.</summary>
    public static Viewer Viewer(Caller caller) => new(caller);
}

/// <summary>Nobody is a viewer but you.</summary>
public sealed class ViewerLoader(Caller caller) : NodeLoader<Viewer>
{
    protected override Task<IReadOnlyDictionary<string, Viewer>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, Viewer>>(keys.Where(key => key == Viewer.KeyOf(caller)).ToDictionary(key => key, _ => new Viewer(caller)));
}

/// <summary>You see your own workspace only.</summary>
public sealed class WorkspaceLoader(Caller caller) : NodeLoader<Workspace>
{
    protected override Task<IReadOnlyDictionary<string, Workspace>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, Workspace>>(keys.Where(key => key == caller.Workspace).ToDictionary(key => key, key => new Workspace(key)));
}
