using GraphQL.Validation;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Which operations a request may bring. A GET runs no mutations: it can be caused by a link on any page, and may be repeated by anyone on the way.
/// The engine itself finds out too late that there is nothing to run, and answers as if it had.
/// </summary>
internal sealed class OperationRule : ValidationRuleBase
{
    private static readonly OperationRule PlainGet = new(isGet: true, isLive: false);
    private static readonly OperationRule PlainPost = new(isGet: false, isLive: false);
    private static readonly OperationRule LiveGet = new(isGet: true, isLive: true);
    private static readonly OperationRule LivePost = new(isGet: false, isLive: true);

    private readonly bool _isGet;
    private readonly bool _isLive;

    private OperationRule(bool isGet, bool isLive) => (_isGet, _isLive) = (isGet, isLive);

    /// <summary>For a request that gets a single answer.</summary>
    public static OperationRule Plain(bool isGet) => isGet ? PlainGet : PlainPost;

    /// <summary>For a connection that can carry many answers.</summary>
    public static OperationRule Live(bool isGet) => isGet ? LiveGet : LivePost;

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        var error = context.Operation.Operation switch
        {
            OperationType.Query => null,
            OperationType.Subscription when context.Schema.Subscription is null =>
                new CodedError(ErrorCodes.OperationResolution, "The schema has no subscriptions."),
            OperationType.Subscription => _isLive ? null : new CodedError(
                ErrorCodes.OperationResolution, "A subscription needs a connection that stays open, not a single answer: accept text/event-stream, or use a WebSocket."),
            _ when context.Schema.Mutation is null => new CodedError(ErrorCodes.OperationResolution, "The schema has no mutations."),
            _ when _isGet => new CodedError(ErrorCodes.MethodNotAllowed, "Send mutations by POST."),
            _ => null,
        };
        if (error is not null) context.ReportError(error);
        return default;
    }
}
