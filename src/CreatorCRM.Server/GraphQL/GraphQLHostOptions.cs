namespace CreatorCRM.Server.GraphQL;

/// <summary>Limits of the GraphQL endpoint. The defaults are right for most.</summary>
public sealed class GraphQLHostOptions
{
    /// <summary>Among which types slices and loaders are looked for: those of the server, unless a test says otherwise.</summary>
    public IList<Type> Types { get; } = [.. typeof(GraphQLHostOptions).Assembly.GetTypes()];

    /// <summary>The largest request without files, in bytes.</summary>
    public int MaxRequestBytes { get; set; } = 256 * 1024;

    /// <summary>The largest uploaded file, in bytes.</summary>
    public long MaxFileBytes { get; set; } = 25 * 1024 * 1024;

    /// <summary>How many files one request may carry.</summary>
    public int MaxFiles { get; set; } = 10;

    /// <summary>A file up to this many bytes is kept in memory, a larger one in <see cref="UploadFolder"/>.</summary>
    public int UploadMemoryBytes { get; set; } = 64 * 1024;

    /// <summary>Where larger files wait while their request runs. They are deleted at its end.</summary>
    public string UploadFolder { get; set; } = Path.GetTempPath();

    /// <summary>How deep a document may nest, counted in nodes of its syntax tree (a selection is about three).</summary>
    public int MaxDocumentDepth { get; set; } = 128;

    /// <summary>How many tokens a document may have.</summary>
    public int MaxDocumentTokens { get; set; } = 15_000;

    /// <summary>How many characters of parsed and validated documents are remembered.</summary>
    public long DocumentCacheCharacters { get; set; } = 4_000_000;

    /// <summary>Documents that clients may name instead of sending them.</summary>
    public PersistedDocuments PersistedDocuments { get; set; } = PersistedDocuments.None;

    /// <summary>Nothing runs but the persisted documents, GraphiQL's introspection included.</summary>
    public bool OnlyPersistedDocuments { get; set; }

    /// <summary>How many characters of automatic persisted queries are remembered.</summary>
    public long PersistedQueryCacheCharacters { get; set; } = 4_000_000;

    /// <summary>How many requests one batch may hold.</summary>
    public int MaxBatch { get; set; } = 10;

    /// <summary>How many ids <c>nodes(ids)</c> takes.</summary>
    public int MaxNodes { get; set; } = 100;

    /// <summary>How long a WebSocket may take to send connection_init.</summary>
    public TimeSpan ConnectionInitTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How many operations may be under way on one WebSocket.</summary>
    public int MaxOperationsPerSocket { get; set; } = 200;

    /// <summary>A WebSocket whose client takes nothing for so long is cut off.</summary>
    public TimeSpan SocketSendTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the client has to answer the end of a WebSocket before it is cut off.</summary>
    public TimeSpan SocketCloseTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a silent WebSocket is asked whether its client is still there.</summary>
    public TimeSpan SocketKeepAlive { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>After how long a silent event stream shows that it is still there.</summary>
    public TimeSpan EventStreamKeepAlive { get; set; } = TimeSpan.FromSeconds(15);
}
