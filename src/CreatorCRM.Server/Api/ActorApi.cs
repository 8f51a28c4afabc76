using CreatorCRM.Server.Access;

namespace CreatorCRM.Server.Api;

/// <summary>Who did it, as it was written down then.</summary>
/// <param name="Key">Stable and the same for all they do: `owner`, `system`, `member:…`, `token:…`, `import:…`. No id, because their name is that of the
/// moment.</param>
/// <param name="Name">As people knew them.</param>
[AnyCaller]
public sealed record Actor(string Key, string Name)
{
    internal static Actor Of(Common.Actor actor) => new(actor.Id, actor.Name);
}
