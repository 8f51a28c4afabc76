using GraphQL;

namespace CreatorCRM.Server.GraphQL;

/// <summary>All a client learns of a fault: an id to quote. The exception itself stays in the log.</summary>
internal sealed class InternalError : ExecutionError
{
    public InternalError(string correlationId)
        : base("Something went wrong on our side. The operator finds the reason in the log under the correlation id.")
    {
        Code = ErrorCodes.Internal;
        CorrelationId = correlationId;
        this.AddExtension("correlationId", correlationId);
    }

    public string CorrelationId { get; }
}
