namespace CreatorCRM.Common;

/// <summary>Who did it, as the timeline shows it.</summary>
/// <param name="Id">Stable: <c>owner</c>, <c>system</c>, <c>member:…</c>, <c>token:…</c>, <c>import:…</c>.</param>
/// <param name="Name">As people know them.</param>
[GenerateSerializer, Immutable, Alias("actor")]
public sealed record Actor(string Id, string Name)
{
    /// <summary>Who holds the installation's owner token, or its command line.</summary>
    public static Actor Owner { get; } = new("owner", "Owner");

    public static Actor System { get; } = new("system", "CreatorCRM");
}
