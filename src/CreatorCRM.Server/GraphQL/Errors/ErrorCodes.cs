namespace CreatorCRM.Server.GraphQL;

/// <summary>What <c>extensions.code</c> can be. Clients branch on these, so they stay.</summary>
public static class ErrorCodes
{
    /// <summary>The document is not GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document has more tokens, longer names or deeper nesting than any sensible one.</summary>
    public const string DocumentTooLarge = "DOCUMENT_TOO_LARGE";

    /// <summary>Fields stand deeper within each other than allowed.</summary>
    public const string TooDeep = "QUERY_TOO_DEEP";

    /// <summary>The operation has more aliases than allowed.</summary>
    public const string TooManyAliases = "TOO_MANY_ALIASES";

    /// <summary>The operation has more directives than allowed.</summary>
    public const string TooManyDirectives = "TOO_MANY_DIRECTIVES";

    /// <summary>The document has more fields than allowed once its fragments are followed.</summary>
    public const string TooManyFields = "TOO_MANY_FIELDS";

    /// <summary>The nested pages of the operation hold more nodes than allowed.</summary>
    public const string TooManyNodes = "TOO_MANY_NODES";

    /// <summary>The operation costs more than one may.</summary>
    public const string TooExpensive = "COST_LIMIT_EXCEEDED";

    /// <summary>The caller has spent their budget: send it again after extensions.retryAfter seconds.</summary>
    [HttpStatus(StatusCodes.Status429TooManyRequests)]
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>The operation took longer than it may. A mutation may have been carried out: repeat it with its idempotency key.</summary>
    [HttpStatus(StatusCodes.Status504GatewayTimeout)]
    public const string Timeout = "EXECUTION_TIMEOUT";

    /// <summary>The operator keeps the schema to themselves.</summary>
    public const string IntrospectionDisabled = "INTROSPECTION_DISABLED";

    /// <summary>The document does not fit the schema.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>A variable or argument cannot be read, or makes no sense; extensions.inputPath says which.</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>No operation of the document is meant, or several could be.</summary>
    public const string OperationResolution = "OPERATION_RESOLUTION_FAILURE";

    /// <summary>
    /// The caller may not ask for a field; extensions.field says which, extensions.requiredScope what they lack. Nothing ran. With application/json the status
    /// is 200.
    /// </summary>
    [HttpStatus(StatusCodes.Status403Forbidden)]
    public const string Forbidden = "FORBIDDEN";

    /// <summary>The request shows no access token, or one that is not accepted: send Authorization: Bearer TOKEN.</summary>
    [HttpStatus(StatusCodes.Status401Unauthorized)]
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>A request with a session did not show that a page of this server made it.</summary>
    [HttpStatus(StatusCodes.Status403Forbidden)]
    public const string CrossSite = "CROSS_SITE_REQUEST";

    /// <summary>The caller is a member of several workspaces and did not say which one is meant.</summary>
    [HttpStatus(StatusCodes.Status400BadRequest)]
    public const string WorkspaceRequired = "WORKSPACE_REQUIRED";

    /// <summary>There is no such workspace, or it is not the caller's.</summary>
    [HttpStatus(StatusCodes.Status403Forbidden)]
    public const string WorkspaceNotFound = "WORKSPACE_NOT_FOUND";

    /// <summary>Whether the token is good cannot be said for now.</summary>
    [HttpStatus(StatusCodes.Status503ServiceUnavailable)]
    public const string IdentityProviderUnreachable = "IDENTITY_PROVIDER_UNREACHABLE";

    /// <summary>The HTTP request is not one of GraphQL over HTTP.</summary>
    [HttpStatus(StatusCodes.Status400BadRequest)]
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>A mutation came by GET, or the method is none of GraphQL over HTTP; the header Allow names those that are.</summary>
    [HttpStatus(StatusCodes.Status405MethodNotAllowed)]
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>None of the media types in Accept can be served.</summary>
    [HttpStatus(StatusCodes.Status406NotAcceptable)]
    public const string NotAcceptable = "NOT_ACCEPTABLE";

    /// <summary>The body is neither JSON in UTF-8 nor a form with files, or it is compressed.</summary>
    [HttpStatus(StatusCodes.Status415UnsupportedMediaType)]
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";

    /// <summary>The request or one of its files is larger than allowed.</summary>
    [HttpStatus(StatusCodes.Status413PayloadTooLarge)]
    public const string TooLarge = "PAYLOAD_TOO_LARGE";

    /// <summary>A form or a GET could have been sent by a foreign web page: add a header that such a page cannot, such as GraphQL-Preflight.</summary>
    [HttpStatus(StatusCodes.Status400BadRequest)]
    public const string PreflightRequired = "PREFLIGHT_REQUIRED";

    /// <summary>A batch is empty, longer than allowed, or holds or wants what cannot be in one: nothing of it ran.</summary>
    [HttpStatus(StatusCodes.Status400BadRequest)]
    public const string BadBatch = "BAD_BATCH";

    /// <summary>The header Idempotency-Key cannot be read.</summary>
    [HttpStatus(StatusCodes.Status400BadRequest)]
    public const string BadIdempotencyKey = "BAD_IDEMPOTENCY_KEY";

    /// <summary>The Idempotency-Key came before with another request: nothing ran. Use a new key for a new request.</summary>
    [HttpStatus(StatusCodes.Status422UnprocessableEntity)]
    public const string IdempotencyKeyReused = "IDEMPOTENCY_KEY_REUSED";

    /// <summary>The first request with this Idempotency-Key has not ended: repeat it after the seconds in Retry-After.</summary>
    [HttpStatus(StatusCodes.Status409Conflict)]
    public const string RequestUnderWay = "REQUEST_UNDER_WAY";

    /// <summary>No persisted document has this documentId. With application/json the status is 200.</summary>
    [HttpStatus(StatusCodes.Status404NotFound)]
    public const string PersistedDocumentNotFound = "PERSISTED_DOCUMENT_NOT_FOUND";

    /// <summary>The server runs only documents that it was given before: send a documentId.</summary>
    public const string PersistedDocumentsOnly = "PERSISTED_DOCUMENTS_ONLY";

    /// <summary>
    /// The server does not know the automatic persisted query (any more): send its document once with the hash. With application/json the status is 200.
    /// </summary>
    [HttpStatus(StatusCodes.Status404NotFound)]
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>The server learns no automatic persisted queries, or none of this version: send documents without hashes.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The hash beside the document is not the document's.</summary>
    [HttpStatus(StatusCodes.Status400BadRequest)]
    public const string PersistedQueryMismatch = "PERSISTED_QUERY_MISMATCH";

    /// <summary>
    /// The WebSocket has as many operations under way as it may, or its caller has as much open in all on this node of the cluster: end some first.
    /// </summary>
    [HttpStatus(StatusCodes.Status429TooManyRequests)]
    public const string TooManyOperations = "TOO_MANY_OPERATIONS";

    /// <summary>The filter that a segment keeps is of another version of the program and cannot be read: set it anew with updateSegment.</summary>
    public const string SegmentUnreadable = "SEGMENT_UNREADABLE";

    /// <summary>Our fault. The log has the reason under extensions.correlationId.</summary>
    [HttpStatus(StatusCodes.Status500InternalServerError)]
    public const string Internal = "INTERNAL_ERROR";

    internal const string InputPath = "inputPath";
}
