using CreatorCRM.Access;
using GraphQL;
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

    /// <param name="field">Which field of which type, such as Partnership.timeline.</param>
    /// <param name="scope">What the caller lacks.</param>
    public static CodedError Forbidden(string field, Scope scope)
    {
        var needed = scope.ToString().ToConstantCase();
        var error = new CodedError(ErrorCodes.Forbidden, $"You may not use {field}: it needs the scope {needed}, which neither your role nor your token gives you.",
            StatusCodes.Status403Forbidden);
        error.AddExtension("field", field).AddExtension("requiredScope", needed);
        return error;
    }
}
