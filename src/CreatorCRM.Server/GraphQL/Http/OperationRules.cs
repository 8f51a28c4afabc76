using CreatorCRM.Server.Access;
using GraphQL.Validation;
using GraphQL.Validation.Rules;

namespace CreatorCRM.Server.GraphQL;

/// <summary>What is checked of an operation before it runs.</summary>
internal sealed class OperationRules(GraphQLHostOptions limits, CostBudgets budgets, RefusalToll toll, AccessRule access)
{
    private readonly CostRule _cost = new(limits, budgets, toll);
    private readonly IValidationRule[] _core = [new ErrorLimit(limits), .. DocumentValidator.CoreRules.Where(rule => rule is not OverlappingFieldsCanBeMerged),
        new FieldsCanMerge(limits)];

    /// <summary>For a document that was not seen before.</summary>
    public IEnumerable<IValidationRule> OfNew(OperationRule allowed) => [.. _core, allowed, access, _cost];

    /// <summary>For one that was found valid, and whose operation or variables may be others now.</summary>
    public IEnumerable<IValidationRule> OfKnown(OperationRule allowed) => [allowed, access, _cost];
}
