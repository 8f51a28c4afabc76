namespace CreatorCRM.Server.GraphQL;

/// <summary>The HTTP request cannot be served as GraphQL. The message is for its sender.</summary>
internal sealed class ProtocolException(int status, CodedError error) : Exception(error.Message)
{
    public ProtocolException(int status, string code, string message)
        : this(status, new CodedError(code, message))
    {
    }

    public int Status { get; } = status;

    public CodedError Error { get; } = error;

    /// <summary>The caller has nothing left to pay with, or as much under way as they may.</summary>
    public static ProtocolException RateLimited(CodedError error) => new(StatusCodes.Status429TooManyRequests, error);

    public static ProtocolException BadRequest(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, message);

    public static ProtocolException BadBatch(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.BadBatch, message);

    public static ProtocolException BadIdempotencyKey() => new(StatusCodes.Status400BadRequest, ErrorCodes.BadIdempotencyKey,
        $"An Idempotency-Key is a string in quotes, such as \"8e03978e-40d5\", of 1 to {IdempotencyKey.MaxLength} printable ASCII characters.");

    public static ProtocolException MethodNotAllowed() =>
        new(StatusCodes.Status405MethodNotAllowed, ErrorCodes.MethodNotAllowed, "Send GraphQL by POST, or queries by GET.");

    public static ProtocolException NotAcceptable() =>
        new(StatusCodes.Status406NotAcceptable, ErrorCodes.NotAcceptable,
            "The answer can be application/graphql-response+json, application/json or text/event-stream.");

    /// <summary>What the web server itself found while the body was read.</summary>
    public static ProtocolException From(BadHttpRequestException problem) => problem.StatusCode == StatusCodes.Status413PayloadTooLarge
        ? TooLarge("The request is larger than allowed.")
        : new(problem.StatusCode, ErrorCodes.BadRequest, "The request ended early or is malformed.");

    public static ProtocolException TooLarge(string message) => new(StatusCodes.Status413PayloadTooLarge, ErrorCodes.TooLarge, message);
}
