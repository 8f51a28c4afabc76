using System.Globalization;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>You.</summary>
/// <param name="Name">As timelines show it.</param>
/// <param name="Workspace">Whose data you see.</param>
public sealed record Viewer(string Name, Workspace Workspace);

/// <summary>A brand's or agency's data, apart from everybody else's.</summary>
public sealed class Workspace(string key)
{
    /// <summary>Opaque and stable for ever.</summary>
    public NodeId Id => NodeId.Of<Workspace>(key);

    // A workspace has no settings of its own yet, so its key is its name.
    /// <summary>As people call it.</summary>
    public string Name => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(key);
}

[QueryRoot]
public static class ViewerApi
{
    /// <summary>On whose behalf this request runs.</summary>
    public static Viewer Viewer(Caller caller) => new(caller.Actor.Name, new Workspace(caller.Workspace));
}
