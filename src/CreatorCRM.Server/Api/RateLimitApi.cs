using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>
/// Your budget on the node that answers. Every operation is charged what it can cost at most before it runs, and every request that is refused a little; the
/// budget fills again steadily.
/// </summary>
/// <param name="Limit">The whole budget.</param>
/// <param name="Remaining">What is left of it, this operation already taken.</param>
/// <param name="ResetAt">When it is whole again if you spend nothing more.</param>
/// <param name="Cost">What this operation was charged.</param>
[AnyCaller]
public sealed record RateLimit(int Limit, int Remaining, DateTimeOffset ResetAt, int Cost);

[QueryRoot]
[AnyCaller]
public static class RateLimitApi
{
    /// <summary>
    /// What you have left to spend, and what this operation costs. The cost stands in `extensions.cost` of every answer, too, but not with the events of a
    /// subscription: each costs what it holds, and comes later when nothing is left.
    /// </summary>
    public static RateLimit RateLimit(IResolveFieldContext context)
    {
        var cost = OperationCost.Of(context.UserContext)!;
        return new RateLimit(cost.Budget.Limit, cost.Budget.Remaining, cost.Budget.ResetAt, cost.Requested);
    }
}
