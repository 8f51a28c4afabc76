namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Limits of the GraphQL endpoint. The defaults are right for most. Each can be set by its name in the section <c>GraphQL</c> of the configuration, such as
/// <c>GraphQL__MaxDepth=12</c> in the environment; times are written <c>00:00:30</c>.
/// </summary>
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

    /// <summary>How many tokens a document may have, comments included. graphql-js's full introspection has some 250.</summary>
    public int MaxDocumentTokens { get; set; } = 2_000;

    /// <summary>How many characters a name in a document may have.</summary>
    public int MaxNameLength { get; set; } = 200;

    /// <summary>How many fields may stand within each other. Fragments are followed; <see cref="MaxIntrospectionDepth"/> goes for introspection.</summary>
    public int MaxDepth { get; set; } = 12;

    /// <summary>How many aliases an operation may have. Those of a fragment count where it is spread.</summary>
    public int MaxAliases { get; set; } = 30;

    /// <summary>How many directives an operation may have. Those of a fragment count where it is spread.</summary>
    public int MaxDirectives { get; set; } = 10;

    /// <summary>
    /// How many fields and spreads the operations of a document may have once every fragment is followed. Validation takes time in proportion to it.
    /// </summary>
    public int MaxSelections { get; set; } = 5_000;

    /// <summary>How many errors of a document are told before validation gives up.</summary>
    public int MaxValidationErrors { get; set; } = 10;

    /// <summary>How many nodes an operation may ask for: the sizes of nested pages and lists multiplied, those beside each other added.</summary>
    public int MaxNodesPerOperation { get; set; } = 10_000;

    /// <summary>What an operation may cost, by the formula of <see cref="CostPlan"/>.</summary>
    public int MaxCost { get; set; } = 20_000;

    /// <summary>What a caller may spend at once on one node of the cluster.</summary>
    public int CostBudget { get; set; } = 200_000;

    /// <summary>What comes back of a caller's spent budget per second.</summary>
    public int CostBudgetPerSecond { get; set; } = 10_000;

    /// <summary>
    /// How many refused requests in a row spend a full budget; a request of more than 64 KiB counts as several. It is what a wrong request costs: 1,000 of the
    /// usual budget, so that ten a second come back.
    /// </summary>
    public int RefusalsPerBudget { get; set; } = 200;

    /// <summary>How long an operation may take, a subscription until its stream begins.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether clients may ask for the schema, by introspection or as <c>schema.graphql</c>.</summary>
    public bool Introspection { get; set; } = true;

    /// <summary>How many fields may stand within <c>__schema</c> or <c>__type</c>, these included. graphql-js asks 15 deep.</summary>
    public int MaxIntrospectionDepth { get; set; } = 20;

    /// <summary>Whether a browser that opens the endpoint gets GraphiQL.</summary>
    public bool Console { get; set; } = true;

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

    /// <summary>
    /// What a caller may have open at a time on one node of the cluster: WebSockets, the operations under way on them, and event streams, all counted alike.
    /// </summary>
    public int MaxLivePerCaller { get; set; } = 5_000;

    /// <summary>A WebSocket whose client takes nothing for so long is cut off.</summary>
    public TimeSpan SocketSendTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the client has to answer the end of a WebSocket before it is cut off.</summary>
    public TimeSpan SocketCloseTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a silent WebSocket is asked whether its client is still there.</summary>
    public TimeSpan SocketKeepAlive { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>After how long a silent event stream shows that it is still there.</summary>
    public TimeSpan EventStreamKeepAlive { get; set; } = TimeSpan.FromSeconds(15);
}
