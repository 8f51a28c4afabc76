using GraphQL.Validation;

namespace CreatorCRM.Server.GraphQL;

/// <summary>An error of the request that has a code of its own and may ask for an HTTP status.</summary>
internal sealed class CodedError : ValidationError
{
    public CodedError(string code, string message, int? status = null)
        : base(message)
    {
        Code = code;
        Status = status;
    }

    public int? Status { get; }
}
