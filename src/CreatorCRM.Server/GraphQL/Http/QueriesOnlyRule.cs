using GraphQL.Validation;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>A GET runs queries only: it can be caused by a link on any page, and may be repeated by anyone on the way.</summary>
internal sealed class QueriesOnlyRule : ValidationRuleBase
{
    public static readonly QueriesOnlyRule Instance = new();

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        if (context.Operation.Operation != OperationType.Query)
            context.ReportError(new CodedError(ErrorCodes.MethodNotAllowed, "Only queries can be sent by GET. Send this operation by POST.", StatusCodes.Status405MethodNotAllowed));
        return default;
    }
}
