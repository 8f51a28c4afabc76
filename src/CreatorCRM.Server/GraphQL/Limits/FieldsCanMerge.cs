using GraphQL.Validation;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Fields that answer under the same name must be one field: https://spec.graphql.org/September2025/#sec-Field-Selection-Merging
/// The engine's rule compares every pair of fields and of fragments, which a small document makes quadratic and worse. This one merges the selections as
/// execution does and compares each field with the first of its name, after an idea of Simon Adameit's; it takes time in proportion to the unfolded document.
/// </summary>
public sealed class FieldsCanMerge(GraphQLHostOptions limits) : ValidationRuleBase
{
    // The second pass looks at fields of an interface once for each type that stands beside them.
    private const int MaxLooksPerSelection = 4;

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        foreach (var definition in context.Document.Definitions)
        {
            if (definition is not GraphQLOperationDefinition operation) continue;
            var conflict = new MergeCheck(context, limits.MaxSelections * MaxLooksPerSelection, limits.MaxValidationErrors).Find(operation);
            // Thrown, so that the other rules do not look at such a document at all.
            if (conflict is not null) throw conflict;
        }
        return default;
    }
}
