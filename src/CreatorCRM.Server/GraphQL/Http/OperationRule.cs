using GraphQL.Validation;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Which operations a plain HTTP request may bring. A GET runs queries only: it can be caused by a link on any page, and may be repeated by anyone on the way.
/// The engine itself finds out too late that there is nothing to run, and answers as if it had.
/// </summary>
internal sealed class OperationRule(bool isGet) : ValidationRuleBase
{
    public static readonly OperationRule Get = new(true);
    public static readonly OperationRule Post = new(false);

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        var error = context.Operation.Operation switch
        {
            OperationType.Query => null,
            OperationType.Subscription => new CodedError(ErrorCodes.OperationResolution, "A subscription needs a connection that stays open, not a single answer."),
            _ when context.Schema.Mutation is null => new CodedError(ErrorCodes.OperationResolution, "The schema has no mutations."),
            _ when isGet => new CodedError(ErrorCodes.MethodNotAllowed, "Send mutations by POST.", StatusCodes.Status405MethodNotAllowed),
            _ => null,
        };
        if (error is not null) context.ReportError(error);
        return default;
    }
}
