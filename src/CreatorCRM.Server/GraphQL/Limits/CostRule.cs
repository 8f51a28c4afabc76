using System.Runtime.CompilerServices;
using CreatorCRM.Server.Access;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// The last word before an operation runs: whether it asks for too much, and whether its caller can pay. Runs for every request, with the variables; the plan
/// lives as long as the document is remembered.
/// </summary>
internal sealed class CostRule(GraphQLHostOptions limits, CostBudgets budgets, RefusalToll toll) : ValidationRuleBase
{
    private readonly ConditionalWeakTable<GraphQLOperationDefinition, CostPlan> _plans = [];

    public override ValueTask<INodeVisitor?> GetPostNodeVisitorAsync(ValidationContext context)
    {
        if (context.HasErrors) return default;
        if (!_plans.TryGetValue(context.Operation, out var plan)) _plans.AddOrUpdate(context.Operation, plan = CostPlanner.Plan(context));
        var size = plan.Measure(context.ArgumentValues);
        if (Objection(size) is { } objection)
        {
            context.ReportError(objection);
            return default;
        }
        var isLive = context.Operation.Operation == OperationType.Subscription;
        var cost = isLive ? CostPlan.Change : (int)size.Cost;
        var state = budgets.Spend(context.RequestServices!.GetRequiredService<Caller>(), cost, toll.OfHaste);
        if (state.Wait is not null) context.ReportError(CodedError.RateLimited(cost, state));
        OperationCost.Tell(context.UserContext, new OperationCost(cost, isLive ? (int)size.Cost - CostPlan.Change + 1 : 0, state));
        return default;
    }

    private CodedError? Objection(OperationSize size)
    {
        if (size.Nodes > limits.MaxNodesPerOperation)
            return new CodedError(ErrorCodes.TooManyNodes,
                $"The operation asks for up to {Count(size.Nodes)} nodes; {limits.MaxNodesPerOperation} are allowed. Take smaller pages by first or last, above all of the outer lists.");
        if (size.Cost > limits.MaxCost)
            return new CodedError(ErrorCodes.TooExpensive,
                $"The operation costs {Count(size.Cost)}; {limits.MaxCost} are allowed. Take smaller pages or fewer objects within them.");
        return null;
    }

    private static string Count(double number) => number < 1e9 ? $"{number:0}" : $"{number:0.#e0}";
}
