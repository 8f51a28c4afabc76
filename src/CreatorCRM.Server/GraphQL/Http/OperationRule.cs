using GraphQL.Validation;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Which operations a request may bring. A GET runs queries only: it can be caused by a link on any page, and may be repeated by anyone on the way.
/// The engine itself finds out too late that a schema has no such root, and answers as if it had run.
/// </summary>
internal sealed class OperationRule(bool isGet) : ValidationRuleBase
{
    public static readonly OperationRule Get = new(true);
    public static readonly OperationRule Post = new(false);

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        var operation = context.Operation.Operation;
        var root = operation switch
        {
            OperationType.Query => context.Schema.Query,
            OperationType.Mutation => context.Schema.Mutation,
            _ => context.Schema.Subscription,
        };
        if (root is null)
            context.ReportError(new CodedError(ErrorCodes.OperationResolution, $"The schema has no {operation}."));
        else if (isGet && operation != OperationType.Query)
            context.ReportError(new CodedError(
                ErrorCodes.MethodNotAllowed, "Only queries can be sent by GET. Send this operation by POST.", StatusCodes.Status405MethodNotAllowed));
        return default;
    }
}
