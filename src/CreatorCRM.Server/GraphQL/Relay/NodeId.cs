using System.Buffers.Text;
using System.Text;

namespace CreatorCRM.Server.GraphQL;

/// <summary>The id of an entity as clients see it: opaque, and it knows its type. Made of base64url("Influencer:0199…").</summary>
public readonly record struct NodeId(string Type, string Key)
{
    private const int MaxLength = 300;

    public static NodeId Of<T>(string key) => new(GraphNames.Of(typeof(T)), key);

    /// <exception cref="FormatException">The text is not an id of this API.</exception>
    public static NodeId Parse(string text)
    {
        var decoded = Base64Url.IsValid(text) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)) : "";
        var colon = decoded.IndexOf(':', StringComparison.Ordinal);
        // A key with a NUL could not even be looked for.
        return colon > 0 && colon < decoded.Length - 1 && decoded.Length <= MaxLength && !decoded.Any(char.IsControl)
            ? new NodeId(decoded[..colon], decoded[(colon + 1)..])
            : throw new FormatException($"'{text}' is not an id. Ids are opaque: send one that this API gave you.");
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Type}:{Key}"));
}

/// <summary>An id in an input that must mean a <typeparamref name="T"/>. In the schema it is an ID like any other.</summary>
public readonly record struct NodeId<T>(string Key)
{
    /// <exception cref="FormatException">The text is not an id, or the id of another type.</exception>
    internal static NodeId<T> Parse(string text)
    {
        var id = NodeId.Parse(text);
        var expected = GraphNames.Of(typeof(T));
        return id.Type == expected ? new NodeId<T>(id.Key) : throw new FormatException($"'{text}' is the id of {id.Type}, but the id of {expected} is needed.");
    }

    public override string ToString() => NodeId.Of<T>(Key).ToString();
}
