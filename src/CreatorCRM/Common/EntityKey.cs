namespace CreatorCRM.Common;

/// <summary>The key of every grain and row: an id within a workspace. As text <c>workspace/id</c>.</summary>
[GenerateSerializer, Immutable, Alias("entity-key")]
public readonly record struct EntityKey(string Workspace, string Id)
{
    public static EntityKey Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? new EntityKey(text[..slash], text[(slash + 1)..]) : throw new FormatException($"'{text}' is not workspace/id.");
    }

    public override string ToString() => $"{Workspace}/{Id}";
}
