namespace CreatorCRM.Server.GraphQL;

/// <summary>The HTTP request cannot be served as GraphQL. The message is for its sender.</summary>
internal sealed class ProtocolException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static ProtocolException BadRequest(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, message);

    public static ProtocolException TooLarge(string message) => new(StatusCodes.Status413PayloadTooLarge, ErrorCodes.TooLarge, message);
}
