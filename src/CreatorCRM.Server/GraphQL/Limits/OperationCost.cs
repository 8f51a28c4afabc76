namespace CreatorCRM.Server.GraphQL;

/// <summary>What an operation cost, and what its caller has left.</summary>
/// <param name="Requested">What was charged before it ran.</param>
/// <param name="PerEvent">What each event of a subscription is charged.</param>
internal sealed record OperationCost(int Requested, int PerEvent, BudgetState Budget)
{
    private const string Name = "cost";

    /// <summary>Keeps it with the operation, of which there can be several in a request.</summary>
    public static void Tell(IDictionary<string, object?> operation, OperationCost cost) => operation[Name] = cost;

    /// <summary>Null when the operation did not pass validation.</summary>
    public static OperationCost? Of(IDictionary<string, object?> operation) => operation.TryGetValue(Name, out var cost) ? cost as OperationCost : null;

    /// <summary>
    /// As <c>extensions.cost</c>, which is the same whenever the same is asked; what is left changes all the time, so it is a field to ask for. Events of a
    /// subscription do without it: each costs the same.
    /// </summary>
    public void AddTo(Dictionary<string, object?> extensions, GraphQLHostOptions limits) =>
        extensions[Name] = new Dictionary<string, object?> { ["requested"] = Requested, ["maximum"] = limits.MaxCost };
}
