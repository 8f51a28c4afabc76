using System.Collections.Frozen;
using System.Text.Json;
using CreatorCRM.Server.Hosting;

namespace CreatorCRM.Server.GraphQL;

/// <summary>The documents that the operator gave the server before it started, as the clients' builds wrote them into manifests.</summary>
public sealed class PersistedDocuments
{
    private readonly FrozenDictionary<string, string> _documents;

    private PersistedDocuments(IEnumerable<KeyValuePair<string, string>> documents) => _documents = documents.ToFrozenDictionary(StringComparer.Ordinal);

    public static PersistedDocuments None { get; } = new([]);

    public int Count => _documents.Count;

    /// <summary>Reads every manifest: a JSON object of hash and document, as relay-compiler and the client preset of graphql-codegen write it.</summary>
    /// <param name="pattern">A path whose last part may have wildcards, such as <c>/srv/documents/*.json</c>.</param>
    /// <exception cref="StartupException">There is no such file, or one holds something else; the message names file and entry.</exception>
    public static PersistedDocuments Read(string pattern)
    {
        var documents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Files(pattern))
        {
            foreach (var entry in Entries(file)) documents[HashOf(entry, file)] = entry.Value.GetString()!;
        }
        return new PersistedDocuments(documents);
    }

    /// <summary>Null when no manifest has it.</summary>
    /// <param name="hash">Without <c>sha256:</c>.</param>
    public string? Find(string hash) => _documents.GetValueOrDefault(hash);

    private static string[] Files(string pattern)
    {
        var (folder, name) = (Path.GetDirectoryName(Path.GetFullPath(pattern)), Path.GetFileName(pattern));
        var files = Directory.Exists(folder) && name.Length > 0 ? Directory.GetFiles(folder, name) : [];
        Array.Sort(files, StringComparer.Ordinal);
        return files.Length > 0
            ? files
            : throw new StartupException($"GraphQL__PersistedDocuments is {pattern}, but there is no such file. Give the manifests that the clients' builds write.");
    }

    private static JsonProperty[] Entries(string file)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllText(file));
            return manifest.RootElement.ValueKind == JsonValueKind.Object
                ? [.. manifest.RootElement.Clone().EnumerateObject()]
                : throw new StartupException($"{file} is no manifest of documents: it must be a JSON object of hashes and documents.");
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{file} cannot be read as a manifest of documents: {problem.Message}");
        }
    }

    private static string HashOf(JsonProperty entry, string file)
    {
        var hash = entry.Name.StartsWith(DocumentHash.Prefix, StringComparison.Ordinal) ? entry.Name[DocumentHash.Prefix.Length..] : entry.Name;
        if (entry.Value.ValueKind != JsonValueKind.String) throw new StartupException($"{file}: the entry '{entry.Name}' holds no document.");
        if (!DocumentHash.Is(hash))
            throw new StartupException($"{file}: the entry '{entry.Name}' is not named by a SHA-256 hash. Set the algorithm to SHA256 in Relay's persistConfig, or hashAlgorithm to sha256 in graphql-codegen.");
        return DocumentHash.Of(entry.Value.GetString()!) == hash
            ? hash
            : throw new StartupException($"{file}: the document under '{entry.Name}' has another hash, so it was changed after its client was built.");
    }
}
