using GraphQL;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Ends validation when a document has more errors than anybody would read: each takes time to find words for.</summary>
internal sealed class ErrorLimit(GraphQLHostOptions limits) : ValidationRuleBase, INodeVisitor
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(this);

    public ValueTask EnterAsync(ASTNode node, ValidationContext context) =>
        context.HasErrors && context.Errors.Count() >= limits.MaxValidationErrors ? throw new TooManyErrors([.. context.Errors]) : default;

    public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;
}

/// <summary>Carries the errors out of a validation that was given up.</summary>
internal sealed class TooManyErrors(IReadOnlyList<ValidationError> errors) : ExecutionError("The document has too many errors.")
{
    public IReadOnlyList<ValidationError> Errors => errors;
}
